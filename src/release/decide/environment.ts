import { approvalStatus } from '../approval.ts';
import type { Command } from '../command.ts';
import { accept, actorId, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import { inFlight } from '../release.ts';
import type { State } from '../state.ts';
import { askForApproval } from './ask.ts';
import { mayNotRelease, notAnAdmin } from './who.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * Sets who may release and approve in an environment. It counts from the next firing on, also for what was approved.
 * Releases in flight that needed no approval so far, and do now, are put to the approvers in the same commit.
 */
export function setPolicy(state: State, command: Of<'set-policy'>, context: Context): Decision {
  const refused = notAnAdmin(state, context);
  if (refused !== null) return refuse(refused);
  const environment = state.environments.get(command.environment);
  if (environment === undefined) return unknownEnvironment(state, command.environment);
  const { policy } = command;
  const trace = traceOf(context);
  const changed: Event = { type: 'PolicyChanged', ...trace, environment: environment.key, policy };
  if (environment.policy.quorum > 0) return accept(changed);
  const asked = [...state.releases.values()].flatMap((release) => {
    if (release.environment !== environment.key || !inFlight(release) || release.phase.kind === 'draft')
      return [];
    const status = approvalStatus(state, release, policy, context.people, context.now);
    return status.granted ? [] : [askForApproval(release, status, policy, trace)];
  });
  return accept(changed, ...asked);
}

/** A period in which nothing may widen. Anyone who may release may ask for calm. */
export function addFreeze(state: State, command: Of<'add-freeze'>, context: Context): Decision {
  const environment = state.environments.get(command.environment);
  if (environment === undefined) return unknownEnvironment(state, command.environment);
  const refused = mayNotRelease(environment, context);
  if (refused !== null) return refuse(refused);
  const { freeze } = command;
  if (Date.parse(freeze.endsAt) <= Date.parse(freeze.startsAt)) {
    return refuse({
      code: 'INVALID',
      field: 'end',
      got: freeze.endsAt,
      allowed: `a time after the start, ${freeze.startsAt}`,
    });
  }
  return accept({
    type: 'FreezeAdded',
    ...traceOf(context),
    environment: command.environment,
    freeze: { ...freeze, by: actorId(context.by) },
  });
}

/** Ends a freeze before its time. Only who set it, or an admin: it lets held stages go on. */
export function liftFreeze(state: State, command: Of<'lift-freeze'>, context: Context): Decision {
  const environment = state.environments.get(command.environment);
  if (environment === undefined) return unknownEnvironment(state, command.environment);
  const freeze = environment.freezes.find((known) => known.id === command.freeze);
  if (freeze === undefined) return refuse({ code: 'UNKNOWN_FREEZE', freeze: command.freeze });
  const refused =
    context.by.kind === 'person' && context.by.id === freeze.by
      ? mayNotRelease(environment, context)
      : notAnAdmin(state, context);
  if (refused !== null) return refuse(refused);
  return accept({
    type: 'FreezeLifted',
    ...traceOf(context),
    environment: command.environment,
    freeze: command.freeze,
  });
}

function unknownEnvironment(state: State, environment: string): Decision {
  return refuse({ code: 'UNKNOWN_ENVIRONMENT', environment, known: [...state.environments.keys()] });
}
