import { approvalStatus } from '../approval.ts';
import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import { fireIfReady } from '../fire.ts';
import type { State } from '../state.ts';
import { askForApproval } from './ask.ts';
import { findInFlight } from './find.ts';

/**
 * What is due of one release now, by itself: a question that expired, one to put again because what would happen
 * was changed from elsewhere, a start that was missed, a stage, or the end. At most one of them a tick; no event
 * means that it is still held.
 */
export function tick(state: State, command: Extract<Command, { type: 'tick' }>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const { release, environment } = found.value;
  if (release.phase.kind === 'draft') return accept();
  const trace = traceOf(context);
  const status = approvalStatus(state, release, environment.policy, context.people, context.now);

  if (status.needed > 0 && status.expiresAt !== null && context.now >= status.expiresAt) {
    return accept({ type: 'ApprovalExpired', release: release.id, ...trace });
  }
  if (status.needed > 0 && status.questionOutdated) {
    return accept(askForApproval(release, status, environment.policy, trace));
  }
  const fired = fireIfReady(state, release.id, context.people, trace);
  if (isTooLate(release, environment.policy.lateStartMs, context.now)) {
    const dueAt = release.start.kind === 'at' ? release.start.at : trace.at;
    const missed: Event = { type: 'StartMissed', release: release.id, ...trace, dueAt };
    return accept(missed);
  }
  return accept(...fired);
}

/** A wall-clock start that is late beyond the limit, for whatever cause, waits for a person. */
function isTooLate(
  release: NonNullable<ReturnType<State['releases']['get']>>,
  lateStartMs: number,
  now: Date,
): boolean {
  if (release.start.kind !== 'at' || release.firings.length > 0) return false;
  if (release.missed !== null || release.startedLateBy !== null) return false;
  return now.getTime() - Date.parse(release.start.at) > lateStartMs;
}
