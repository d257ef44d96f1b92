import { tellApp } from '../apps/events.ts';
import { addMember, change, dropMember } from '../channels/change.ts';
import { emptyConversation, openDm } from '../channels/dm.ts';
import { findChannelByName, teamsOf } from '../channels/find.ts';
import { nameError } from '../channels/name.ts';
import type { Act, ActReply } from '../protocol.ts';
import type { Install } from '../state/model.ts';
import { viewForApp } from '../views/describe.ts';
import { homeOf } from '../views/stack.ts';
import { type Acting, carriedOut, openConversation, trouble } from './acting.ts';

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

export function openHome(by: Acting, { appId }: ActOf<'open-home'>): ActReply {
  const install = by.slack.world.installs.get(`${by.teamId}:${appId}`);
  if (!install) return trouble('app_not_found', 'That app is not installed here.');
  return tellOpened(by, install, 'home');
}

/** Source: https://docs.slack.dev/reference/events/app_home_opened */
function tellOpened(by: Acting, install: Install, tab: 'home' | 'messages'): ActReply {
  const { slack, person } = by;
  const dm = openDm(slack, by.teamId, install.botUser, person.id);
  const view = tab === 'home' ? homeOf(slack, install.appId, person.id) : undefined;
  tellApp(slack, install, {
    type: 'app_home_opened',
    user: person.id,
    channel: dm.id,
    tab,
    ...(view ? { view: viewForApp(slack, view) } : {}),
  });
  return { ok: true, channel: dm.id };
}

export function openDirect(by: Acting, { user }: ActOf<'open-dm'>): ActReply {
  const other = by.slack.world.people.get(user);
  if (!other) return trouble('user_not_found', 'There is nobody with that id.');
  const install = by.slack.world.installs.find((one) => one.botUser === user && one.teamId === by.teamId);
  if (install) return tellOpened(by, install, 'messages');
  const dm = openDm(by.slack, by.teamId, by.person.id, user);
  return { ok: true, channel: dm.id };
}

export function join(by: Acting, { channel }: ActOf<'join'>): ActReply {
  const conversation = by.slack.world.conversations.get(channel);
  const mayJoin = conversation?.kind === 'channel' && teamsOf(conversation).includes(by.teamId);
  if (!conversation || !mayJoin) return trouble('channel_not_found', 'There is no such channel.');
  if (by.person.kind === 'guest')
    return trouble('user_is_restricted', 'Guests cannot join channels by themselves.');
  if (conversation.archived) return trouble('is_archived', `#${conversation.name} is archived.`);
  addMember(by.slack, conversation, by.person.id);
  return { ok: true, channel };
}

export function leave(by: Acting, { channel }: ActOf<'leave'>): ActReply {
  const conversation = openConversation(by, channel);
  if ('ok' in conversation) return conversation;
  if (conversation.general) return trouble('cant_leave_general', 'Everybody is in this channel.');
  if (conversation.kind === 'dm') return trouble('method_not_supported', 'A direct message cannot be left.');
  dropMember(by.slack, conversation, by.person.id);
  return carriedOut;
}

export function invite(by: Acting, { channel, user }: ActOf<'invite'>): ActReply {
  const conversation = openConversation(by, channel);
  if ('ok' in conversation) return conversation;
  const other = by.slack.world.people.get(user);
  if (!other || other.deactivated) return trouble('user_not_found', 'That person cannot be invited.');
  if (!teamsOf(conversation).includes(other.teamId)) {
    return trouble('user_not_found', `${other.realName} is in another workspace.`);
  }
  addMember(by.slack, conversation, user, by.person.id);
  return carriedOut;
}

export function createChannel(by: Acting, act: ActOf<'create-channel'>): ActReply {
  if (by.person.kind === 'guest') return trouble('user_is_restricted', 'Guests cannot make channels.');
  const name = act.name.replace(/^#/, '');
  const wrong = nameError(name);
  if (wrong) return trouble(wrong, 'Use lower-case letters, digits, hyphens and underscores, 80 at most.');
  if (findChannelByName(by.slack, by.teamId, name)) return trouble('name_taken', `#${name} exists already.`);
  const kind = act.private ? 'private' : 'channel';
  const made = change(by.slack, { ...emptyConversation(by.slack, by.teamId, kind, [by.person.id]), name });
  return { ok: true, channel: made.id };
}
