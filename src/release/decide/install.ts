import { CAREFUL_POLICY, OPEN_POLICY } from '../../environment/policy.ts';
import type { Command } from '../command.ts';
import { accept, actorId, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import type { State } from '../state.ts';
import { notAMember, notAnAdmin } from './who.ts';

const NEVER_STALE = Number.POSITIVE_INFINITY;

/**
 * The first run: whoever installs is admin, and everything has a sane default at once. Production needs one
 * approval from another full member, staging none.
 */
export function install(
  state: State,
  command: Extract<Command, { type: 'install' }>,
  context: Context,
): Decision {
  if (state.installation !== null) return refuse({ code: 'ALREADY_INSTALLED' });
  const trace = traceOf(context);
  const events: Event[] = [
    {
      type: 'Installed',
      ...trace,
      installation: {
        installedBy: trace.by,
        admins: [trace.by],
        channel: command.channel,
        setUpAt: null,
      },
    },
    {
      type: 'EnvironmentDefined',
      ...trace,
      environment: { key: 'production', policy: CAREFUL_POLICY, freezes: [] },
    },
    {
      type: 'EnvironmentDefined',
      ...trace,
      environment: { key: 'staging', policy: OPEN_POLICY, freezes: [] },
    },
    ...command.audiences.map((audience): Event => ({ type: 'AudienceDefined', ...trace, audience })),
  ];
  return accept(...events);
}

/** The admin has answered the first-run questions, or keeps the defaults. Also how the channel is changed later. */
export function finishSetup(
  state: State,
  command: Extract<Command, { type: 'finish-setup' }>,
  context: Context,
): Decision {
  const refused = notAnAdmin(state, context);
  if (refused !== null || state.installation === null) return refuse(refused ?? { code: 'NOT_INSTALLED' });
  const trace = traceOf(context);
  return accept({
    type: 'InstallationChanged',
    ...trace,
    installation: {
      ...state.installation,
      channel: command.channel ?? state.installation.channel,
      setUpAt: state.installation.setUpAt ?? trace.at,
    },
  });
}

/** A person says under which targeting key the applications know them: what "me" means. */
export function linkMe(
  _state: State,
  command: Extract<Command, { type: 'link-me' }>,
  context: Context,
): Decision {
  const refused = notAMember(context, NEVER_STALE);
  if (refused !== null) return refuse(refused);
  return accept({
    type: 'PersonLinked',
    ...traceOf(context),
    person: actorId(context.by),
    targetingKey: command.targetingKey,
  });
}

/** A key for readers of one environment. The key itself never reaches the state, only its hash. */
export function issueReadKey(
  state: State,
  command: Extract<Command, { type: 'issue-read-key' }>,
  context: Context,
): Decision {
  if (context.by.kind !== 'rampart') {
    const refused = notAnAdmin(state, context);
    if (refused !== null) return refuse(refused);
  }
  if (!state.environments.has(command.environment)) {
    const known = [...state.environments.keys()];
    return refuse({ code: 'UNKNOWN_ENVIRONMENT', environment: command.environment, known });
  }
  const trace = traceOf(context);
  return accept({
    type: 'ReadKeyIssued',
    ...trace,
    key: {
      id: command.id,
      name: command.name,
      environment: command.environment,
      sha256: command.sha256,
      createdAt: trace.at,
      revokedAt: null,
    },
  });
}
