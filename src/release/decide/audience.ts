import { narrows } from '../../flag/narrows.ts';
import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import { flagSet } from '../stage.ts';
import type { State } from '../state.ts';
import { mayNotRelease, notAnAdmin } from './who.ts';

/**
 * Defines or redefines an audience. Where the new definition could let anyone see more than now, in whichever
 * environment, it is refused: that takes a release. An audience that is marked open (such as internal) may change
 * freely, which is why only an admin marks one.
 */
export function defineAudience(
  state: State,
  command: Extract<Command, { type: 'define-audience' }>,
  context: Context,
): Decision {
  const isOpen = state.audiences.get(command.audience.key)?.open ?? false;
  if (command.audience.open && !isOpen) {
    const refused = notAnAdmin(state, context);
    if (refused !== null) return refuse(refused);
  }
  const audiences = new Map(state.audiences).set(command.audience.key, command.audience);
  for (const environment of state.environments.values()) {
    const refused = mayNotRelease(environment, context);
    if (refused !== null) return refuse(refused);
    const before = flagSet(state, environment.key);
    if (!isOpen && !narrows(before, { ...before, audiences })) {
      return refuse({ code: 'AUDIENCE_WOULD_WIDEN', audience: command.audience.key });
    }
  }
  return accept({ type: 'AudienceDefined', ...traceOf(context), audience: command.audience });
}
