import * as z from 'zod';
import { messageForApp } from '../messages/describe.ts';
import { findMessage, messagesIn, repliesTo } from '../messages/find.ts';
import type { StoredMessage } from '../state/model.ts';
import { flag, text, whole } from './args.ts';
import { type Call, method } from './method.ts';
import { page } from './pages.ts';
import { fail, isFailure, type Reply } from './reply.ts';
import { conversationOf, scopeMissingFor } from './target.ts';

const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

const span = {
  channel: text,
  cursor: z.string().optional(),
  include_all_metadata: flag.default(false),
  inclusive: flag.default(false),
  latest: text.optional(),
  oldest: text.optional(),
};

type Span = { latest?: string | undefined; oldest?: string | undefined; inclusive: boolean };

function spanError({ latest, oldest }: Span): string | undefined {
  const isTime = (ts: string | undefined) => ts === undefined || /^\d+(\.\d+)?$/.test(ts);
  if (!isTime(latest)) return 'invalid_ts_latest';
  return isTime(oldest) ? undefined : 'invalid_ts_oldest';
}

function within({ latest, oldest, inclusive }: Span): (message: StoredMessage) => boolean {
  const from = Number(oldest ?? 0);
  const to = latest === undefined ? Number.POSITIVE_INFINITY : Number(latest);
  return ({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= from && at <= to : at > from && at < to;
  };
}

/** A bot reads what it is in. */
function readable(call: Call, channel: string) {
  const conversation = conversationOf(call, channel);
  if (isFailure(conversation)) return conversation;
  const missing = scopeMissingFor(call, conversation, 'history');
  if (missing) return missing;
  return conversation.members.includes(call.install.botUser) ? conversation : fail('not_in_channel');
}

function shownAs(call: Call, messages: StoredMessage[], args: { include_all_metadata: boolean }) {
  return messages.map((message) => {
    const own = message.appId === call.install.appId;
    return messageForApp(call.slack, message, own || args.include_all_metadata);
  });
}

const history = method('conversations.history', {
  scopes: HISTORY,
  rate: { tier: 3 },
  args: z.object({ ...span, limit: whole.default(100) }),
  run: (call, args): Reply => {
    const conversation = readable(call, args.channel);
    if (isFailure(conversation)) return conversation;
    const wrong = spanError(args);
    if (wrong) return fail(wrong);
    const inChannel = messagesIn(call.slack, conversation.id)
      .filter((m) => !m.threadTs || m.threadTs === m.ts || m.broadcast === true)
      .filter(within(args))
      .reverse();
    const shown = page(inChannel, args.cursor, args.limit, 999);
    if (isFailure(shown)) return shown;
    const pinned = call.slack.world.pins.filter((pin) => pin.channel === conversation.id);
    return {
      ok: true,
      messages: shownAs(call, shown.items, args),
      has_more: shown.metadata.next_cursor !== '',
      pin_count: pinned.length,
      response_metadata: shown.metadata,
    };
  },
});

const replies = method('conversations.replies', {
  scopes: HISTORY,
  rate: { tier: 3 },
  args: z.object({ ...span, ts: text, limit: whole.default(1000) }),
  run: (call, args): Reply => {
    const conversation = readable(call, args.channel);
    if (isFailure(conversation)) return conversation;
    const wrong = spanError(args);
    if (wrong) return fail(wrong);
    const asked = findMessage(call.slack, conversation.id, args.ts);
    if (!asked) return fail('thread_not_found');
    // Asked for by its own ts, a reply comes alone: it has none of its own.
    const thread = repliesTo(call.slack, conversation.id, args.ts).filter(within(args));
    const shown = page(thread, args.cursor, args.limit);
    if (isFailure(shown)) return shown;
    return {
      ok: true,
      messages: shownAs(call, [asked, ...shown.items], args),
      has_more: shown.metadata.next_cursor !== '',
      response_metadata: shown.metadata,
    };
  },
});

export const conversationHistoryMethods = [history, replies];
