import { nowSeconds, type Slack } from '../slack.ts';
import { newId } from '../state/ids.ts';
import type { StoredConversation } from '../state/model.ts';
import { conversationForPerson } from './describe.ts';
import { findDm } from './find.ts';

/** The conversation between two users, made when they never had one. */
export function openDm(slack: Slack, teamId: string, a: string, b: string): StoredConversation {
  const existing = findDm(slack, a, b);
  if (existing) return existing;
  const made = slack.world.conversations.put(...keyed(emptyConversation(slack, teamId, 'dm', [a, b])));
  slack.live.tell(({ user }) =>
    made.members.includes(user)
      ? { type: 'conversation', conversation: conversationForPerson(slack, made, user) }
      : undefined,
  );
  return made;
}

const PREFIX = { channel: 'C', private: 'C', dm: 'D', group: 'G' } as const;

/** A conversation in which nothing was said yet. */
export function emptyConversation(
  slack: Slack,
  teamId: string,
  kind: StoredConversation['kind'],
  members: string[],
): StoredConversation {
  const nothing = { value: '', creator: '', last_set: 0 };
  return {
    id: newId(PREFIX[kind]),
    teamId,
    kind,
    name: kind === 'group' ? groupName(slack, members) : '',
    previousNames: [],
    topic: nothing,
    purpose: nothing,
    creator: members[0] ?? '',
    createdAt: nowSeconds(slack),
    members: [...new Set(members)],
    archived: false,
    general: false,
    sharedWith: [],
  };
}

/** Group messages have a name made of their people's: `mpdm-mara--nico-1`. */
function groupName(slack: Slack, members: string[]): string {
  const names = members.map((id) => slack.world.people.get(id)?.name ?? id).sort();
  return `mpdm-${names.join('--')}-1`;
}

function keyed(conversation: StoredConversation): [string, StoredConversation] {
  return [conversation.id, conversation];
}
