import * as z from 'zod';
import { actor, addressee, channelOf } from '../apps/interactions.ts';
import { option, optionGroup } from '../blocks/text.ts';
import { messageForApp } from '../messages/describe.ts';
import type { Act, ActReply } from '../protocol.ts';
import { appOf } from '../slack.ts';
import { viewForApp } from '../views/describe.ts';
import { type Acting, ownConversation, trouble } from './acting.ts';
import { findElement, installOf, messageFor, ownView } from './click.ts';
import { notAnswered } from './command.ts';

type Suggest = Extract<Act, { type: 'suggest' }>;

/** Source: https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
const answerSchema = z.union([
  z.object({ options: z.array(option).max(100) }),
  z.object({ option_groups: z.array(optionGroup).max(100) }),
]);

/** Asks the app for the options of an external select. */
export async function suggest(by: Acting, act: Suggest): Promise<ActReply> {
  const place = placeOf(by, act);
  if ('ok' in place) return place;
  const { slack, person } = by;
  const answer = await slack.deliverer.deliver(appOf(slack, place.install), {
    kind: 'interactive',
    payload: {
      type: 'block_suggestion',
      ...actor(slack, person),
      ...addressee(slack, place.install),
      block_id: act.blockId,
      action_id: act.actionId,
      value: act.value,
      ...place.payload,
    },
  });
  if (!answer.ok) return notAnswered('Loading the options', answer);
  const options = answerSchema.safeParse(answer.body);
  if (!options.success) return trouble('invalid_options', 'The app gave options that Slack cannot show.');
  return { ok: true, options: 'options' in options.data ? options.data.options : options.data.option_groups };
}

function placeOf(by: Acting, act: Suggest) {
  const gone = trouble('element_not_found', 'That is no longer there.');
  if ('view' in act.on) {
    const view = ownView(by, act.on.view);
    const install = view && installOf(by, view.appId, view.teamId);
    if (!view || !install || !findElement(view.blocks, act)) return gone;
    const payload = { container: { type: 'view', view_id: view.id }, view: viewForApp(by.slack, view) };
    return { install, payload };
  }
  const conversation = ownConversation(by, act.on.channel);
  if ('ok' in conversation) return conversation;
  const message = messageFor(by, act.on.channel, act.on.message);
  const install = message && installOf(by, message.appId, message.teamId);
  if (!message || !install || !findElement(message.blocks, act)) return gone;
  const container = { type: 'message', message_ts: message.ts, channel_id: conversation.id };
  const payload = { container, channel: channelOf(conversation), message: messageForApp(by.slack, message) };
  return { install, payload };
}
