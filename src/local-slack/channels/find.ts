import type { Slack } from '../slack.ts';
import type { Install, StoredConversation, StoredPerson } from '../state/model.ts';

/** The workspaces whose people may be in a conversation: its own, and those it is shared with. */
export function teamsOf(conversation: StoredConversation): string[] {
  return [conversation.teamId, ...conversation.sharedWith];
}

/** What a person's list holds: the conversations they are in, and the public channels they could join. */
export function isShownTo(conversation: StoredConversation, person: StoredPerson): boolean {
  if (conversation.members.includes(person.id)) return true;
  return (
    conversation.kind === 'channel' &&
    teamsOf(conversation).includes(person.teamId) &&
    person.kind !== 'guest'
  );
}

/** Whether a bot may know that a conversation exists: a public one of its workspace, or one that it is in. */
export function isVisibleTo(conversation: StoredConversation, install: Install): boolean {
  if (conversation.members.includes(install.botUser)) return true;
  return conversation.kind === 'channel' && teamsOf(conversation).includes(install.teamId);
}

/** The conversation with that id if the bot may know of it. */
export function findConversation(slack: Slack, install: Install, id: string): StoredConversation | undefined {
  const conversation = slack.world.conversations.get(id);
  return conversation && isVisibleTo(conversation, install) ? conversation : undefined;
}

/** The conversation between two users, if they ever had one. */
export function findDm(slack: Slack, a: string, b: string): StoredConversation | undefined {
  return slack.world.conversations.find(
    (c) =>
      c.kind === 'dm' &&
      c.members.includes(a) &&
      c.members.includes(b) &&
      (a !== b || c.members.length === 1),
  );
}

/** A channel of the workspace by its name, archived ones included. */
export function findChannelByName(
  slack: Slack,
  teamId: string,
  name: string,
): StoredConversation | undefined {
  return slack.world.conversations.find(
    (c) => (c.kind === 'channel' || c.kind === 'private') && c.teamId === teamId && c.name === name,
  );
}
