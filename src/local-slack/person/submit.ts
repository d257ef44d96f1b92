import * as z from 'zod';
import { actor, addressee } from '../apps/interactions.ts';
import { responseUrlFor } from '../apps/response-urls.ts';
import { stateOf } from '../blocks/state-values.ts';
import { elementsOf } from '../blocks/walk.ts';
import type { Act, ActReply } from '../protocol.ts';
import { appOf } from '../slack.ts';
import type { Install, StoredView } from '../state/model.ts';
import { viewForApp } from '../views/describe.ts';
import { MOST_VIEWS, makeView, openModals, replaceContent, setModals, showModals } from '../views/stack.ts';
import { isFailure } from '../web-api/reply.ts';
import { readView } from '../web-api/views.ts';
import { type Acting, carriedOut, trouble } from './acting.ts';
import { installOf, ownView } from './click.ts';
import { inputErrors } from './input-errors.ts';

/** Source: https://docs.slack.dev/surfaces/modals#response_actions */
const responseAction = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

/** What Slack's client says when the app's answer is missing or wrong. The modal stays open. */
const connecting = (why: string) =>
  trouble('trouble_connecting', `We had some trouble connecting. Try again? (${why})`);

/** Submits the modal on top, and does what the app answers. */
export async function submit(by: Acting, act: Extract<Act, { type: 'submit' }>): Promise<ActReply> {
  const { slack, person } = by;
  const view = ownView(by, act.view);
  const install = view && installOf(by, view.appId, view.teamId);
  const isOnTop = openModals(slack, person.id).at(-1)?.id === act.view;
  if (!view || !install || !isOnTop) return trouble('view_not_found', 'That form is no longer open.');
  const values = stateOf(view.blocks, act.values, view.values);
  const errors = inputErrors(view.blocks, values);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const kept = slack.world.views.put(view.id, { ...view, values });
  const answer = await slack.deliverer.deliver(appOf(slack, install), {
    kind: 'interactive',
    payload: {
      type: 'view_submission',
      ...actor(slack, person),
      ...addressee(slack, install),
      trigger_id: slack.triggers.issue({
        appId: install.appId,
        teamId: install.teamId,
        user: person.id,
        viewId: view.id,
      }),
      view: viewForApp(slack, kept),
      response_urls: responseUrls(by, install, kept),
    },
  });
  if (!answer.ok) return connecting(answer.reason);
  return carryOut(by, install, view.id, answer.body);
}

function carryOut(by: Acting, install: Install, viewId: string, body: unknown): ActReply {
  const { slack, person } = by;
  const stack = openModals(slack, person.id);
  const view = slack.world.views.get(viewId);
  const below = stack.filter((one) => one.id !== viewId);
  if (!isObject(body) || !('response_action' in body)) {
    setModals(slack, person.id, below);
    return carriedOut;
  }
  const action = responseAction.safeParse(body);
  if (!action.success) return connecting('the answer was not understood');
  if (action.data.response_action === 'errors') return fieldErrors(view, action.data.errors);
  if (action.data.response_action === 'clear') {
    setModals(slack, person.id, []);
    return carriedOut;
  }
  const content = readView({ slack, install }, action.data.view);
  if (isFailure(content)) return connecting(JSON.stringify(content.response_metadata ?? content.error));
  if (content.view.type !== 'modal') return connecting('only a modal can follow a modal');
  const parts = { payload: content.view, blocks: content.blocks };
  if (action.data.response_action === 'update') {
    if (!view) return connecting('the form is gone');
    replaceContent(slack, view, parts);
    showModals(slack, person.id);
    return carriedOut;
  }
  if (stack.length >= MOST_VIEWS) return connecting('push_limit_reached');
  setModals(slack, person.id, [...stack, makeView(slack, install, person.id, parts, view)]);
  return carriedOut;
}

/** Errors must name input blocks of the form; Slack shows none otherwise. */
function fieldErrors(view: StoredView | undefined, errors: Record<string, string>): ActReply {
  const inputs = view?.blocks.filter((block) => block.type === 'input').map((block) => block.block_id) ?? [];
  const unknown = Object.keys(errors).filter((id) => !inputs.includes(id));
  if (unknown.length > 0) return connecting(`errors name no input block: ${unknown.join(', ')}`);
  return { ok: false, errors };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** For selects that ask for it: where the app may answer in the chosen conversation. */
function responseUrls(by: Acting, install: Install, view: StoredView) {
  return view.blocks.flatMap((block) =>
    elementsOf(block).flatMap(({ element }) => {
      const state = view.values[block.block_id]?.[element.action_id ?? ''];
      const channel = state?.selected_conversation ?? state?.selected_channel;
      if (element.response_url_enabled !== true || typeof channel !== 'string') return [];
      const response_url = responseUrlFor(by.slack, install, { channel, user: by.person.id });
      return [{ block_id: block.block_id, action_id: element.action_id, channel_id: channel, response_url }];
    }),
  );
}
