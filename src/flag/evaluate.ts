import { bucketOf } from './bucket.ts';
import { type EvaluationContext, idOf } from './context.ts';
import type { Flag, FlagKey, FlagValue } from './flag.ts';
import { exposureOf, type FlagSet, findCycle, prerequisitesOf } from './flag-set.ts';
import { isMember } from './membership.ts';
import { excludedFrom } from './ramp.ts';

/** What someone gets of a flag: a variant's name and value, or `off` and the off value. */
export type Evaluation = { readonly on: boolean; readonly variant: string; readonly value: FlagValue };

/**
 * The rule of exposure, read plainly: on if the flag is switched on, every prerequisite is on for them, they are in
 * no excluded audience, and their bucket is below the highest percentage among their audiences. It gives what the
 * compiled document gives, by another way; null for a flag that is not in the set.
 */
export function evaluate(set: FlagSet, key: FlagKey, context: EvaluationContext): Evaluation | null {
  const flag = set.flags.get(key);
  if (flag === undefined) return null;
  const needed = [key, ...prerequisitesOf(set, key)];
  const on = findCycle(set, key) === null && needed.every((each) => isOnByItself(set, each, context));
  const variant = on ? variantOf(flag, context) : null;
  if (variant === null) return { on: false, variant: 'off', value: flag.off.value };
  return { on: true, variant: variant.name, value: variant.value };
}

/** Whether a flag would be on for a context if it had no prerequisites. */
function isOnByItself(set: FlagSet, key: FlagKey, context: EvaluationContext): boolean {
  const flag = set.flags.get(key);
  if (flag === undefined || flag.archivedAt !== null) return false;
  const exposure = exposureOf(flag, set.environment);
  if (exposure.unreleased.whole !== null) return false;
  const id = idOf(context, flag.bucketBy);
  if (id === null) return false;
  if (excludedFrom(exposure).some((audience) => isMember(set.audiences, audience, context) !== 'no')) {
    return false;
  }
  const percentages = Object.entries(exposure.percentages)
    .filter(([audience]) => isMember(set.audiences, audience, context) === 'yes')
    .map(([, to]) => to);
  return bucketOf(flag.seed, 'x', id) < Math.max(0, ...percentages);
}

/** The variant of someone who sees the feature, by weight. Null without an id, for then nobody sees it. */
function variantOf(flag: Flag, context: EvaluationContext): Flag['variants'][number] | null {
  const id = idOf(context, flag.bucketBy);
  if (id === null) return null;
  const total = flag.variants.reduce((sum, { weight }) => sum + weight, 0);
  let rest = bucketOf(flag.seed, 'v', id, total);
  for (const variant of flag.variants) {
    if (rest < variant.weight) return variant;
    rest -= variant.weight;
  }
  return null;
}
