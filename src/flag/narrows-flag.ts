import { hasNoMembers, membersAreMembers, outsidersAreOutsiders } from './audience-subset.ts';
import { canonicalJson } from './canonical.ts';
import { ALL, type Exposure } from './exposure.ts';
import type { Flag, FlagValue } from './flag.ts';
import { exposureOf, type FlagSet } from './flag-set.ts';
import { excludedFrom } from './ramp.ts';

/**
 * Whether a flag's own conditions after a change imply its own conditions before, with the same variant for whoever
 * is left; prerequisites apart. Each clause of the rule of exposure is looked at by itself: if each one afterwards
 * implies the one before, so does the conjunction.
 */
export function narrowsByItself(before: FlagSet, after: FlagSet, was: Flag, is: Flag): boolean {
  const [wasExposed, isExposed] = [exposureOf(was, before.environment), exposureOf(is, after.environment)];
  // Off before (the caller has seen that it is not off for all now).
  if (was.archivedAt !== null || wasExposed.unreleased.whole !== null) return false;
  // The same attribute must name them, since without it they were off; and it is what both hashes are over.
  if (was.bucketBy !== is.bucketBy) return false;
  return (
    keepsBuckets(after, was, is, isExposed) &&
    showsTheSame(was.variants, is.variants) &&
    keepsExclusions(before, after, wasExposed, isExposed) &&
    raisesNobody(before, after, wasExposed, isExposed)
  );
}

/**
 * Another seed deals everyone a new bucket and a new variant. That shows, unless all percentages are all or nothing
 * and there is but one variant.
 */
function keepsBuckets(after: FlagSet, was: Flag, is: Flag, exposure: Exposure): boolean {
  if (was.seed === is.seed) return true;
  if (is.variants.length > 1) return false;
  const shares = reaching(after, exposure).map(([, to]) => to);
  return shares.every((to) => to >= ALL);
}

/**
 * Whether readers get the same names and values, in the same shares: weights are dealt in order, so the order counts
 * among several, and the weight of the only one does not. What is said about a variant is not seen by readers.
 */
export function showsTheSame(
  was: readonly { name?: string; value: FlagValue; weight?: number }[],
  is: readonly { name?: string; value: FlagValue; weight?: number }[],
): boolean {
  return (
    was.length === is.length &&
    was.every((variant, place) => {
      const other = is[place];
      return (
        other !== undefined &&
        other.name === variant.name &&
        (was.length === 1 || other.weight === variant.weight) &&
        (other.value === variant.value || canonicalJson(other.value) === canonicalJson(variant.value))
      );
    })
  );
}

/**
 * Whoever passes all exclusions afterwards must have passed each one before. It is enough that for each earlier one
 * there is one now whose outsiders are all outsiders of the earlier one, by either's definition of its time.
 */
function keepsExclusions(before: FlagSet, after: FlagSet, was: Exposure, is: Exposure): boolean {
  const kept = excludedFrom(is).map((key) => ({ audiences: after.audiences, key }));
  return excludedFrom(was).every((key) =>
    kept.some((now) => outsidersAreOutsiders(now, { audiences: before.audiences, key })),
  );
}

/**
 * Whoever is below the highest percentage of their audiences afterwards must have been below one before. It is
 * enough that for each audience and percentage now there was an audience around it with at least that percentage:
 * itself, everyone, or another. So everyone may go below an audience, or be traded for one, at no higher percentage.
 */
function raisesNobody(before: FlagSet, after: FlagSet, was: Exposure, is: Exposure): boolean {
  return reaching(after, is).every(([key, to]) =>
    Object.entries(was.percentages).some(
      ([earlier, from]) =>
        from >= to &&
        membersAreMembers({ audiences: after.audiences, key }, { audiences: before.audiences, key: earlier }),
    ),
  );
}

/** The audiences through which someone may see the flag, with their percentages. */
function reaching(set: FlagSet, exposure: Exposure): readonly (readonly [string, number])[] {
  return Object.entries(exposure.percentages).filter(
    ([key, to]) => to > 0 && !hasNoMembers({ audiences: set.audiences, key }),
  );
}
