import { EVERYONE } from '../flag/audience.ts';
import { DARK, type Exposure } from '../flag/exposure.ts';
import type { FlagKey } from '../flag/flag.ts';
import type { ExposureChange } from './outbox-item.ts';
import type { State } from './state.ts';

/**
 * What people of each audience are meant to see, in basis points: the percentages, with 0 for whatever is taken
 * away. Audiences at 0 are left out.
 */
export function visiblePercentages(exposure: Exposure): Record<string, number> {
  if (exposure.unreleased.whole !== null) return {};
  return Object.fromEntries(
    Object.entries(exposure.percentages).filter(
      ([audience, percentage]) =>
        percentage > 0 &&
        exposure.unreleased.audiences[audience] === undefined &&
        !exposure.excluded.includes(audience),
    ),
  );
}

/** How the exposure of some flags differs between two states, audience by audience, `everyone` first. */
export function exposureChanges(
  before: State,
  after: State,
  flags: Iterable<FlagKey>,
  environment: string,
): ExposureChange[] {
  const changes: ExposureChange[] = [];
  for (const flag of flags) {
    const was = visiblePercentages(before.flags.get(flag)?.exposures[environment] ?? DARK);
    const is = visiblePercentages(after.flags.get(flag)?.exposures[environment] ?? DARK);
    const audiences = [...new Set([EVERYONE, ...Object.keys(was), ...Object.keys(is)])];
    for (const audience of audiences) {
      const [from, to] = [was[audience] ?? 0, is[audience] ?? 0];
      if (from !== to) changes.push({ flag, audience, from, to });
    }
  }
  return changes;
}
