import { bucketOf } from './bucket.ts';
import { type EvaluationContext, idOf } from './context.ts';
import { evaluate } from './evaluate.ts';
import { audienceFacts, highestOf, ownReasons } from './explain-flag.ts';
import type { Explanation, OffReason } from './explanation.ts';
import type { Flag, FlagKey } from './flag.ts';
import { type FlagSet, findCycle, prerequisitesOf } from './flag-set.ts';

/** Why a flag is on or off for a context, as facts without wording. It always agrees with `evaluate`. */
export function explain(set: FlagSet, key: FlagKey, context: EvaluationContext): Explanation {
  const { environment } = set;
  const flag = set.flags.get(key);
  const evaluation = evaluate(set, key, context);
  if (flag === undefined || evaluation === null) return { kind: 'not-found', flag: key, environment };

  const id = idOf(context, flag.bucketBy);
  const bucket = id === null ? null : bucketOf(flag.seed, 'x', id);
  const audiences = audienceFacts(set, flag, context);
  const through = highestOf(audiences);
  if (evaluation.on && bucket !== null && through !== null) {
    const { variant, value } = evaluation;
    const prerequisites = [...prerequisitesOf(set, key)];
    return { kind: 'on', flag: key, environment, variant, value, bucket, through, audiences, prerequisites };
  }
  return {
    kind: 'off',
    flag: key,
    environment,
    value: evaluation.value,
    reasons: offReasons(set, flag, context),
    bucket,
    onAt: bucket === null ? null : bucket + 1,
    audiences,
  };
}

function offReasons(set: FlagSet, flag: Flag, context: EvaluationContext): readonly OffReason[] {
  const own = ownReasons(set, flag, context);
  const forAll = own.filter(({ code }) => code === 'archived' || code === 'unreleased');
  const reasons: OffReason[] = [...forAll];
  const circle = findCycle(set, flag.key);
  if (circle !== null) reasons.push({ code: 'circle', flags: circle });
  for (const key of prerequisitesOf(set, flag.key)) {
    const prerequisite = set.flags.get(key);
    if (prerequisite === undefined) {
      reasons.push({ code: 'prerequisite-missing', flag: key });
    } else if (key !== flag.key) {
      const theirs = ownReasons(set, prerequisite, context);
      if (theirs.length > 0) reasons.push({ code: 'prerequisite-off', flag: key, reasons: theirs });
    }
  }
  return [...reasons, ...own.filter((reason) => !forAll.includes(reason))];
}
