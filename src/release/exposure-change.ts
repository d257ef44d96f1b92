import { EVERYONE } from '../flag/audience.ts';
import type { Exposure } from '../flag/exposure.ts';
import type { FlagKey } from '../flag/flag.ts';
import { exposureOf } from '../flag/flag-set.ts';
import { own } from '../flag/own.ts';
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
        own(exposure.unreleased.audiences, audience) === undefined &&
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
    const was = visibleIn(before, flag, environment);
    const is = visibleIn(after, flag, environment);
    const audiences = [...new Set([EVERYONE, ...Object.keys(was), ...Object.keys(is)])];
    for (const audience of audiences) {
      const [from, to] = [own(was, audience) ?? 0, own(is, audience) ?? 0];
      if (from !== to) changes.push({ flag, audience, from, to });
    }
  }
  return changes;
}

function visibleIn(state: State, key: FlagKey, environment: string): Record<string, number> {
  const flag = state.flags.get(key);
  return flag === undefined ? {} : visiblePercentages(exposureOf(flag, environment));
}
