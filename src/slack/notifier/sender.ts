import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { SendFailed } from '../../app/ports/messages.ts';
import type { MessageRef } from '../../app/ports/store.ts';
import type { Clock } from '../../clock.ts';
import { sha256Hex } from '../../flag/canonical.ts';
import type { Rendered } from '../blocks/rendered.ts';
import type { Places } from './places.ts';
import { findStamped, type Stamp, type Stamped } from './stamp.ts';
import { attempt, type Trouble } from './trouble.ts';

/** Cards that change are those in flight; more than this do so at no time. */
const MOST_REMEMBERED = 2_000;

type Where = { channel: string; thread?: string; broadcast?: boolean };

type Post = {
  /** Under which name it is kept, and told apart from other messages of its item. */
  name: string;
  where: Where;
  message: Rendered;
  stamp: Stamp;
  /** This item was tried before, by this process or another. */
  tried: boolean;
  /** What an earlier try would have left. */
  left: (payload: Stamped['metadata']['event_payload']) => boolean;
};

/** What became of a message: where it stands, or that its place is gone. */
type Sent = { ok: true; ref: MessageRef } | { ok: false; gone: string };

/**
 * Sends messages so that each stands once, however often it is tried: what was sent before an item failed is
 * remembered, and after an uncertain answer the conversation is read before posting again. Throws
 * {@link SendFailed} for whatever may go better later.
 */
export type Sender = {
  post(post: Post): Promise<Sent>;
  update(ref: MessageRef, message: Rendered, stamp: Stamp): Promise<Sent>;
  /** The item is done: nothing of it needs to be remembered. */
  forget(itemId: string): void;
};

export function createSender(parts: {
  client: WebClient;
  places: Places;
  clock: Clock;
  log: Logger;
}): Sender {
  const { client, places, clock, log } = parts;
  /** By item and message: where it stands, or that it certainly does not. */
  const progress = new Map<string, Map<string, MessageRef | 'unsent'>>();
  /** What a message showed last, as far as this process sent it: the same again would only cost an update. */
  const shown = new Map<string, string>();
  /** Channels that Slack told us to leave alone for a while, until when. */
  const quietUntil = new Map<string, number>();

  function showed({ channel, ts }: MessageRef, message: Rendered): void {
    shown.delete(`${channel}/${ts}`);
    shown.set(`${channel}/${ts}`, sha256Hex(JSON.stringify(message)));
    for (const oldest of shown.keys()) {
      if (shown.size <= MOST_REMEMBERED) break;
      shown.delete(oldest);
    }
  }

  function note({ stamp, name }: Post, now: MessageRef | 'unsent'): void {
    const item = progress.get(stamp.event_payload.item) ?? new Map();
    progress.set(stamp.event_payload.item, item.set(name, now));
  }

  function failed(trouble: Extract<Trouble, { kind: 'again' }>, channel: string): never {
    if (trouble.retryAfterMs !== null) quietUntil.set(channel, clock().getTime() + trouble.retryAfterMs);
    throw new SendFailed(trouble.reason, trouble.retryAfterMs);
  }

  async function alreadyThere({ where, left }: Post): Promise<string | null> {
    const found = await attempt(findStamped(client, where, left));
    if (found.ok) return found.value;
    if (found.trouble.kind === 'again') failed(found.trouble, where.channel);
    // Posting will tell whether the place is gone. What cannot be read was not written by us either.
    return null;
  }

  async function call(post: Post, message: Rendered) {
    const { channel, thread, broadcast } = post.where;
    const content = { channel, ...message, metadata: post.stamp, unfurl_links: false, unfurl_media: false };
    if (thread === undefined) return attempt(client.chat.postMessage(content));
    const reply = { ...content, thread_ts: thread };
    return attempt(client.chat.postMessage(broadcast ? { ...reply, reply_broadcast: true } : reply));
  }

  return {
    async post(post) {
      const { channel } = post.where;
      const before = progress.get(post.stamp.event_payload.item)?.get(post.name);
      if (typeof before === 'object') return { ok: true, ref: before };
      const waitMs = (quietUntil.get(channel) ?? 0) - clock().getTime();
      if (waitMs > 0) {
        if (!post.tried) note(post, 'unsent');
        throw new SendFailed('rate limited', waitMs);
      }
      await places.join(channel);
      const ref = (ts: string): Sent => {
        const where = { name: post.name, channel, ts };
        note(post, where);
        return { ok: true, ref: where };
      };
      if (post.tried && before !== 'unsent') {
        const ts = await alreadyThere(post);
        if (ts !== null) return ref(ts);
      }
      let answer = await call(post, post.message);
      if (!answer.ok && answer.trouble.kind === 'refused') {
        log.error(
          { reason: answer.trouble.reason, message: post.name },
          'Slack refused blocks; sent as text',
        );
        answer = await call(post, { text: post.message.text, blocks: [] });
      }
      if (answer.ok) {
        const sent = ref(answer.value.ts ?? '');
        if (sent.ok) showed(sent.ref, post.message);
        return sent;
      }
      const { trouble } = answer;
      if (trouble.kind !== 'again') return { ok: false, gone: trouble.reason };
      if (trouble.uncertain) progress.get(post.stamp.event_payload.item)?.delete(post.name);
      else note(post, 'unsent');
      return failed(trouble, channel);
    },

    async update(ref, message, stamp) {
      const { channel, ts } = ref;
      if (shown.get(`${channel}/${ts}`) === sha256Hex(JSON.stringify(message))) return { ok: true, ref };
      const answer = await attempt(client.chat.update({ channel, ts, ...message, metadata: stamp }));
      if (answer.ok) {
        showed(ref, message);
        return { ok: true, ref };
      }
      const { trouble } = answer;
      if (trouble.kind === 'again') throw new SendFailed(trouble.reason, trouble.retryAfterMs);
      if (trouble.kind === 'gone') return { ok: false, gone: trouble.reason };
      log.error({ reason: trouble.reason, message: ref.name }, 'Slack refused the update of a message');
      return { ok: true, ref };
    },

    forget: (itemId) => void progress.delete(itemId),
  };
}
