import { tellMembers } from '../apps/events.ts';
import type { Slack } from '../slack.ts';
import type { StoredConversation, StoredMessage } from '../state/model.ts';
import { messageForApp } from './describe.ts';
import { channelType, showConversation, showMessage, showRoot } from './post.ts';

/** Replaces a message by a changed one, shows it, and tells the apps. `silent` when only a mark on it changed. */
export function edit(
  slack: Slack,
  conversation: StoredConversation,
  changed: StoredMessage,
  { silent = false } = {},
): StoredMessage {
  const key = `${changed.channel}:${changed.ts}`;
  const before = slack.world.messages.get(key);
  slack.world.messages.put(key, changed);
  showMessage(slack, conversation, changed, 'message-changed');
  if (!silent && before) {
    tellMembers(slack, conversation, {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message: messageForApp(slack, changed),
      previous_message: messageForApp(slack, before),
      channel: conversation.id,
      channel_type: channelType(conversation),
      ts: slack.ts.next(),
    });
  }
  return changed;
}

/** Takes a message away; the replies of a thread stay without their root. */
export function remove(slack: Slack, conversation: StoredConversation, message: StoredMessage): void {
  const { channel, ts } = message;
  slack.world.messages.delete(`${channel}:${ts}`);
  slack.world.pins.delete(`${channel}:${ts}`);
  slack.live.tell(({ user }) =>
    conversation.members.includes(user) ? { type: 'message-deleted', channel, ts } : undefined,
  );
  showRoot(slack, conversation, message);
  showConversation(slack, conversation);
  tellMembers(slack, conversation, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: ts,
    previous_message: messageForApp(slack, message),
    channel: conversation.id,
    channel_type: channelType(conversation),
    ts: slack.ts.next(),
  });
}
