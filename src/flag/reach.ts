import type { AudienceKey } from './audience.ts';
import { hasNoMembers } from './audience-subset.ts';
import type { FlagSet } from './flag-set.ts';

/** Whether raising an audience would show a feature to nobody: not defined, no condition, or an empty list. */
export function reachesNobody(set: Pick<FlagSet, 'audiences'>, audience: AudienceKey): boolean {
  return hasNoMembers({ audiences: set.audiences, key: audience });
}
