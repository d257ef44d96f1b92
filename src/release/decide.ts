import type { Command } from './command.ts';
import { type Context, type Decision, refuse } from './context.ts';
import { approve, reject, requestApproval, withdrawApproval } from './decide/approve.ts';
import { defineAudience } from './decide/audience.ts';
import { edit } from './decide/edit.ts';
import { addFreeze, liftFreeze, setPolicy } from './decide/environment.ts';
import { createFlag } from './decide/flag.ts';
import { finishSetup, install, issueReadKey, linkMe } from './decide/install.ts';
import { openRelease } from './decide/open.ts';
import { ramp } from './decide/ramp.ts';
import { restore } from './decide/restore.ts';
import { advance, cancel, extendBake, pause, resume, startLate, transfer } from './decide/steer.ts';
import { tick } from './decide/tick.ts';
import { unrelease } from './decide/unrelease.ts';
import { unfitValue } from './decide/values.ts';
import type { State } from './state.ts';

/**
 * What a command comes to in a state, at a moment, for an actor: the events to commit, or why not. Pure: the same
 * arguments always decide the same, so it can be asked again after a lost race, and by a card that wants to know
 * whether a button would work.
 */
export function decide(state: State, command: Command, context: Context): Decision {
  const unfit = unfitValue(command);
  if (unfit !== null) return refuse(unfit);
  if (command.type === 'install') return install(state, command, context);
  if (state.installation === null) return refuse({ code: 'NOT_INSTALLED' });
  switch (command.type) {
    case 'finish-setup':
      return finishSetup(state, command, context);
    case 'set-policy':
      return setPolicy(state, command, context);
    case 'add-freeze':
      return addFreeze(state, command, context);
    case 'lift-freeze':
      return liftFreeze(state, command, context);
    case 'define-audience':
      return defineAudience(state, command, context);
    case 'link-me':
      return linkMe(state, command, context);
    case 'issue-read-key':
      return issueReadKey(state, command, context);
    case 'create-flag':
      return createFlag(state, command, context);
    case 'open-release':
      return openRelease(state, command, context);
    case 'ramp':
      return ramp(state, command, context);
    case 'edit':
      return edit(state, command, context);
    case 'request-approval':
      return requestApproval(state, command, context);
    case 'approve':
      return approve(state, command, context);
    case 'withdraw-approval':
      return withdrawApproval(state, command, context);
    case 'reject':
      return reject(state, command, context);
    case 'pause':
      return pause(state, command, context);
    case 'resume':
      return resume(state, command, context);
    case 'advance':
      return advance(state, command, context);
    case 'extend-bake':
      return extendBake(state, command, context);
    case 'start-late':
      return startLate(state, command, context);
    case 'transfer':
      return transfer(state, command, context);
    case 'cancel':
      return cancel(state, command, context);
    case 'unrelease':
      return unrelease(state, command, context);
    case 'restore':
      return restore(state, command, context);
    case 'tick':
      return tick(state, command, context);
  }
}
