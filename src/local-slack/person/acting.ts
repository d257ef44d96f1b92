import type { ActReply } from '../protocol.ts';
import type { Slack } from '../slack.ts';
import type { StoredConversation, StoredPerson } from '../state/model.ts';

/** Somebody who does something in the client. */
export type Acting = { slack: Slack; person: StoredPerson; teamId: string };

export const carriedOut: ActReply = { ok: true };

export function trouble(name: string, explanation: string): ActReply {
  return { ok: false, trouble: name, explanation };
}

/** The person who acts, or why they may not. */
export function acting(slack: Slack, team: string, user: string): Acting | ActReply {
  const person = slack.world.people.get(user);
  if (!person || person.teamId !== team) return trouble('user_not_found', 'There is nobody with that id.');
  if (person.deactivated) return trouble('user_disabled', `${person.realName}'s account is deactivated.`);
  if (person.kind === 'bot') return trouble('user_is_bot', 'An app acts through the Web API.');
  return { slack, person, teamId: team };
}

/** A conversation that the person is in. */
export function ownConversation({ slack, person }: Acting, id: string): StoredConversation | ActReply {
  const conversation = slack.world.conversations.get(id);
  if (!conversation?.members.includes(person.id)) {
    return trouble('channel_not_found', 'You are not in that conversation.');
  }
  return conversation;
}

/** One that the person may write in. */
export function openConversation(by: Acting, id: string): StoredConversation | ActReply {
  const conversation = ownConversation(by, id);
  if ('ok' in conversation || !conversation.archived) return conversation;
  return trouble('is_archived', `#${conversation.name} is archived.`);
}
