import type { Environment } from '../../environment/environment.ts';
import { canonicalJson } from '../../flag/canonical.ts';
import { approvalStatus } from '../approval.ts';
import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import { evolveAll } from '../evolve.ts';
import { thenFire } from '../fire.ts';
import type { Release } from '../release.ts';
import { flagSet } from '../stage.ts';
import type { State } from '../state.ts';
import { askForApproval } from './ask.ts';
import { findInFlight } from './find.ts';
import { planProblem } from './plan.ts';
import { startProblem } from './start.ts';
import { mayNotRelease } from './who.ts';

type Edit = Extract<Command, { type: 'edit' }>;

/**
 * Changes what has not fired yet. Whoever edits may no longer approve; where what would happen changes, the
 * approvals no longer match and the question is put again in the same commit.
 */
export function edit(state: State, command: Edit, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const { release, environment } = found.value;
  const refused = mayNotRelease(environment, context);
  if (refused !== null) return refuse(refused);

  const plan = command.plan ?? release.plan;
  const start = command.start ?? release.start;
  const fired = release.firings.length;
  if (canonicalJson(plan.slice(0, fired)) !== canonicalJson(release.plan.slice(0, fired))) {
    return refuse({ code: 'FIRED_STAGES_ARE_FIXED', fired });
  }
  const problem =
    (command.start === undefined || fired > 0 ? null : startProblem(start, context.now)) ??
    planProblem(flagSet(state, release.environment), release.flags, plan, fired);
  if (problem !== null) return refuse(problem);

  const edited: Event = {
    type: 'ReleaseEdited',
    release: release.id,
    ...traceOf(context),
    title: command.title ?? release.title,
    plan,
    start,
    channel: command.channel === undefined ? release.channel : command.channel,
  };
  return accept(...askAgain(state, release, environment, context, [edited]));
}

/**
 * Follows events that changed a release in flight by a new question to its approvers, where the policy wants one
 * and the last one no longer fits, and by the stage that this makes ready.
 */
export function askAgain(
  state: State,
  release: Release,
  environment: Environment,
  context: Context,
  events: Event[],
): Event[] {
  const trace = traceOf(context);
  const changed = evolveAll(state, events);
  const now = changed.releases.get(release.id) ?? release;
  const status = approvalStatus(changed, now, environment.policy, context.people, context.now);
  const mustAsk =
    now.phase.kind !== 'draft' && status.needed > 0 && now.approvalRequest?.digest !== status.digest;
  const asked = mustAsk ? [...events, askForApproval(now, status, environment.policy, trace)] : events;
  return thenFire(state, release.id, context.people, trace, asked);
}
