import { hasNoMembers, hasNoOutsiders } from './audience-subset.ts';
import type { FlagKey } from './flag.ts';
import { exposureOf, type FlagSet, findCycle, prerequisitesOf } from './flag-set.ts';
import { excludedFrom } from './ramp.ts';

/**
 * Whether a flag is surely off for everyone in the set's environment: a prerequisite runs in a circle, or it or one
 * of its prerequisites is missing, archived, switched off, excludes everybody, or is shown to nobody.
 */
export function isOffForAll(set: FlagSet, key: FlagKey): boolean {
  if (isOffByItself(set, key)) return true;
  for (const prerequisite of prerequisitesOf(set, key)) if (isOffByItself(set, prerequisite)) return true;
  return findCycle(set, key) !== null;
}

function isOffByItself(set: FlagSet, key: FlagKey): boolean {
  const flag = set.flags.get(key);
  if (flag === undefined || flag.archivedAt !== null) return true;
  const exposure = exposureOf(flag, set.environment);
  if (exposure.unreleased.whole !== null) return true;
  const { audiences } = set;
  return (
    excludedFrom(exposure).some((audience) => hasNoOutsiders({ audiences, key: audience })) ||
    Object.entries(exposure.percentages).every(
      ([audience, to]) => to <= 0 || hasNoMembers({ audiences, key: audience }),
    )
  );
}
