import * as z from 'zod';
import { messageForApp } from '../messages/describe.ts';
import { findMessage } from '../messages/find.ts';
import { react, unreact } from '../messages/react.ts';
import { text } from './args.ts';
import { type Call, method } from './method.ts';
import { page } from './pages.ts';
import { done, fail, isFailure } from './reply.ts';
import { conversationOf } from './target.ts';

const NAME = /^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/;

const target = z.object({ channel: text, timestamp: text.optional() });

function reactable(call: Call, args: z.output<typeof target>) {
  const conversation = conversationOf(call, args.channel);
  if (isFailure(conversation)) return conversation;
  if (!args.timestamp) return fail('no_item_specified');
  if (!/^\d+\.\d+$/.test(args.timestamp)) return fail('bad_timestamp');
  const message = findMessage(call.slack, conversation.id, args.timestamp);
  return message ? { conversation, message } : fail('message_not_found');
}

const add = method('reactions.add', {
  scopes: ['reactions:write'],
  rate: { tier: 3 },
  args: target.extend({ name: text }),
  run: (call, args) => {
    const found = reactable(call, args);
    if (isFailure(found)) return found;
    if (found.conversation.archived) return fail('is_archived');
    const name = args.name.replaceAll(/^:|:$/g, '');
    if (!NAME.test(name)) return fail('invalid_name');
    const added = react(call.slack, found.conversation, found.message, call.install.botUser, name);
    return added ? done : fail('already_reacted');
  },
});

const remove = method('reactions.remove', {
  scopes: ['reactions:write'],
  rate: { tier: 2 },
  args: target.extend({ name: text }),
  run: (call, args) => {
    const found = reactable(call, args);
    if (isFailure(found)) return found;
    const name = args.name.replaceAll(/^:|:$/g, '');
    const removed = unreact(call.slack, found.conversation, found.message, call.install.botUser, name);
    return removed ? done : fail('no_reaction');
  },
});

const get = method('reactions.get', {
  scopes: ['reactions:read'],
  rate: { tier: 3 },
  args: target,
  run: (call, args) => {
    const found = reactable(call, args);
    if (isFailure(found)) return found;
    return {
      ok: true,
      type: 'message',
      channel: found.conversation.id,
      message: messageForApp(call.slack, found.message),
    };
  },
});

const list = method('reactions.list', {
  scopes: ['reactions:read'],
  rate: { tier: 2 },
  args: z.object({ user: text.optional(), cursor: z.string().optional() }),
  run: ({ slack, install }, { user = install.botUser, cursor }) => {
    const reacted = slack.world.messages.filter(
      (message) => message.reactions?.some((r) => r.users.includes(user)) ?? false,
    );
    const shown = page(reacted, cursor, 100);
    if (isFailure(shown)) return shown;
    return {
      ok: true,
      items: shown.items.map((message) => ({
        type: 'message',
        channel: message.channel,
        message: messageForApp(slack, message),
      })),
      response_metadata: shown.metadata,
    };
  },
});

export const reactionMethods = [add, remove, get, list];
