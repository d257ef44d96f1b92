import { EVERYONE } from '../../flag/audience.ts';
import { canonicalJson } from '../../flag/canonical.ts';
import { exposureOf, type FlagSet } from '../../flag/flag-set.ts';
import { reachesNobody } from '../../flag/reach.ts';
import type { Plan, Stage } from '../plan.ts';
import type { Rejection } from '../rejection.ts';
import type { Release } from '../release.ts';
import { withStep } from '../stage.ts';
import { unfitPlan } from './values.ts';

/**
 * Why a plan cannot be carried out on these flags; null when it can. Stages up to `fired` have happened and are
 * not judged again.
 */
export function planProblem(
  set: FlagSet,
  flags: Release['flags'],
  plan: Plan,
  fired: number,
): Rejection | null {
  const unfit = unfitPlan({ plan });
  if (unfit !== null) return unfit;
  let before = set;
  for (const [index, stage] of plan.entries()) {
    if (index < fired) continue;
    const problem = stageProblem(set, stage);
    if (problem !== null) return problem;
    if (index === 0 && stage.gates.some((gate) => gate.kind === 'manual')) {
      return {
        code: 'INVALID',
        field: 'plan',
        got: 'a manual gate before the first stage',
        allowed: 'manual gates from the second stage on; the first starts with its approval',
      };
    }
    const after = withStep(before, { flags }, stage.step);
    if (sameExposures(before, after, flags)) return { code: 'STAGE_CHANGES_NOTHING', stage: index };
    before = after;
  }
  return null;
}

function stageProblem(set: FlagSet, stage: Stage): Rejection | null {
  if (stage.step.kind === 'restore') return null;
  for (const audience of Object.keys(stage.step.to)) {
    if (audience === EVERYONE) continue;
    if (!set.audiences.has(audience)) {
      return { code: 'UNKNOWN_AUDIENCE', audience, known: [...set.audiences.keys(), EVERYONE] };
    }
    if (reachesNobody(set, audience)) return { code: 'REACHES_NOBODY', audience };
  }
  return null;
}

function sameExposures(before: FlagSet, after: FlagSet, flags: Release['flags']): boolean {
  return flags.every((key) => {
    const [was, is] = [before.flags.get(key), after.flags.get(key)];
    if (was === undefined || is === undefined) return true;
    return (
      canonicalJson(exposureOf(was, before.environment)) === canonicalJson(exposureOf(is, after.environment))
    );
  });
}
