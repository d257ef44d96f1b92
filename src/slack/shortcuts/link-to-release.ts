import type { App, MessageShortcut, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { section } from '../blocks/kit.ts';
import type { Rendered } from '../blocks/rendered.ts';
import { type Answer, form, refused, say, sentence } from '../commands/answer.ts';
import { SHORTCUT } from '../ids.ts';
import type { Asking } from '../listening/asking.ts';
import { attend, isKnown, turnedAway } from '../listening/attend.ts';
import { guarded } from '../listening/guarded.ts';
import { createOpener } from '../listening/opener.ts';
import type { Parts } from '../listening/parts.ts';
import { placeOf } from '../listening/placed.ts';
import { replyInModal, replyInPlace } from '../listening/reply.ts';
import { signedInteraction } from '../listening/signed.ts';
import { cardName } from '../notifier/message-name.ts';
import { mention } from '../words/person.ts';
import { type Linked, linkForm, readLinkForm } from './link-form.ts';

/** "Link to release", on any message: its link goes into the thread of a release. */
export function listenToLinkShortcut(app: App, parts: Parts): void {
  const client = parts.connection.clients.answers;
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: SHORTCUT.linkToRelease },
    async ({ ack, shortcut }) => {
      await ack();
      const place = { channel: shortcut.channel.id, thread: null, release: null };
      const asking = attend(parts, signedInteraction(shortcut), place);
      const opener = createOpener(client, shortcut.trigger_id, place);
      if (!isKnown(asking, parts)) await opener.hold('Link to release');
      await guarded(asking, replyInModal(opener), async () => {
        const why = await turnedAway(asking, parts);
        if (why !== null) return refused(why, asking, parts);
        const linked = { channel: shortcut.channel.id, ts: shortcut.message_ts };
        return form(linkForm(parts.state.current().state, linked));
      });
    },
  );

  app.view<ViewSubmitAction>(
    { type: 'view_submission', callback_id: SHORTCUT.linkToRelease },
    async ({ ack, body, view }) => {
      await ack();
      const asking = attend(parts, signedInteraction(body), placeOf(view.private_metadata));
      await guarded(asking, replyInPlace(client, asking), async () => {
        const why = await turnedAway(asking, parts);
        if (why !== null) return refused(why, asking, parts);
        const { release, linked } = readLinkForm(view.state.values, view.private_metadata);
        if (release === null || linked === null) return say(sentence('That form could not be read.'));
        return link(client, release, linked, asking, parts);
      });
    },
  );
}

async function link(
  client: WebClient,
  id: string,
  linked: Linked,
  asking: Asking,
  parts: Parts,
): Promise<Answer> {
  const release = parts.state.current().state.releases.get(id);
  const card = (await parts.store.messageRefs([cardName(id)])).get(cardName(id));
  if (release === undefined || card === undefined) {
    return say(sentence('That release has no card, so there is no thread to put the link into.'));
  }
  const { permalink } = await client.chat.getPermalink({ channel: linked.channel, message_ts: linked.ts });
  const line: Rendered = {
    text: `Linked by ${mention(asking.person)}: ${permalink}`,
    blocks: [section(`🔗 Linked by ${mention(asking.person)}: <${permalink}|message>`)],
  };
  await client.chat.postMessage({ channel: card.channel, thread_ts: card.ts, ...line });
  return say(sentence('Linked: it stands in the thread of the release.'));
}
