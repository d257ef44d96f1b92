import * as z from 'zod';
import { readContent } from '../messages/content.ts';
import { messageForApp } from '../messages/describe.ts';
import { edit, remove } from '../messages/edit.ts';
import { findMessage, permalink } from '../messages/find.ts';
import { post, postEphemeral } from '../messages/post.ts';
import type { StoredMessage } from '../state/model.ts';
import { flag, json, text } from './args.ts';
import { authorOf, identityProblem, threadProblem } from './authorship.ts';
import { type Call, method } from './method.ts';
import { type Failure, fail, isFailure } from './reply.ts';
import { conversationOf, postTarget } from './target.ts';

/** Arguments that every way of writing a message takes. */
export const contentArgs = {
  text: text.optional(),
  blocks: json,
  attachments: json,
  markdown_text: z.string().optional(),
  metadata: json,
  thread_ts: text.optional(),
  reply_broadcast: flag.optional(),
  username: z.string().optional(),
  icon_emoji: z.string().optional(),
  icon_url: z.string().optional(),
};

/** Source: https://docs.slack.dev/reference/methods/chat.update (msg_too_long) */
const MOST_TEXT_IN_UPDATE = 4000;
const MOST_TEXT = 40_000;

const postMessage = method('chat.postMessage', {
  scopes: ['chat:write'],
  rate: { everyMs: 1000, per: 'channel' },
  args: z.object({ channel: text, ...contentArgs }),
  run: (call, args) => {
    const conversation = postTarget(call, args.channel);
    if (isFailure(conversation)) return conversation;
    const content = readContent(call.slack, call.install, args);
    if (isFailure(content)) return content;
    const problem = identityProblem(call, args) ?? threadProblem(call, conversation.id, args.thread_ts);
    if (problem) return problem;
    const message = post(call.slack, conversation, {
      ...authorOf(call, args),
      ...content,
      ...threading(args.thread_ts, args.reply_broadcast),
    });
    return {
      ok: true,
      channel: conversation.id,
      ts: message.ts,
      message: messageForApp(call.slack, message, true),
    };
  },
});

export function threading(
  threadTs: string | undefined,
  broadcast: boolean | undefined,
): Partial<StoredMessage> {
  if (!threadTs) return {};
  return broadcast ? { threadTs, broadcast: true, subtype: 'thread_broadcast' } : { threadTs };
}

const postEphemeralMessage = method('chat.postEphemeral', {
  scopes: ['chat:write'],
  rate: { tier: 4 },
  args: z.object({ channel: text, user: z.string(), ...contentArgs }),
  run: (call, args) => {
    const conversation = postTarget(call, args.channel);
    if (isFailure(conversation)) return conversation;
    if ((args.text?.length ?? 0) > MOST_TEXT) return fail('msg_too_long');
    const content = readContent(call.slack, call.install, args);
    if (isFailure(content)) return content;
    if (!conversation.members.includes(args.user)) return fail('user_not_in_channel');
    const problem = identityProblem(call, args);
    if (problem) return problem;
    const message = postEphemeral(call.slack, conversation, args.user, {
      ...authorOf(call, args),
      ...content,
      ...threading(args.thread_ts, false),
    });
    return { ok: true, message_ts: message.ts };
  },
});

const meMessage = method('chat.meMessage', {
  scopes: ['chat:write'],
  rate: { tier: 3 },
  args: z.object({ channel: text, text }),
  run: (call, args) => {
    const conversation = postTarget(call, args.channel);
    if (isFailure(conversation)) return conversation;
    if (args.text.length > MOST_TEXT) return fail('msg_too_long');
    const message = post(call.slack, conversation, {
      ...authorOf(call, {}),
      text: args.text,
      blocks: [],
      subtype: 'me_message',
    });
    return { ok: true, channel: conversation.id, ts: message.ts };
  },
});

const updateMessage = method('chat.update', {
  scopes: ['chat:write'],
  rate: { tier: 3 },
  args: z.object({ channel: text, ts: text, ...contentArgs }),
  run: (call, args) => {
    const found = ownMessage(call, args.channel, args.ts, 'cant_update_message');
    if (isFailure(found)) return found;
    const { conversation, message } = found;
    if (conversation.archived) return fail('is_inactive');
    if ((args.text?.length ?? 0) > MOST_TEXT_IN_UPDATE) return fail('msg_too_long');
    const broadcast = args.reply_broadcast ? broadcastProblem(message, args) : undefined;
    if (broadcast) return broadcast;
    // Without a text, the text and blocks that are not given stay; with one, only it stays.
    const isNew = [args.text, args.blocks, args.markdown_text].some((part) => part !== undefined);
    const kept = isNew ? {} : { text: message.text, blocks: message.blocks };
    const content = readContent(call.slack, call.install, { ...args, ...kept });
    if (isFailure(content)) return content;
    const { attachments: _attachments, metadata: _metadata, ...rest } = message;
    const metadata = args.metadata === undefined ? message.metadata : content.metadata;
    const changed = edit(call.slack, conversation, {
      ...rest,
      text: content.text,
      blocks: content.blocks,
      ...(content.attachments ? { attachments: content.attachments } : {}),
      ...(metadata ? { metadata } : {}),
      ...(args.reply_broadcast ? { broadcast: true } : {}),
      // Slack marks a message as edited only when it is shown from its text.
      ...(content.blocks.length === 0
        ? { edited: { user: call.install.botUser, ts: `${call.slack.ts.next().split('.')[0]}.000000` } }
        : {}),
    });
    return {
      ok: true,
      channel: conversation.id,
      ts: changed.ts,
      text: changed.text,
      message: messageForApp(call.slack, changed, true),
    };
  },
});

/** Only a reply can be shown in the channel afterwards, and not while it changes. */
function broadcastProblem(
  message: StoredMessage,
  args: { text?: unknown; blocks?: unknown },
): Failure | undefined {
  if (!message.threadTs || message.threadTs === message.ts) return fail('cant_broadcast_message');
  const changes = args.text !== undefined || args.blocks !== undefined;
  return changes ? fail('no_dual_broadcast_content_update') : undefined;
}

const deleteMessage = method('chat.delete', {
  scopes: ['chat:write'],
  rate: { tier: 3 },
  args: z.object({ channel: text, ts: text }),
  run: (call, args) => {
    const found = ownMessage(call, args.channel, args.ts, 'cant_delete_message');
    if (isFailure(found)) return found;
    remove(call.slack, found.conversation, found.message);
    return { ok: true, channel: found.conversation.id, ts: args.ts };
  },
});

/** A bot changes only what it wrote, and never an ephemeral message. */
function ownMessage(call: Call, channel: string, ts: string, otherwise: string) {
  const conversation = conversationOf(call, channel);
  if (isFailure(conversation)) return conversation;
  const message = findMessage(call.slack, conversation.id, ts);
  if (!message) return fail('message_not_found');
  return message.botId === call.install.botId ? { conversation, message } : fail(otherwise);
}

const getPermalink = method('chat.getPermalink', {
  rate: 'unlimited',
  args: z.object({ channel: text, message_ts: text }),
  run: (call, args) => {
    const conversation = conversationOf(call, args.channel);
    if (isFailure(conversation)) return conversation;
    const message = findMessage(call.slack, conversation.id, args.message_ts);
    if (!message) return fail('message_not_found');
    return { ok: true, channel: conversation.id, permalink: permalink(call.slack, message) };
  },
});

export const chatMethods = [
  postMessage,
  postEphemeralMessage,
  meMessage,
  updateMessage,
  deleteMessage,
  getPermalink,
];
