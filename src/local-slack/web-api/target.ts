import { openDm } from '../channels/dm.ts';
import { findChannelByName, findConversation } from '../channels/find.ts';
import { findPerson } from '../people/describe.ts';
import { appOf, type Slack } from '../slack.ts';
import type { Install, StoredConversation } from '../state/model.ts';
import { type Call, missingScope } from './method.ts';
import { type Failure, fail } from './reply.ts';

/** The conversation with that id, if the app may know of it. */
export function conversationOf({ slack, install }: Call, id: string): StoredConversation | Failure {
  return findConversation(slack, install, id) ?? fail('channel_not_found');
}

/**
 * Where an app may post: a conversation's id, `#name`, or a person's id, which means the DM with them.
 * In a public channel it is not in it needs `chat:write.public`.
 */
export function postTarget({ slack, install }: Call, channel: string): StoredConversation | Failure {
  const found = /^[UW]/.test(channel)
    ? dmWith(slack, install, channel)
    : (findConversation(slack, install, channel) ?? byName(slack, install, channel));
  if (!found) return fail('channel_not_found');
  if (found.archived) return fail('is_archived');
  if (found.kind === 'dm' && !hasMessagesTab(slack, install)) return fail('messages_tab_disabled');
  if (found.members.includes(install.botUser)) return found;
  return install.scopes.includes('chat:write.public') ? found : fail('not_in_channel');
}

function hasMessagesTab(slack: Slack, install: Install): boolean {
  return appOf(slack, install).manifest.features.app_home.messages_tab_enabled;
}

function dmWith(slack: Slack, install: Install, user: string): StoredConversation | undefined {
  const person = findPerson(slack, install, user);
  return person && !person.deactivated && person.kind !== 'bot'
    ? openDm(slack, install.teamId, install.botUser, user)
    : undefined;
}

function byName(slack: Slack, install: Install, channel: string): StoredConversation | undefined {
  const named = findChannelByName(slack, install.teamId, channel.replace(/^#/, ''));
  return named?.kind === 'channel' || named?.members.includes(install.botUser) ? named : undefined;
}

const FAMILY = { channel: 'channels', private: 'groups', dm: 'im', group: 'mpim' } as const;

/** `missing_scope` unless the app holds the scope for this kind of conversation, such as `groups:history`. */
export function scopeMissingFor(
  { install }: Call,
  conversation: StoredConversation,
  what: 'history' | 'read' | 'write' | 'manage',
): Failure | undefined {
  const family = FAMILY[conversation.kind];
  const needed =
    what === 'manage' || what === 'write'
      ? family === 'channels'
        ? ['channels:manage']
        : [`${family}:write`]
      : [`${family}:${what}`];
  if (needed.some((scope) => install.scopes.includes(scope))) return undefined;
  const answer = missingScope(install, needed);
  return answer.ok ? undefined : answer;
}
