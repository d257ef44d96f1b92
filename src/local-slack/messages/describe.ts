import { describeFile, fileForApp } from '../files/describe.ts';
import type { Message } from '../protocol.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/model.ts';
import { repliesTo } from './find.ts';

/**
 * A message as the Web API and event payloads show it.
 * Source: https://docs.slack.dev/reference/events/message
 */
export function messageForApp(
  slack: Slack,
  message: StoredMessage,
  withMetadata = false,
): Record<string, unknown> {
  const bot = message.botId ? slack.world.installs.find((i) => i.botId === message.botId) : undefined;
  const app = bot ? slack.world.apps.get(bot.appId) : undefined;
  return {
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: message.teamId,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...(message.username ? { username: message.username } : {}),
    ...(message.icons ? { icons: message.icons } : {}),
    ...(bot && app
      ? {
          bot_id: bot.botId,
          app_id: bot.appId,
          bot_profile: {
            id: bot.botId,
            app_id: bot.appId,
            user_id: bot.botUser,
            name: app.name,
            deleted: false,
            updated: 0,
            icons: {},
            team_id: bot.teamId,
          },
        }
      : {}),
    ...threadFields(slack, message),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.files ? { files: message.files.map((id) => fileForApp(slack, id)) } : {}),
    ...(message.reactions?.length
      ? { reactions: message.reactions.map((r) => ({ ...r, count: r.users.length })) }
      : {}),
    ...(message.onlyFor ? { is_ephemeral: true } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

function threadFields(slack: Slack, message: StoredMessage): Record<string, unknown> {
  if (message.threadTs && message.threadTs !== message.ts) {
    const root = slack.world.messages.get(`${message.channel}:${message.threadTs}`);
    return { thread_ts: message.threadTs, ...(root ? { parent_user_id: root.user } : {}) };
  }
  const replies = repliesTo(slack, message.channel, message.ts);
  const latest = replies.at(-1);
  if (!latest) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: latest.ts,
    reply_users: users.slice(0, 5),
    is_locked: false,
    subscribed: false,
  };
}

/** A message as a person's client shows it. */
export function messageForPerson(slack: Slack, message: StoredMessage): Message {
  const isReply = message.threadTs !== undefined && message.threadTs !== message.ts;
  const replies = isReply ? [] : repliesTo(slack, message.channel, message.ts);
  const latest = replies.at(-1);
  return {
    ts: message.ts,
    channel: message.channel,
    user: message.user,
    ...(message.appId ? { appId: message.appId } : {}),
    text: message.text,
    // What a person typed is shown from its text.
    blocks: message.appId ? message.blocks : [],
    ...(isReply ? { threadTs: message.threadTs } : {}),
    ...(latest ? { replyCount: replies.length, latestReply: latest.ts } : {}),
    ...(message.broadcast ? { broadcast: true } : {}),
    ...(message.edited ? { editedTs: message.edited.ts } : {}),
    ...(message.onlyFor ? { ephemeral: true } : {}),
    ...(message.files ? { files: message.files.flatMap((id) => describeFile(slack, id)) } : {}),
    ...(message.reactions ? { reactions: message.reactions } : {}),
  };
}
