import { canonicalJson, sha256Hex } from '../flag/canonical.ts';
import { compileFlags } from '../flag/compile.ts';
import type { Exposure } from '../flag/exposure.ts';
import { type FlagSet, withDependents } from '../flag/flag-set.ts';
import type { Plan } from './plan.ts';
import type { Release } from './release.ts';
import { changeFlags, scopeOf, withStep } from './stage.ts';
import type { State } from './state.ts';

/**
 * A name for exactly what a release would do: SHA-256 over the compiled documents of its flags and of everything
 * that depends on them, stage by stage, with the plan, gates, times and flags. An approval is bound to it, so
 * whatever changes what anyone would see voids it.
 *
 * Un-release overlays are left out (taking away voids nothing) and so is the policy (it is read again when a
 * stage fires). Where the plan names an audience, its percentage is taken from the plan alone, so that firing a
 * stage changes no digest. Nothing is lost by that: while the release is in flight, nothing but its own stages can
 * raise those percentages, and lowering them only takes away.
 */
export function digestOf(state: State, release: Release): string {
  const scope = scopeOf(state, release);
  const known = memory.get(release);
  if (known !== undefined && known.scope.audiences === scope.audiences && sameFlags(known.scope, scope)) {
    return known.digest;
  }
  const digest = computeDigest(scope, release);
  memory.set(release, { scope, digest });
  return digest;
}

function computeDigest(scope: FlagSet, release: Release): string {
  const touched = [...withDependents(scope, release.flags)].sort();
  const documents: unknown[] = [];
  let set = changeFlags(withoutOverlays(scope), release.flags, (exposure) =>
    withoutNamed(exposure, release.plan),
  );
  for (const stage of release.plan) {
    set = withStep(set, release, stage.step);
    documents.push([...compileFlags(set, touched)]);
  }
  return sha256Hex(
    canonicalJson({
      environment: release.environment,
      flags: release.flags,
      plan: release.plan,
      start: release.start,
      documents,
    }),
  );
}

function withoutOverlays(set: FlagSet): FlagSet {
  return changeFlags(set, set.flags.keys(), (exposure) => ({
    ...exposure,
    unreleased: { whole: null, audiences: {} },
  }));
}

/** An exposure as if the audiences that a plan raises had nothing yet. */
function withoutNamed(exposure: Exposure, plan: Plan): Exposure {
  const named = new Set(plan.flatMap(({ step }) => (step.kind === 'raise' ? Object.keys(step.to) : [])));
  const kept = Object.entries(exposure.percentages).filter(([audience]) => !named.has(audience));
  return { ...exposure, percentages: Object.fromEntries(kept) };
}

/**
 * Digests asked for again and again, by every card and every tick, are kept per release value for as long as the
 * flags and audiences they rest on are the very same values. It changes no answer, only its cost.
 */
const memory = new WeakMap<Release, { scope: FlagSet; digest: string }>();

function sameFlags(one: FlagSet, other: FlagSet): boolean {
  if (one.flags.size !== other.flags.size) return false;
  return [...other.flags].every(([key, flag]) => one.flags.get(key) === flag);
}
