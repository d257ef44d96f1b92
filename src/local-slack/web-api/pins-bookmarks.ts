import * as z from 'zod';
import { messageForApp } from '../messages/describe.ts';
import { findMessage } from '../messages/find.ts';
import { nowSeconds } from '../slack.ts';
import { newId } from '../state/ids.ts';
import type { Bookmark } from '../state/model.ts';
import { text } from './args.ts';
import { type Call, method } from './method.ts';
import { done, fail, isFailure } from './reply.ts';
import { conversationOf } from './target.ts';

/** Source: https://docs.slack.dev/reference/methods/bookmarks.add (too_many_bookmarks) */
const MOST_BOOKMARKS = 100;
/** Source: https://docs.slack.dev/reference/methods/pins.add (too_many_pins) */
const MOST_PINS = 100;

function pinnable(call: Call, channel: string, timestamp: string | undefined) {
  const conversation = conversationOf(call, channel);
  if (isFailure(conversation)) return conversation;
  if (!conversation.members.includes(call.install.botUser)) return fail('not_in_channel');
  if (!timestamp) return fail('no_item_specified');
  if (!/^\d+\.\d+$/.test(timestamp)) return fail('bad_timestamp');
  const message = findMessage(call.slack, conversation.id, timestamp);
  return message
    ? { key: `${conversation.id}:${timestamp}`, conversation, message }
    : fail('message_not_found');
}

const addPin = method('pins.add', {
  scopes: ['pins:write'],
  rate: { tier: 2 },
  args: z.object({ channel: text, timestamp: text.optional() }),
  run: (call, args) => {
    const found = pinnable(call, args.channel, args.timestamp);
    if (isFailure(found)) return found;
    const { pins } = call.slack.world;
    if (pins.get(found.key)) return fail('already_pinned');
    if (pins.filter((pin) => pin.channel === args.channel).length >= MOST_PINS) return fail('too_many_pins');
    const createdAt = nowSeconds(call.slack);
    pins.put(found.key, { channel: args.channel, ts: found.message.ts, by: call.install.botUser, createdAt });
    return done;
  },
});

const removePin = method('pins.remove', {
  scopes: ['pins:write'],
  rate: { tier: 2 },
  args: z.object({ channel: text, timestamp: text.optional() }),
  run: (call, args) => {
    const found = pinnable(call, args.channel, args.timestamp);
    if (isFailure(found)) return found;
    if (!call.slack.world.pins.get(found.key)) return fail('no_pin');
    call.slack.world.pins.delete(found.key);
    return done;
  },
});

const listPins = method('pins.list', {
  scopes: ['pins:read'],
  rate: { tier: 2 },
  args: z.object({ channel: text }),
  run: (call, args) => {
    const conversation = conversationOf(call, args.channel);
    if (isFailure(conversation)) return conversation;
    const pins = call.slack.world.pins.filter((pin) => pin.channel === conversation.id);
    return {
      ok: true,
      items: pins.flatMap((pin) => {
        const message = findMessage(call.slack, pin.channel, pin.ts);
        const shown = message ? messageForApp(call.slack, message) : undefined;
        return shown
          ? [
              {
                type: 'message',
                channel: pin.channel,
                created: pin.createdAt,
                created_by: pin.by,
                message: shown,
              },
            ]
          : [];
      }),
    };
  },
});

const addBookmark = method('bookmarks.add', {
  scopes: ['bookmarks:write'],
  rate: { tier: 2 },
  args: z.object({
    channel_id: text,
    title: text,
    type: text,
    link: text.default(''),
    emoji: text.default(''),
  }),
  run: (call, args) => {
    const conversation = conversationOf(call, args.channel_id);
    if (isFailure(conversation)) return conversation;
    if (args.type !== 'link') return fail('invalid_bookmark_type');
    if (!/^https?:\/\//.test(args.link)) return fail('invalid_link');
    const { bookmarks } = call.slack.world;
    if (bookmarks.filter((b) => b.channel === conversation.id).length >= MOST_BOOKMARKS) {
      return fail('too_many_bookmarks');
    }
    const now = nowSeconds(call.slack);
    const { title, type, link, emoji } = args;
    const id = newId('Bk');
    const facts = { id, channel: conversation.id, createdAt: now, updatedAt: now, by: call.install.botUser };
    return {
      ok: true,
      bookmark: bookmarkForApp(call, bookmarks.put(id, { ...facts, title, type, link, emoji })),
    };
  },
});

function bookmarkForApp({ install }: Call, bookmark: Bookmark) {
  return {
    id: bookmark.id,
    channel_id: bookmark.channel,
    title: bookmark.title,
    link: bookmark.link,
    emoji: bookmark.emoji,
    type: bookmark.type,
    date_created: bookmark.createdAt,
    date_updated: bookmark.updatedAt,
    last_updated_by_user_id: bookmark.by,
    last_updated_by_team_id: install.teamId,
    app_id: install.appId,
  };
}

function bookmarkOf(call: Call, channel: string, id: string) {
  const conversation = conversationOf(call, channel);
  if (isFailure(conversation)) return conversation;
  const bookmark = call.slack.world.bookmarks.get(id);
  return bookmark?.channel === conversation.id ? bookmark : fail('not_found');
}

const editBookmark = method('bookmarks.edit', {
  scopes: ['bookmarks:write'],
  rate: { tier: 2 },
  args: z.object({
    channel_id: text,
    bookmark_id: text,
    title: text.optional(),
    link: text.optional(),
    emoji: text.optional(),
  }),
  run: (call, args) => {
    const found = bookmarkOf(call, args.channel_id, args.bookmark_id);
    if (isFailure(found)) return found;
    const { title = found.title, link = found.link, emoji = found.emoji } = args;
    if (!/^https?:\/\//.test(link)) return fail('invalid_link');
    const changed = { ...found, title, link, emoji, updatedAt: nowSeconds(call.slack) };
    return { ok: true, bookmark: bookmarkForApp(call, call.slack.world.bookmarks.put(found.id, changed)) };
  },
});

const removeBookmark = method('bookmarks.remove', {
  scopes: ['bookmarks:write'],
  rate: { tier: 2 },
  args: z.object({ channel_id: text, bookmark_id: text }),
  run: (call, args) => {
    const found = bookmarkOf(call, args.channel_id, args.bookmark_id);
    if (isFailure(found)) return found;
    call.slack.world.bookmarks.delete(found.id);
    return done;
  },
});

const listBookmarks = method('bookmarks.list', {
  scopes: ['bookmarks:read'],
  rate: { tier: 3 },
  args: z.object({ channel_id: text }),
  run: (call, args) => {
    const conversation = conversationOf(call, args.channel_id);
    if (isFailure(conversation)) return conversation;
    const all = call.slack.world.bookmarks.filter((bookmark) => bookmark.channel === conversation.id);
    return { ok: true, bookmarks: all.map((bookmark) => bookmarkForApp(call, bookmark)) };
  },
});

export const pinMethods = [addPin, removePin, listPins];
export const bookmarkMethods = [addBookmark, editBookmark, removeBookmark, listBookmarks];
