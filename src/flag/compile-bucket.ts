import type { BucketPurpose } from './bucket.ts';
import { membersOf } from './compile-audience.ts';
import { ALL, type BasisPoints } from './exposure.ts';
import type { Flag } from './flag.ts';
import { exposureOf, type FlagSet } from './flag-set.ts';
import { rampOf } from './ramp.ts';
import type { Rule } from './rule.ts';

/**
 * The rule for whose bucket is below the highest percentage among their audiences: the first audience that someone
 * is in decides, since percentages descend. `false` where nobody is below, `true` where all are.
 */
export function rampRule(set: FlagSet, flag: Flag): Rule {
  const { everyone, audiences } = rampOf(exposureOf(flag, set.environment));
  const branches = audiences.flatMap(({ audience, to }) => {
    const members = membersOf(set.audiences, audience);
    return members === false ? [] : [members, isBelow(flag, to)];
  });
  return branches.length === 0 ? isBelow(flag, everyone) : { if: [...branches, isBelow(flag, everyone)] };
}

/** The rule for the variant that someone gets who sees the feature: hashed apart, so that no ramp changes it. */
export function variantRule(flag: Flag): Rule {
  const [first] = flag.variants;
  if (flag.variants.length === 1 && first !== undefined) return first.name;
  return split(
    flag,
    'v',
    flag.variants.map(({ name, weight }) => [name, weight]),
  );
}

function isBelow(flag: Flag, to: BasisPoints): Rule {
  if (to <= 0) return false;
  if (to >= ALL) return true;
  const below = split(flag, 'x', [
    ['on', to],
    ['off', ALL - to],
  ]);
  return { '===': [below, 'on'] };
}

/** flagd's percentage split over the same text that `bucketOf` hashes. The id is known to be a string here. */
function split(flag: Flag, purpose: BucketPurpose, shares: readonly Rule[]): Rule {
  return { fractional: [{ cat: [`${flag.seed}/${purpose}/`, { var: flag.bucketBy }] }, ...shares] };
}
