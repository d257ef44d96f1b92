import * as z from 'zod';
import { addMember, archive, change, describe, dropMember, rename, unarchive } from '../channels/change.ts';
import { conversationForApp } from '../channels/describe.ts';
import { emptyConversation } from '../channels/dm.ts';
import { findChannelByName } from '../channels/find.ts';
import { nameError } from '../channels/name.ts';
import type { StoredConversation } from '../state/model.ts';
import { flag, text } from './args.ts';
import { type Call, method } from './method.ts';
import { done, type Failure, fail, isFailure, type Reply } from './reply.ts';
import { conversationOf, scopeMissingFor } from './target.ts';

const MANAGE = ['channels:manage', 'groups:write', 'im:write', 'mpim:write'];
/** Source: https://docs.slack.dev/reference/methods/conversations.setTopic */
const MOST_TOPIC = 250;

type Need = { member?: boolean; open?: boolean };

/** A channel (no DM) that the app may manage; `member` and `open` ask for more. */
function managed(
  call: Call,
  id: string,
  { member = false, open = false }: Need,
): StoredConversation | Failure {
  const conversation = conversationOf(call, id);
  if (isFailure(conversation)) return conversation;
  const missing = scopeMissingFor(call, conversation, 'manage');
  if (missing) return missing;
  if (conversation.kind === 'dm') return fail('method_not_supported_for_channel_type');
  if (member && !conversation.members.includes(call.install.botUser)) return fail('not_in_channel');
  return open && conversation.archived ? fail('is_archived') : conversation;
}

function shown(call: Call, conversation: StoredConversation): Reply {
  return { ok: true, channel: conversationForApp(call.slack, conversation, call.install) };
}

const create = method('conversations.create', {
  scopes: MANAGE,
  rate: { tier: 2 },
  args: z.object({ name: text, is_private: flag.default(false) }),
  run: (call, { name, is_private }) => {
    const { slack, install } = call;
    const kind = is_private ? 'private' : 'channel';
    const empty = { ...emptyConversation(slack, install.teamId, kind, [install.botUser]), name };
    const missing = scopeMissingFor(call, empty, 'manage');
    if (missing) return missing;
    const wrong = nameError(name);
    if (wrong) return fail(wrong);
    if (findChannelByName(slack, install.teamId, name)) return fail('name_taken');
    return shown(call, change(slack, empty));
  },
});

const renameMethod = method('conversations.rename', {
  scopes: MANAGE,
  rate: { tier: 2 },
  args: z.object({ channel: text, name: text }),
  run: (call, { channel, name }) => {
    const conversation = managed(call, channel, { member: true, open: true });
    if (isFailure(conversation)) return conversation;
    const wrong = nameError(name);
    if (wrong) return fail(wrong);
    const other = findChannelByName(call.slack, conversation.teamId, name);
    if (other && other.id !== conversation.id) return fail('name_taken');
    return shown(call, rename(call.slack, conversation, name, call.install.botUser));
  },
});

const archiveMethod = method('conversations.archive', {
  scopes: MANAGE,
  rate: { tier: 2 },
  args: z.object({ channel: text }),
  run: (call, { channel }) => {
    const conversation = managed(call, channel, { member: true });
    if (isFailure(conversation)) return conversation;
    if (conversation.general) return fail('cant_archive_general');
    if (conversation.archived) return fail('already_archived');
    archive(call.slack, conversation, call.install.botUser);
    return done;
  },
});

const unarchiveMethod = method('conversations.unarchive', {
  scopes: MANAGE,
  rate: { tier: 2 },
  args: z.object({ channel: text }),
  run: (call, { channel }) => {
    const conversation = managed(call, channel, {});
    if (isFailure(conversation)) return conversation;
    if (!conversation.archived) return fail('not_archived');
    unarchive(call.slack, conversation, call.install.botUser);
    return done;
  },
});

const leave = method('conversations.leave', {
  scopes: MANAGE,
  rate: { tier: 3 },
  args: z.object({ channel: text }),
  run: (call, { channel }) => {
    const conversation = managed(call, channel, { open: true });
    if (isFailure(conversation)) return conversation;
    if (conversation.general) return fail('cant_leave_general');
    const { botUser } = call.install;
    if (!conversation.members.includes(botUser)) return { ok: true, not_in_channel: true };
    if (conversation.members.length === 1) return fail('last_member');
    dropMember(call.slack, conversation, botUser);
    return done;
  },
});

const kick = method('conversations.kick', {
  scopes: MANAGE,
  rate: { tier: 3 },
  args: z.object({ channel: text, user: z.string() }),
  run: (call, { channel, user }) => {
    const conversation = managed(call, channel, { member: true });
    if (isFailure(conversation)) return conversation;
    if (user === call.install.botUser) return fail('cant_kick_self');
    if (!call.slack.world.people.get(user)) return fail('user_not_found');
    if (conversation.general) return fail('cant_kick_from_general');
    if (!conversation.members.includes(user)) return fail('not_in_channel');
    dropMember(call.slack, conversation, user);
    return { ok: true, errors: {} };
  },
});

const noteMethod = (name: 'conversations.setTopic' | 'conversations.setPurpose', what: 'topic' | 'purpose') =>
  method(name, {
    scopes: MANAGE,
    rate: { tier: 2 },
    args: z.object({ channel: text, [what]: text }),
    run: (call, args) => {
      const conversation = managed(call, args.channel ?? '', { member: true, open: true });
      if (isFailure(conversation)) return conversation;
      const value = args[what] ?? '';
      if (value.length > MOST_TOPIC) return fail('too_long');
      return shown(call, describe(call.slack, conversation, what, value, call.install.botUser));
    },
  });

const mark = method('conversations.mark', {
  scopes: MANAGE,
  rate: { tier: 3 },
  args: z.object({ channel: text, ts: text }),
  run: (call, { channel, ts }) => {
    const conversation = conversationOf(call, channel);
    if (isFailure(conversation)) return conversation;
    const missing = scopeMissingFor(call, conversation, 'manage');
    if (missing) return missing;
    if (!conversation.members.includes(call.install.botUser)) return fail('not_in_channel');
    if (!/^\d+\.\d+$/.test(ts)) return fail('invalid_timestamp');
    call.slack.world.reads.put(`${call.install.botUser}:${channel}`, ts);
    return done;
  },
});

const join = method('conversations.join', {
  scopes: ['channels:join'],
  rate: { tier: 3 },
  args: z.object({ channel: text }),
  run: (call, { channel }) => {
    const conversation = conversationOf(call, channel);
    if (isFailure(conversation)) return conversation;
    if (conversation.kind !== 'channel') return fail('method_not_supported_for_channel_type');
    if (conversation.archived) return fail('is_archived');
    const wasIn = conversation.members.includes(call.install.botUser);
    const changed = addMember(call.slack, conversation, call.install.botUser);
    const answer = shown(call, changed);
    return wasIn ? { ...answer, warning: 'already_in_channel' } : answer;
  },
});

export const conversationWriteMethods = [
  create,
  renameMethod,
  archiveMethod,
  unarchiveMethod,
  leave,
  kick,
  noteMethod('conversations.setTopic', 'topic'),
  noteMethod('conversations.setPurpose', 'purpose'),
  mark,
  join,
];
