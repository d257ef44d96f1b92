import type { Act, ActReply } from '../protocol.ts';
import type { Slack } from '../slack.ts';
import { acting } from './acting.ts';
import { click } from './click.ts';
import { skip } from './clock.ts';
import { closeModal } from './close.ts';
import { runCommand } from './command.ts';
import { deleteOwn, editOwn, read, say, toggleReaction } from './messages.ts';
import { createChannel, invite, join, leave, openDirect, openHome } from './places.ts';
import { globalShortcut, messageShortcut } from './shortcut.ts';
import { submit } from './submit.ts';
import { suggest } from './suggest.ts';

/** Does what a person did in their client. What they may not do is answered, never thrown. */
export async function act(slack: Slack, team: string, user: string, done: Act): Promise<ActReply> {
  const by = acting(slack, team, user);
  if ('ok' in by) return by;
  switch (done.type) {
    case 'say':
      return say(by, done);
    case 'edit':
      return editOwn(by, done);
    case 'delete':
      return deleteOwn(by, done);
    case 'react':
      return toggleReaction(by, done);
    case 'command':
      return runCommand(by, done);
    case 'click':
      return click(by, done);
    case 'submit':
      return submit(by, done);
    case 'close':
      return closeModal(by, done);
    case 'open-home':
      return openHome(by, done);
    case 'open-dm':
      return openDirect(by, done);
    case 'read':
      return read(by, done);
    case 'shortcut':
      return globalShortcut(by, done);
    case 'message-shortcut':
      return messageShortcut(by, done);
    case 'suggest':
      return suggest(by, done);
    case 'join':
      return join(by, done);
    case 'leave':
      return leave(by, done);
    case 'invite':
      return invite(by, done);
    case 'create-channel':
      return createChannel(by, done);
    case 'skip':
      return skip(by, done.byMs);
    case 'skip-to-next':
      return skip(by, 'next');
  }
}
