import { tellApp, tellMembers } from '../apps/events.ts';
import { conversationForPerson } from '../channels/describe.ts';
import { teamsOf } from '../channels/find.ts';
import { installsIn, type Slack } from '../slack.ts';
import type { StoredConversation, StoredMessage } from '../state/model.ts';
import { messageForApp, messageForPerson } from './describe.ts';
import { findMessage } from './find.ts';

/** Puts a message into its conversation, shows it to its members and tells the apps. */
export function post(
  slack: Slack,
  conversation: StoredConversation,
  draft: Omit<StoredMessage, 'ts' | 'channel'>,
): StoredMessage {
  const message = { ...draft, ts: slack.ts.next(), channel: conversation.id };
  slack.world.messages.put(`${message.channel}:${message.ts}`, message);
  showMessage(slack, conversation, message, 'message');
  showRoot(slack, conversation, message);
  showConversation(slack, conversation);
  tellMembers(slack, conversation, {
    ...messageForApp(slack, message),
    type: 'message',
    channel: conversation.id,
    channel_type: channelType(conversation),
  });
  tellMentioned(slack, conversation, message);
  return message;
}

/** Shows a message that only one person sees. It is gone with the process, as it is with a reload in Slack. */
export function postEphemeral(
  slack: Slack,
  conversation: StoredConversation,
  onlyFor: string,
  draft: Omit<StoredMessage, 'ts' | 'channel'>,
): StoredMessage {
  const message = { ...draft, ts: slack.ts.next(), channel: conversation.id, onlyFor };
  slack.ephemerals.set(`${message.channel}:${message.ts}`, message);
  showMessage(slack, conversation, message, 'message');
  return message;
}

/** How event payloads name the kind of a conversation. */
export function channelType(conversation: StoredConversation): string {
  return { channel: 'channel', private: 'group', dm: 'im', group: 'mpim' }[conversation.kind];
}

/** Sends a message to the clients of those who see it. */
export function showMessage(
  slack: Slack,
  conversation: StoredConversation,
  message: StoredMessage,
  type: 'message' | 'message-changed',
): void {
  slack.live.tell(({ user }) => {
    const sees = message.onlyFor ? user === message.onlyFor : conversation.members.includes(user);
    return sees ? { type, message: messageForPerson(slack, message) } : undefined;
  });
}

/** A thread's root shows how many replies it has. */
export function showRoot(slack: Slack, conversation: StoredConversation, reply: StoredMessage): void {
  if (!reply.threadTs || reply.threadTs === reply.ts) return;
  const root = findMessage(slack, conversation.id, reply.threadTs);
  if (root) showMessage(slack, conversation, root, 'message-changed');
}

/** Sends the conversation, with each viewer's unread marks, to the clients of its members. */
export function showConversation(slack: Slack, conversation: StoredConversation): void {
  slack.live.tell(({ user }) =>
    conversation.members.includes(user)
      ? { type: 'conversation', conversation: conversationForPerson(slack, conversation, user) }
      : undefined,
  );
}

/** Source: https://docs.slack.dev/reference/events/app_mention (not sent in DMs with the app) */
function tellMentioned(slack: Slack, conversation: StoredConversation, message: StoredMessage): void {
  if (conversation.kind === 'dm') return;
  for (const install of teamsOf(conversation).flatMap((team) => installsIn(slack, team))) {
    const named = message.text.includes(`<@${install.botUser}>`);
    const isOwn = message.botId === install.botId;
    if (!named || isOwn || !conversation.members.includes(install.botUser)) continue;
    const event = { ...messageForApp(slack, message), type: 'app_mention', channel: conversation.id };
    tellApp(slack, install, event, conversation);
  }
}
