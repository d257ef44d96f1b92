import { actor, addressee, channelOf } from '../apps/interactions.ts';
import { responseUrlFor } from '../apps/response-urls.ts';
import { messageForApp } from '../messages/describe.ts';
import { findMessage } from '../messages/find.ts';
import type { Act, ActReply } from '../protocol.ts';
import { appOf } from '../slack.ts';
import type { Install } from '../state/model.ts';
import { type Acting, carriedOut, ownConversation, trouble } from './acting.ts';
import { notAnswered } from './command.ts';

type Wanted = { appId: string; callbackId: string };

function shortcutOf(
  by: Acting,
  { appId, callbackId }: Wanted,
  type: 'global' | 'message',
): Install | ActReply {
  const install = by.slack.world.installs.get(`${by.teamId}:${appId}`);
  const declared = install && appOf(by.slack, install).manifest.features.shortcuts;
  const has = declared?.some((shortcut) => shortcut.callback_id === callbackId && shortcut.type === type);
  return install && has ? install : trouble('shortcut_not_found', 'There is no such shortcut.');
}

/** Source: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
async function send(by: Acting, install: Install, more: Record<string, unknown>): Promise<ActReply> {
  const { slack, person } = by;
  const answer = await slack.deliverer.deliver(appOf(slack, install), {
    kind: 'interactive',
    payload: {
      ...actor(slack, person),
      ...addressee(slack, install),
      action_ts: slack.ts.next(),
      trigger_id: slack.triggers.issue({ appId: install.appId, teamId: install.teamId, user: person.id }),
      ...more,
    },
  });
  return answer.ok ? carriedOut : notAnswered('The shortcut', answer);
}

export async function globalShortcut(by: Acting, act: Extract<Act, { type: 'shortcut' }>): Promise<ActReply> {
  const install = shortcutOf(by, act, 'global');
  if ('ok' in install) return install;
  return send(by, install, { type: 'shortcut', callback_id: act.callbackId });
}

export async function messageShortcut(
  by: Acting,
  act: Extract<Act, { type: 'message-shortcut' }>,
): Promise<ActReply> {
  const install = shortcutOf(by, act, 'message');
  if ('ok' in install) return install;
  const conversation = ownConversation(by, act.channel);
  if ('ok' in conversation) return conversation;
  const message = findMessage(by.slack, conversation.id, act.ts);
  if (!message) return trouble('message_not_found', 'That message is gone.');
  return send(by, install, {
    type: 'message_action',
    callback_id: act.callbackId,
    channel: channelOf(conversation),
    message_ts: message.ts,
    message: messageForApp(by.slack, message),
    response_url: responseUrlFor(by.slack, install, { channel: conversation.id, user: by.person.id }),
  });
}
