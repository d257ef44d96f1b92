import type { Conversation } from '../protocol.ts';
import type { Slack } from '../slack.ts';
import type { Install, StoredConversation } from '../state/model.ts';
import { unreadCounts } from './unread.ts';

/**
 * A conversation as the Web API shows it to an app.
 * Source: https://docs.slack.dev/reference/objects/conversation-object
 */
export function conversationForApp(slack: Slack, conversation: StoredConversation, install: Install) {
  const { kind } = conversation;
  const common = {
    id: conversation.id,
    created: conversation.createdAt,
    is_archived: conversation.archived,
    is_im: kind === 'dm',
    is_org_shared: false,
    context_team_id: install.teamId,
    updated: conversation.createdAt * 1000,
  };
  if (kind === 'dm') {
    const other = conversation.members.find((id) => id !== install.botUser) ?? install.botUser;
    return { ...common, user: other, is_user_deleted: slack.world.people.get(other)?.deactivated ?? false };
  }
  return {
    ...common,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: kind === 'channel',
    is_group: kind === 'private',
    is_mpim: kind === 'group',
    is_private: kind !== 'channel',
    is_general: conversation.general,
    is_shared: conversation.sharedWith.length > 0,
    is_ext_shared: conversation.sharedWith.length > 0,
    is_pending_ext_shared: false,
    pending_shared: [],
    shared_team_ids: [conversation.teamId, ...conversation.sharedWith],
    is_member: conversation.members.includes(install.botUser),
    creator: conversation.creator,
    topic: conversation.topic,
    purpose: conversation.purpose,
    previous_names: conversation.previousNames,
    unlinked: 0,
    parent_conversation: null,
  };
}

/** A conversation as its viewer's client shows it. */
export function conversationForPerson(
  slack: Slack,
  conversation: StoredConversation,
  viewer: string,
): Conversation {
  const other = conversation.members.find((id) => id !== viewer) ?? viewer;
  const isDm = conversation.kind === 'dm';
  return {
    id: conversation.id,
    teamId: conversation.teamId,
    kind: isDm ? 'dm' : conversation.kind === 'channel' ? 'channel' : 'private',
    name: isDm ? (slack.world.people.get(other)?.realName ?? other) : conversation.name,
    topic: conversation.topic.value,
    members: conversation.members,
    archived: conversation.archived,
    shared: conversation.sharedWith.length > 0,
    ...(isDm ? { with: other } : {}),
    ...unreadCounts(slack, conversation, viewer),
  };
}
