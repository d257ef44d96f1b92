import { type SlackEvent, tellMembers, tellWorkspace } from '../apps/events.ts';
import { post } from '../messages/post.ts';
import { nowSeconds, type Slack } from '../slack.ts';
import type { StoredConversation } from '../state/model.ts';
import { conversationForPerson } from './describe.ts';
import { isShownTo, teamsOf } from './find.ts';

/** Keeps a changed conversation and shows it to whoever has it in their list. */
export function change(slack: Slack, changed: StoredConversation): StoredConversation {
  slack.world.conversations.put(changed.id, changed);
  slack.live.tell(({ user }) => {
    const viewer = slack.world.people.get(user);
    return viewer && isShownTo(changed, viewer)
      ? { type: 'conversation', conversation: conversationForPerson(slack, changed, user) }
      : undefined;
  });
  return changed;
}

/** Events about private channels carry another name. Source: https://docs.slack.dev/reference/events */
function eventName(conversation: StoredConversation, what: string): string {
  return conversation.kind === 'channel' ? `channel_${what}` : `group_${what}`;
}

/** Tells apps about a channel: all of its workspaces' for a public one, else only those whose bot is in it. */
export function tellAbout(slack: Slack, conversation: StoredConversation, event: SlackEvent): void {
  if (conversation.kind !== 'channel') tellMembers(slack, conversation, event);
  else for (const team of teamsOf(conversation)) tellWorkspace(slack, team, event);
}

function note(
  slack: Slack,
  conversation: StoredConversation,
  by: string,
  subtype: string,
  text: string,
): void {
  const teamId = slack.world.people.get(by)?.teamId ?? conversation.teamId;
  post(slack, conversation, { teamId, user: by, subtype, text, blocks: [] });
}

/** Adds someone; `inviter` is set when another brought them in. */
export function addMember(
  slack: Slack,
  conversation: StoredConversation,
  user: string,
  inviter?: string,
): StoredConversation {
  if (conversation.members.includes(user)) return conversation;
  const changed = change(slack, { ...conversation, members: [...conversation.members, user] });
  tellMembers(slack, changed, {
    type: 'member_joined_channel',
    user,
    channel: changed.id,
    channel_type: changed.kind === 'channel' ? 'C' : 'G',
    team: slack.world.people.get(user)?.teamId ?? changed.teamId,
    ...(inviter ? { inviter } : {}),
  });
  const subtype = changed.kind === 'channel' ? 'channel_join' : 'group_join';
  note(slack, changed, user, subtype, `<@${user}> has joined the channel`);
  return changed;
}

/** Takes someone out. The bot that was taken out is told too. */
export function dropMember(slack: Slack, conversation: StoredConversation, user: string): StoredConversation {
  slack.live.tell((viewer) =>
    viewer.user === user ? { type: 'conversation-left', channel: conversation.id } : undefined,
  );
  const changed = change(slack, {
    ...conversation,
    members: conversation.members.filter((member) => member !== user),
  });
  const channel_type = changed.kind === 'channel' ? 'C' : 'G';
  tellMembers(slack, changed, {
    type: 'member_left_channel',
    user,
    channel: changed.id,
    channel_type,
    team: slack.world.people.get(user)?.teamId ?? changed.teamId,
  });
  const gone = slack.world.installs.find((install) => install.botUser === user);
  if (gone) {
    const type = changed.kind === 'channel' ? 'channel_left' : 'group_left';
    tellMembers(slack, { ...changed, members: [user] }, { type, channel: changed.id, actor_id: user });
  }
  return changed;
}

export function archive(slack: Slack, conversation: StoredConversation, by: string): void {
  const changed = change(slack, { ...conversation, archived: true });
  tellAbout(slack, changed, { type: eventName(changed, 'archive'), channel: changed.id, user: by });
}

export function unarchive(slack: Slack, conversation: StoredConversation, by: string): void {
  const changed = change(slack, { ...conversation, archived: false });
  tellAbout(slack, changed, { type: eventName(changed, 'unarchive'), channel: changed.id, user: by });
}

export function rename(
  slack: Slack,
  conversation: StoredConversation,
  name: string,
  by: string,
): StoredConversation {
  const previousNames = [conversation.name, ...conversation.previousNames];
  const changed = change(slack, { ...conversation, name, previousNames });
  tellAbout(slack, changed, {
    type: eventName(changed, 'rename'),
    channel: { id: changed.id, name, name_normalized: name, created: changed.createdAt },
  });
  note(
    slack,
    changed,
    by,
    'channel_name',
    `has renamed the channel from "${conversation.name}" to "${name}"`,
  );
  return changed;
}

/** Sets the topic or the purpose. */
export function describe(
  slack: Slack,
  conversation: StoredConversation,
  what: 'topic' | 'purpose',
  value: string,
  by: string,
): StoredConversation {
  const changed = change(slack, {
    ...conversation,
    [what]: { value, creator: by, last_set: nowSeconds(slack) },
  });
  note(slack, changed, by, `channel_${what}`, `set the channel ${what}: ${value}`);
  return changed;
}
