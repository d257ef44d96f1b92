import type { App } from '@slack/bolt';
import { attend, isKnown, turnedAway } from '../listening/attend.ts';
import { guarded } from '../listening/guarded.ts';
import { createOpener } from '../listening/opener.ts';
import type { Parts } from '../listening/parts.ts';
import { replyByUrl, replyInModal } from '../listening/reply.ts';
import { signedCommand } from '../listening/signed.ts';
import { parse } from '../parse/parse.ts';
import { refused } from './answer.ts';
import { answerTo } from './answer-to.ts';

const COMMAND = '/release';

/** `/release …`: acknowledged at once, answered to whoever typed it alone. */
export function listenToCommands(app: App, parts: Parts): void {
  app.command(COMMAND, async ({ ack, command, respond }) => {
    await ack();
    const client = parts.connection.clients.answers;
    const place = { channel: command.channel_id, thread: null, release: null };
    const asking = attend(parts, signedCommand(command), place);
    const opener = createOpener(client, command.trigger_id, place);
    const isForm = opensAForm(command.text) && !isKnown(asking, parts);
    if (isForm) await opener.hold('One moment');
    const reply = isForm ? replyInModal(opener) : replyByUrl(respond, opener, asking, client, false);
    await guarded(asking, reply, async () => {
      const why = await turnedAway(asking, parts);
      return why === null ? answerTo(command.text, asking, parts) : refused(why, asking, parts);
    });
  });
}

/** What may open a form must do so within three seconds, also when nothing is known of who asks. */
function opensAForm(text: string): boolean {
  const parsed = parse(text);
  return parsed.ok && (parsed.said.verb === 'new' || parsed.said.verb === 'me');
}
