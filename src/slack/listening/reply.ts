import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Answer } from '../commands/answer.ts';
import { messageModal } from '../modals/message.ts';
import type { Asking } from './asking.ts';
import type { Opener } from './opener.ts';

/** How an answer reaches whoever asked: seen by them alone. */
export type Reply = (answer: Answer) => Promise<void>;

const TITLE = 'Rampart';

/** To a slash command, or a click on a message: under it, or in its stead when only they saw it. */
export function replyByUrl(
  respond: RespondFn,
  opener: Opener,
  asking: Asking,
  client: WebClient,
  replaces: boolean,
): Reply {
  return async (answer) => {
    if (answer.kind === 'modal') return opener.show(answer.view);
    const { text, blocks } = answer.message;
    try {
      await respond({ response_type: 'ephemeral', replace_original: replaces, text, blocks });
    } catch (error) {
      asking.log.warn({ err: error }, 'no answer by response_url; trying another way');
      await replyInPlace(client, asking)(answer);
    }
  };
}

/** To a click on Home, where there is no conversation: in a modal. */
export function replyInModal(opener: Opener): Reply {
  return (answer) => opener.show(answer.kind === 'modal' ? answer.view : messageModal(TITLE, answer.message));
}

/** Where it was said, or by direct message where that cannot be. */
export function replyInPlace(client: WebClient, { place, user, log }: Asking): Reply {
  return async (answer) => {
    const message = answer.kind === 'modal' ? answer.instead : answer.message;
    const { channel, thread } = place;
    if (channel !== null && !channel.startsWith('D')) {
      try {
        const here = { channel, user, ...message };
        await client.chat.postEphemeral(thread === null ? here : { ...here, thread_ts: thread });
        return;
      } catch (error) {
        log.info({ err: error, channel }, 'no answer where it was asked; sending a direct message');
      }
    }
    const to = channel?.startsWith('D') ? channel : user;
    const content = { channel: to, ...message, unfurl_links: false, unfurl_media: false };
    await client.chat.postMessage(
      thread === null || to === user ? content : { ...content, thread_ts: thread },
    );
  };
}
