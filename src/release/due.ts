import type { People } from '../environment/person.ts';
import { approvalStatus } from './approval.ts';
import { holdsOf, missesStartAt } from './hold.ts';
import { inFlight, type Release } from './release.ts';
import type { State } from './state.ts';

/**
 * The earliest instant from which a tick of this release may do something, as far as can be told now: `now` or
 * before when it is due, null when it takes a person or another change first.
 */
export function wakesAt(state: State, release: Release, people: People, now: Date): Date | null {
  const environment = state.environments.get(release.environment);
  if (environment === undefined || !inFlight(release) || release.phase.kind === 'draft') return null;
  const status = approvalStatus(state, release, environment.policy, people, now);
  if (status.needed > 0 && status.questionOutdated) return now;

  const candidates: Date[] = [];
  if (status.needed > 0 && status.expiresAt !== null) candidates.push(status.expiresAt);
  const missedAt = missesStartAt(release, environment.policy.lateStartMs);
  if (missedAt !== null) candidates.push(missedAt);
  const holds = holdsOf(state, release, people, now);
  if (holds.length === 0) return now;
  const untils = holds.flatMap((hold) => (hold.until === null ? [] : [hold.until.getTime()]));
  if (untils.length === holds.length) candidates.push(new Date(Math.max(...untils)));
  return candidates.reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null);
}
