import { tellMembers } from '../apps/events.ts';
import type { Slack } from '../slack.ts';
import type { StoredConversation, StoredMessage } from '../state/model.ts';
import { edit } from './edit.ts';

/** Adds a person's reaction; false when it was there already. */
export function react(
  slack: Slack,
  conversation: StoredConversation,
  message: StoredMessage,
  user: string,
  name: string,
): boolean {
  const before = message.reactions ?? [];
  const same = before.find((reaction) => reaction.name === name);
  if (same?.users.includes(user)) return false;
  const reactions = same
    ? before.map((r) => (r === same ? { ...r, users: [...r.users, user] } : r))
    : [...before, { name, users: [user] }];
  edit(slack, conversation, { ...message, reactions }, { silent: true });
  tell(slack, conversation, message, user, name, 'reaction_added');
  return true;
}

/** Takes a person's reaction away; false when there was none. */
export function unreact(
  slack: Slack,
  conversation: StoredConversation,
  message: StoredMessage,
  user: string,
  name: string,
): boolean {
  const before = message.reactions ?? [];
  const same = before.find((reaction) => reaction.name === name);
  if (!same?.users.includes(user)) return false;
  const reactions = before
    .map((r) => (r === same ? { ...r, users: r.users.filter((one) => one !== user) } : r))
    .filter((r) => r.users.length > 0);
  edit(slack, conversation, { ...message, reactions }, { silent: true });
  tell(slack, conversation, message, user, name, 'reaction_removed');
  return true;
}

function tell(
  slack: Slack,
  conversation: StoredConversation,
  message: StoredMessage,
  user: string,
  reaction: string,
  type: 'reaction_added' | 'reaction_removed',
): void {
  const item = { type: 'message', channel: conversation.id, ts: message.ts };
  tellMembers(slack, conversation, { type, user, reaction, item_user: message.user, item });
}
