import { actor, addressee, channelOf } from '../apps/interactions.ts';
import { responseUrlFor } from '../apps/response-urls.ts';
import { stateOf } from '../blocks/state-values.ts';
import { type Element, elementsOf, type RawBlock, withInner } from '../blocks/walk.ts';
import { messageForApp } from '../messages/describe.ts';
import { findMessage } from '../messages/find.ts';
import type { Act, ActReply } from '../protocol.ts';
import { appOf } from '../slack.ts';
import type { Install, StoredMessage, StoredView } from '../state/model.ts';
import { viewForApp } from '../views/describe.ts';
import { type Acting, carriedOut, ownConversation, trouble } from './acting.ts';
import { notAnswered } from './command.ts';

type Click = Extract<Act, { type: 'click' }>;

const GONE = trouble('element_not_found', 'That is no longer there.');

/** Sends a click or a choice to the app, as a `block_actions` payload. */
export async function click(by: Acting, act: Click): Promise<ActReply> {
  return 'view' in act.on ? clickInView(by, act, act.on.view) : clickInMessage(by, act, act.on);
}

async function clickInMessage(
  by: Acting,
  act: Click,
  on: { message: string; channel: string; ephemeral?: boolean },
): Promise<ActReply> {
  const { slack, person } = by;
  const conversation = ownConversation(by, on.channel);
  if ('ok' in conversation) return conversation;
  const message = messageFor(by, on.channel, on.message);
  const install = message && installOf(by, message.appId, message.teamId);
  if (!message || !install) return GONE;
  const element = findElement(message.blocks, act);
  if (!element && !act.stale) return GONE;
  const isEphemeral = message.onlyFor !== undefined;
  const { ts, threadTs } = message;
  return send(by, install, act, element, {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: conversation.id,
      is_ephemeral: isEphemeral,
      ...(threadTs ? { thread_ts: threadTs } : {}),
    },
    channel: channelOf(conversation),
    // Slack does not send an ephemeral message back.
    ...(isEphemeral ? {} : { message: messageForApp(slack, message) }),
    state: { values: stateOf(message.blocks, act.state ?? {}) },
    response_url: responseUrlFor(slack, install, {
      channel: conversation.id,
      user: person.id,
      message: { ts, ephemeral: isEphemeral },
      ...(threadTs ? { threadTs } : {}),
    }),
  });
}

async function clickInView(by: Acting, act: Click, viewId: string): Promise<ActReply> {
  const { slack } = by;
  const view = ownView(by, viewId);
  const install = view && installOf(by, view.appId, view.teamId);
  if (!view || !install) return GONE;
  const element = findElement(view.blocks, act);
  if (!element && !act.stale) return GONE;
  const given = { ...act.state, [act.blockId]: { ...act.state?.[act.blockId], [act.actionId]: act.element } };
  const values = stateOf(view.blocks, given, view.values);
  const changed = slack.world.views.put(view.id, { ...view, values });
  const inInput = view.blocks.find((block) => block.block_id === act.blockId && block.type === 'input');
  if (inInput && inInput.dispatch_action !== true) return carriedOut;
  return send(
    by,
    install,
    act,
    element,
    { container: { type: 'view', view_id: view.id }, view: viewForApp(slack, changed), state: { values } },
    view.type === 'modal' ? view.id : undefined,
  );
}

/** Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
async function send(
  by: Acting,
  install: Install,
  act: Click,
  element: Element | undefined,
  place: Record<string, unknown>,
  modal?: string,
): Promise<ActReply> {
  const { slack, person } = by;
  const trigger = { appId: install.appId, teamId: install.teamId, user: person.id };
  const answer = await slack.deliverer.deliver(appOf(slack, install), {
    kind: 'interactive',
    payload: {
      type: 'block_actions',
      ...actor(slack, person),
      ...addressee(slack, install),
      trigger_id: slack.triggers.issue({ ...trigger, ...(modal ? { viewId: modal } : {}) }),
      ...place,
      actions: [action(slack.ts.next(), act, element)],
    },
  });
  return answer.ok ? carriedOut : notAnswered('That', answer);
}

function action(ts: string, act: Click, element: Element | undefined): Record<string, unknown> {
  const known = element ?? act.element;
  const { confirm: _confirm, options: _options, option_groups: _groups, ...shown } = known;
  const chosen = element?.type === 'button' ? {} : act.element;
  return {
    ...shown,
    ...chosen,
    type: known.type,
    action_id: act.actionId,
    block_id: act.blockId,
    action_ts: ts,
  };
}

export function messageFor(by: Acting, channel: string, ts: string): StoredMessage | undefined {
  const hidden = by.slack.ephemerals.get(`${channel}:${ts}`);
  if (hidden) return hidden.onlyFor === by.person.id ? hidden : undefined;
  return findMessage(by.slack, channel, ts);
}

export function ownView(by: Acting, id: string): StoredView | undefined {
  const view = by.slack.world.views.get(id);
  return view?.user === by.person.id ? view : undefined;
}

export function installOf({ slack }: Acting, appId: string | undefined, teamId: string): Install | undefined {
  return slack.world.installs.get(`${teamId}:${appId}`);
}

export function findElement(
  blocks: RawBlock[],
  act: { blockId: string; actionId: string },
): Element | undefined {
  return blocks
    .flatMap((block) => withInner(block, ''))
    .filter(({ block }) => block.block_id === act.blockId)
    .flatMap(({ block }) => elementsOf(block))
    .find(({ element }) => element.action_id === act.actionId)?.element;
}
