import * as z from 'zod';
import { readContent } from '../messages/content.ts';
import { scheduleMessage, unschedule } from '../messages/scheduled.ts';
import { nowSeconds } from '../slack.ts';
import { newId } from '../state/ids.ts';
import { text, whole } from './args.ts';
import { authorOf, identityProblem, threadProblem } from './authorship.ts';
import { contentArgs, threading } from './chat.ts';
import { method } from './method.ts';
import { page } from './pages.ts';
import { fail, isFailure } from './reply.ts';
import { postTarget } from './target.ts';

/** Sources: https://docs.slack.dev/reference/methods/chat.scheduleMessage and its error list. */
const MOST_AHEAD_S = 120 * 86_400;
const MOST_TEXT = 40_000;
/** At most 30 messages within five minutes in a channel. */
const MOST_CLOSE_TOGETHER = 30;
const CLOSE_TOGETHER_S = 300;

const schedule = method('chat.scheduleMessage', {
  scopes: ['chat:write'],
  rate: { tier: 3 },
  args: z.object({ channel: text, post_at: whole, ...contentArgs }),
  run: (call, args) => {
    const { slack, install } = call;
    const conversation = postTarget(call, args.channel);
    if (isFailure(conversation)) return conversation;
    const now = nowSeconds(slack);
    if (args.post_at <= now) return fail('time_in_past');
    if (args.post_at > now + MOST_AHEAD_S) return fail('time_too_far');
    if ((args.text?.length ?? 0) > MOST_TEXT) return fail('msg_too_long');
    const content = readContent(slack, install, args);
    if (isFailure(content)) return content;
    const problem = identityProblem(call, args) ?? threadProblem(call, conversation.id, args.thread_ts);
    if (problem) return problem;
    const near = slack.world.scheduled.filter(
      (other) =>
        other.channel === conversation.id && Math.abs(other.postAt - args.post_at) < CLOSE_TOGETHER_S,
    );
    if (near.length >= MOST_CLOSE_TOGETHER) return fail('restricted_too_many');
    const scheduled = scheduleMessage(slack, {
      id: newId('Q'),
      appId: install.appId,
      teamId: install.teamId,
      channel: conversation.id,
      postAt: args.post_at,
      createdAt: now,
      text: content.text,
      message: {
        channel: conversation.id,
        ...authorOf(call, args),
        ...content,
        ...threading(args.thread_ts, args.reply_broadcast),
      },
    });
    return {
      ok: true,
      channel: conversation.id,
      scheduled_message_id: scheduled.id,
      post_at: scheduled.postAt,
      message: { text: content.text, type: 'delayed_message', bot_id: install.botId },
    };
  },
});

const remove = method('chat.deleteScheduledMessage', {
  scopes: ['chat:write'],
  rate: { tier: 3 },
  args: z.object({ channel: text, scheduled_message_id: text }),
  run: ({ slack, install }, args) => {
    const found = slack.world.scheduled.get(args.scheduled_message_id);
    if (found?.appId !== install.appId || found.channel !== args.channel) {
      return fail('invalid_scheduled_message_id');
    }
    // Source: https://docs.slack.dev/reference/methods/chat.deleteScheduledMessage (60 seconds before)
    if (found.postAt - nowSeconds(slack) < 60) return fail('invalid_scheduled_message_id');
    unschedule(slack, found.id);
    return { ok: true };
  },
});

const list = method('chat.scheduledMessages.list', {
  rate: { tier: 3 },
  args: z.object({
    channel: text.optional(),
    cursor: z.string().optional(),
    limit: whole.optional(),
    oldest: text.optional(),
    latest: text.optional(),
  }),
  run: ({ slack, install }, args) => {
    const all = slack.world.scheduled
      .filter(
        (one) =>
          one.appId === install.appId &&
          one.teamId === install.teamId &&
          (args.channel === undefined || one.channel === args.channel) &&
          (args.oldest === undefined || one.postAt >= Number(args.oldest)) &&
          (args.latest === undefined || one.postAt <= Number(args.latest)),
      )
      .sort((a, b) => a.postAt - b.postAt);
    const shown = page(all, args.cursor, args.limit ?? 100, 100);
    if (isFailure(shown)) return shown;
    return {
      ok: true,
      scheduled_messages: shown.items.map((one) => ({
        id: one.id,
        channel_id: one.channel,
        post_at: one.postAt,
        date_created: one.createdAt,
        text: one.text,
      })),
      response_metadata: shown.metadata,
    };
  },
});

export const scheduledMethods = [schedule, remove, list];
