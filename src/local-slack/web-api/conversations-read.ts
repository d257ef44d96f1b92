import * as z from 'zod';
import { conversationForApp } from '../channels/describe.ts';
import { isVisibleTo } from '../channels/find.ts';
import { messagesIn } from '../messages/find.ts';
import { findPerson } from '../people/describe.ts';
import type { StoredConversation } from '../state/model.ts';
import { flag, text, whole } from './args.ts';
import { type Call, method, missingScope } from './method.ts';
import { page } from './pages.ts';
import { fail, isFailure, type Reply } from './reply.ts';
import { conversationOf, scopeMissingFor } from './target.ts';

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];

const KIND_OF_TYPE: Record<string, [StoredConversation['kind'], scope: string]> = {
  public_channel: ['channel', 'channels:read'],
  private_channel: ['private', 'groups:read'],
  im: ['dm', 'im:read'],
  mpim: ['group', 'mpim:read'],
};

const info = method('conversations.info', {
  scopes: READ,
  rate: { tier: 3 },
  args: z.object({ channel: text, include_num_members: flag.optional() }),
  run: (call, args) => {
    const conversation = conversationOf(call, args.channel);
    if (isFailure(conversation)) return conversation;
    const missing = scopeMissingFor(call, conversation, 'read');
    if (missing) return missing;
    const newest = messagesIn(call.slack, conversation.id).at(-1)?.ts;
    return {
      ok: true,
      channel: {
        ...conversationForApp(call.slack, conversation, call.install),
        ...(args.include_num_members ? { num_members: conversation.members.length } : {}),
        ...(conversation.kind === 'dm' && newest ? { latest: { ts: newest } } : {}),
      },
    };
  },
});

const listArgs = z.object({
  types: z.string().default('public_channel'),
  exclude_archived: flag.default(false),
  cursor: z.string().optional(),
  limit: whole.default(100),
});

/** Lists what fits the asked types, or says which scope they need. */
function listed(
  call: Call,
  args: z.output<typeof listArgs>,
  keep: (c: StoredConversation) => boolean,
): Reply {
  const types = args.types.split(',').map((type) => type.trim());
  const wanted = types.map((type) => KIND_OF_TYPE[type]);
  if (wanted.some((kind) => !kind)) return fail('invalid_types');
  for (const kind of wanted) {
    if (kind && !call.install.scopes.includes(kind[1])) return missingScope(call.install, [kind[1]]);
  }
  const all = call.slack.world.conversations.filter(
    (c) => wanted.some((kind) => kind?.[0] === c.kind) && !(args.exclude_archived && c.archived) && keep(c),
  );
  const shown = page(all, args.cursor, args.limit);
  if (isFailure(shown)) return shown;
  return {
    ok: true,
    channels: shown.items.map((c) => conversationForApp(call.slack, c, call.install)),
    response_metadata: shown.metadata,
  };
}

const list = method('conversations.list', {
  scopes: READ,
  rate: { tier: 2 },
  args: listArgs,
  run: (call, args) => listed(call, args, (c) => isVisibleTo(c, call.install)),
});

const ofUser = method('users.conversations', {
  scopes: READ,
  rate: { tier: 3 },
  args: listArgs.extend({ user: z.string().optional() }),
  run: (call, args) => {
    const user = args.user ?? call.install.botUser;
    if (!findPerson(call.slack, call.install, user)) return fail('user_not_found');
    return listed(call, args, (c) => c.members.includes(user) && isVisibleTo(c, call.install));
  },
});

const members = method('conversations.members', {
  scopes: READ,
  rate: { tier: 4 },
  args: z.object({ channel: text, cursor: z.string().optional(), limit: whole.default(100) }),
  run: (call, args) => {
    const conversation = conversationOf(call, args.channel);
    if (isFailure(conversation)) return conversation;
    const missing = scopeMissingFor(call, conversation, 'read');
    if (missing) return missing;
    const shown = page(conversation.members, args.cursor, args.limit);
    if (isFailure(shown)) return shown;
    return { ok: true, members: shown.items, response_metadata: shown.metadata };
  },
});

export const conversationReadMethods = [info, list, ofUser, members];
