import { canonicalJson, sha256Hex } from '../flag/canonical.ts';
import { compileFlags } from '../flag/compile.ts';
import type { Exposure } from '../flag/exposure.ts';
import type { Flag, FlagKey } from '../flag/flag.ts';
import { dependentsOf, type FlagSet, prerequisitesOf } from '../flag/flag-set.ts';
import type { Plan } from './plan.ts';
import type { Release } from './release.ts';
import { changeFlags, flagSet, withStep } from './stage.ts';
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
  const touched = touchedFlags(flagSet(state, release.environment), release.flags);
  const known = memory.get(release);
  if (known !== undefined && known.audiences === state.audiences && sameFlags(known.flags, state, touched)) {
    return known.digest;
  }
  const digest = computeDigest(state, release, touched);
  const flags = new Map(closure(state, release, touched).map((key) => [key, state.flags.get(key)]));
  memory.set(release, { audiences: state.audiences, flags, digest });
  return digest;
}

function computeDigest(state: State, release: Release, touched: FlagKey[]): string {
  const documents: unknown[] = [];
  const start = withoutOverlays(flagSet(state, release.environment), closure(state, release, touched));
  let set = changeFlags(start, release.flags, (exposure) => withoutNamed(exposure, release.plan));
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

/** The release's flags and all that depend on them, in a stable order. */
function touchedFlags(set: FlagSet, flags: readonly FlagKey[]): FlagKey[] {
  const touched = new Set(flags);
  for (const flag of flags) for (const dependent of dependentsOf(set, flag)) touched.add(dependent);
  return [...touched].sort();
}

/** Every flag whose definition the documents can depend on: the touched ones and all their prerequisites. */
function closure(state: State, release: Release, touched: readonly FlagKey[]): FlagKey[] {
  const set = flagSet(state, release.environment);
  const keys = new Set(touched);
  for (const key of touched) for (const prerequisite of prerequisitesOf(set, key)) keys.add(prerequisite);
  return [...keys];
}

function withoutOverlays(set: FlagSet, keys: readonly FlagKey[]): FlagSet {
  return changeFlags(set, keys, (exposure) => ({
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
const memory = new WeakMap<
  Release,
  { audiences: State['audiences']; flags: ReadonlyMap<FlagKey, Flag | undefined>; digest: string }
>();

function sameFlags(
  known: ReadonlyMap<FlagKey, Flag | undefined>,
  state: State,
  touched: readonly FlagKey[],
): boolean {
  return (
    touched.every((key) => known.has(key)) && [...known].every(([key, flag]) => state.flags.get(key) === flag)
  );
}
