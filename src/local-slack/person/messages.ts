import { identify } from '../blocks/identify.ts';
import { edit, remove } from '../messages/edit.ts';
import { findMessage } from '../messages/find.ts';
import { post, showConversation } from '../messages/post.ts';
import { react, unreact } from '../messages/react.ts';
import type { Act, ActReply } from '../protocol.ts';
import { appOf } from '../slack.ts';
import type { StoredConversation } from '../state/model.ts';
import { type Acting, carriedOut, openConversation, ownConversation, trouble } from './acting.ts';
import { encodeTyped, typedBlocks } from './typed-text.ts';

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

export function say(by: Acting, act: ActOf<'say'>): ActReply {
  const conversation = openConversation(by, act.channel);
  if ('ok' in conversation) return conversation;
  if (act.text.trim() === '') return trouble('no_text', 'There is nothing to send.');
  if (isReadOnly(by, conversation)) return trouble('messages_tab_disabled', 'This app takes no messages.');
  const root = act.threadTs ? findMessage(by.slack, conversation.id, act.threadTs) : undefined;
  if (act.threadTs && !root) return trouble('thread_not_found', 'That thread is gone.');
  const text = encodeTyped(by, act.text);
  const message = post(by.slack, conversation, {
    teamId: by.person.teamId,
    user: by.person.id,
    text,
    blocks: identify(typedBlocks(text)),
    ...(act.threadTs ? { threadTs: act.threadTs } : {}),
  });
  by.slack.world.reads.put(`${by.person.id}:${conversation.id}`, message.ts);
  showConversation(by.slack, conversation);
  return { ok: true, channel: conversation.id, ts: message.ts };
}

/** An app may take no direct messages, or only send some. */
function isReadOnly({ slack }: Acting, conversation: StoredConversation): boolean {
  if (conversation.kind !== 'dm') return false;
  const install = slack.world.installs.find((one) => conversation.members.includes(one.botUser));
  const home = install && appOf(slack, install).manifest.features.app_home;
  return home !== undefined && (!home.messages_tab_enabled || home.messages_tab_read_only_enabled);
}

/** A message that the person wrote in a conversation they are in. */
function own(by: Acting, channel: string, ts: string) {
  const conversation = openConversation(by, channel);
  if ('ok' in conversation) return conversation;
  const message = findMessage(by.slack, channel, ts);
  if (!message) return trouble('message_not_found', 'That message is gone.');
  return { conversation, message };
}

export function editOwn(by: Acting, act: ActOf<'edit'>): ActReply {
  const found = own(by, act.channel, act.ts);
  if ('ok' in found) return found;
  if (found.message.user !== by.person.id)
    return trouble('cant_update_message', 'That message is not yours.');
  if (act.text.trim() === '') return trouble('no_text', 'There is nothing to send.');
  const text = encodeTyped(by, act.text);
  edit(by.slack, found.conversation, {
    ...found.message,
    text,
    blocks: identify(typedBlocks(text)),
    edited: { user: by.person.id, ts: by.slack.ts.next() },
  });
  return carriedOut;
}

export function deleteOwn(by: Acting, act: ActOf<'delete'>): ActReply {
  const found = own(by, act.channel, act.ts);
  if ('ok' in found) return found;
  const isAdmin = by.person.kind === 'owner' || by.person.kind === 'admin';
  if (found.message.user !== by.person.id && !isAdmin) {
    return trouble('cant_delete_message', 'That message is not yours.');
  }
  remove(by.slack, found.conversation, found.message);
  return carriedOut;
}

/** Adds the reaction, or takes it back when the person had it there. */
export function toggleReaction(by: Acting, act: ActOf<'react'>): ActReply {
  const found = own(by, act.channel, act.ts);
  if ('ok' in found) return found;
  const { slack, person } = by;
  const added = react(slack, found.conversation, found.message, person.id, act.name);
  if (!added) unreact(slack, found.conversation, found.message, person.id, act.name);
  return carriedOut;
}

export function read(by: Acting, act: ActOf<'read'>): ActReply {
  const conversation = ownConversation(by, act.channel);
  if ('ok' in conversation) return conversation;
  const key = `${by.person.id}:${conversation.id}`;
  const before = by.slack.world.reads.get(key) ?? '';
  if (act.ts > before) {
    by.slack.world.reads.put(key, act.ts);
    showConversation(by.slack, conversation);
  }
  return carriedOut;
}
