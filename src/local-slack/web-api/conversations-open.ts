import * as z from 'zod';
import { addMember, change } from '../channels/change.ts';
import { conversationForApp } from '../channels/describe.ts';
import { emptyConversation, openDm } from '../channels/dm.ts';
import { findDm } from '../channels/find.ts';
import { findPerson } from '../people/describe.ts';
import type { StoredConversation, StoredPerson } from '../state/model.ts';
import { flag, idList, text } from './args.ts';
import { type Call, method } from './method.ts';
import { done, type Failure, fail, isFailure } from './reply.ts';
import { conversationOf, scopeMissingFor } from './target.ts';

/** Source: https://docs.slack.dev/reference/methods/conversations.open (too_many_users) */
const MOST_IN_GROUP = 8;

const open = method('conversations.open', {
  scopes: ['channels:manage', 'groups:write', 'im:write', 'mpim:write'],
  rate: { tier: 3 },
  args: z.object({
    channel: text.optional(),
    users: idList.optional(),
    return_im: flag.default(false),
    prevent_creation: flag.default(false),
  }),
  run: (call, args) => {
    const { slack, install } = call;
    if (!args.channel && !args.users) return fail('users_list_not_supplied');
    const opened = args.channel
      ? reopened(call, args.channel)
      : withUsers(call, args.users ?? [], args.prevent_creation);
    if (isFailure(opened)) return opened;
    const { conversation, isNew } = opened;
    return {
      ok: true,
      ...(isNew ? {} : { no_op: true, already_open: true }),
      channel: args.return_im ? conversationForApp(slack, conversation, install) : { id: conversation.id },
    };
  },
});

type Opened = { conversation: StoredConversation; isNew: boolean };

function reopened(call: Call, id: string): Opened | Failure {
  const conversation = conversationOf(call, id);
  if (isFailure(conversation)) return conversation;
  const isDirect = conversation.kind === 'dm' || conversation.kind === 'group';
  return isDirect ? { conversation, isNew: false } : fail('method_not_supported_for_channel_type');
}

function withUsers(call: Call, users: string[], onlyExisting: boolean): Opened | Failure {
  const { slack, install } = call;
  if (users.length === 0) return fail('not_enough_users');
  if (users.length > MOST_IN_GROUP) return fail('too_many_users');
  const people = users.map((id) => findPerson(slack, install, id));
  const wrong = people.map(personProblem).find((problem) => problem !== undefined);
  if (wrong) return fail(wrong);
  const members = [install.botUser, ...users];
  const kind = users.length === 1 ? 'dm' : 'group';
  const empty = emptyConversation(slack, install.teamId, kind, members);
  const missing = scopeMissingFor(call, empty, 'write');
  if (missing) return missing;
  const existing = findSame(call, kind, members);
  if (existing) return { conversation: existing, isNew: false };
  if (onlyExisting) return fail('channel_not_found');
  const [, only = ''] = members;
  const conversation =
    kind === 'dm' ? openDm(slack, install.teamId, install.botUser, only) : change(slack, empty);
  return { conversation, isNew: true };
}

function personProblem(person: StoredPerson | undefined): string | undefined {
  if (!person) return 'user_not_found';
  return person.deactivated ? 'user_disabled' : undefined;
}

function findSame({ slack }: Call, kind: 'dm' | 'group', members: string[]): StoredConversation | undefined {
  const [bot = '', only = ''] = members;
  if (kind === 'dm') return findDm(slack, bot, only);
  return slack.world.conversations.find(
    (c) =>
      c.kind === 'group' &&
      c.members.length === members.length &&
      members.every((m) => c.members.includes(m)),
  );
}

const close = method('conversations.close', {
  scopes: ['channels:manage', 'groups:write', 'im:write', 'mpim:write'],
  rate: { tier: 2 },
  args: z.object({ channel: text }),
  run: (call, { channel }) => {
    const conversation = conversationOf(call, channel);
    if (isFailure(conversation)) return conversation;
    const isDirect = conversation.kind === 'dm' || conversation.kind === 'group';
    return isDirect ? done : fail('method_not_supported_for_channel_type');
  },
});

const invite = method('conversations.invite', {
  scopes: ['channels:manage', 'channels:write.invites', 'groups:write', 'groups:write.invites'],
  rate: { tier: 3 },
  args: z.object({ channel: text, users: idList }),
  run: (call, args) => {
    const { slack, install } = call;
    const conversation = conversationOf(call, args.channel);
    if (isFailure(conversation)) return conversation;
    if (conversation.kind === 'dm') return fail('method_not_supported_for_channel_type');
    if (args.users.length === 0) return fail('no_user');
    if (!conversation.members.includes(install.botUser)) return fail('not_in_channel');
    if (conversation.archived) return fail('is_archived');
    const errors = args.users.flatMap((user) => {
      const error = inviteProblem(call, conversation, user);
      return error ? [{ user, ok: false, error }] : [];
    });
    const [first] = errors;
    if (first) return { ok: false, error: first.error, errors };
    const changed = args.users.reduce(
      (current, user) => addMember(slack, current, user, install.botUser),
      conversation,
    );
    return { ok: true, channel: conversationForApp(slack, changed, install) };
  },
});

function inviteProblem(
  { slack, install }: Call,
  conversation: StoredConversation,
  user: string,
): string | undefined {
  const person = findPerson(slack, install, user);
  if (!person) return 'user_not_found';
  if (user === install.botUser) return 'cant_invite_self';
  if (person.deactivated) return 'cant_invite';
  return conversation.members.includes(user) ? 'already_in_channel' : undefined;
}

export const conversationOpenMethods = [open, close, invite];
