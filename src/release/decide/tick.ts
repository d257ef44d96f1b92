import { approvalStatus } from '../approval.ts';
import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import { fireIfReady } from '../fire.ts';
import { missesStartAt } from '../hold.ts';
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
  const missedAt = missesStartAt(release, environment.policy.lateStartMs);
  if (missedAt !== null && context.now >= missedAt && release.start.kind === 'at') {
    return accept({ type: 'StartMissed', release: release.id, ...trace, dueAt: release.start.at });
  }
  return accept(...fireIfReady(state, release.id, context.people, trace));
}
