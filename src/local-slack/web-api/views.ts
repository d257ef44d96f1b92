import * as z from 'zod';
import { type CheckedView, checkView } from '../blocks/view.ts';
import { unsharedFiles } from '../files/in-blocks.ts';
import type { StoredView } from '../state/model.ts';
import { viewForApp } from '../views/describe.ts';
import {
  hasExternalId,
  homeOf,
  MOST_VIEWS,
  makeView,
  openModals,
  replaceContent,
  setModals,
  showHome,
  showModals,
} from '../views/stack.ts';
import { json, readJson } from './args.ts';
import { type Call, method } from './method.ts';
import { type Failure, fail, invalidArguments, isFailure, type Reply } from './reply.ts';

type Good = Extract<CheckedView, { ok: true }>;

/** Reads the `view` argument, or says all that is wrong with it. */
export function readView({ slack, install }: Call, raw: unknown): Good | Failure {
  const value = readJson(raw);
  if (value === undefined) return invalidArguments(['missing required field: view']);
  const checked = checkView(value);
  if (checked.ok) {
    const faults = unsharedFiles(slack, install, checked.blocks, '/view/blocks');
    return faults.length > 0 ? invalidArguments(faults) : checked;
  }
  return 'error' in checked ? fail(checked.error) : invalidArguments(checked.faults);
}

const shown = (call: Call, view: StoredView): Reply => ({ ok: true, view: viewForApp(call.slack, view) });

const byTrigger = z.object({
  trigger_id: z.string().optional(),
  interactivity_pointer: z.string().optional(),
  view: json,
});

/** Reads a modal and uses up the trigger; a view that is not good leaves the trigger as it was. */
function triggered(call: Call, args: z.output<typeof byTrigger>) {
  const id = args.trigger_id ?? args.interactivity_pointer;
  if (!id) return invalidArguments(['missing required field: trigger_id']);
  const content = readView(call, args.view);
  if (isFailure(content)) return content;
  if (content.view.type !== 'modal') {
    return invalidArguments(['must be one of the allowed values [json-pointer:/view/type]']);
  }
  if (hasExternalId(call.slack, call.install.teamId, content.view.external_id ?? '')) {
    return fail('duplicate_external_id');
  }
  const trigger = call.slack.triggers.exchange(id, call.install.appId);
  if (typeof trigger === 'string') return fail(trigger);
  return { trigger, content: { payload: content.view, blocks: content.blocks } };
}

const open = method('views.open', {
  rate: { tier: 4 },
  args: byTrigger,
  run: (call, args) => {
    const ready = triggered(call, args);
    if (isFailure(ready)) return ready;
    const { user, viewId } = ready.trigger;
    const stack = openModals(call.slack, user);
    // From within a modal, a new one opens on top of it.
    const below = viewId ? stack : [];
    const top = below.at(-1);
    if (below.length >= MOST_VIEWS) return fail('push_limit_reached');
    const view = makeView(
      call.slack,
      call.install,
      user,
      ready.content,
      top?.type === 'modal' ? top : undefined,
    );
    setModals(call.slack, user, [...below, view]);
    return shown(call, view);
  },
});

const push = method('views.push', {
  rate: { tier: 4 },
  args: byTrigger,
  run: (call, args) => {
    const ready = triggered(call, args);
    if (isFailure(ready)) return ready;
    const stack = openModals(call.slack, ready.trigger.user);
    const top = stack.at(-1);
    if (!top || !ready.trigger.viewId) return fail('not_found');
    if (stack.length >= MOST_VIEWS) return fail('push_limit_reached');
    const view = makeView(call.slack, call.install, ready.trigger.user, ready.content, top);
    setModals(call.slack, ready.trigger.user, [...stack, view]);
    return shown(call, view);
  },
});

const update = method('views.update', {
  rate: { tier: 4 },
  args: z.object({
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
    view: json,
  }),
  run: (call, args) => {
    const { slack, install } = call;
    if (!args.view_id && !args.external_id) return invalidArguments(['missing required field: view_id']);
    const content = readView(call, args.view);
    if (isFailure(content)) return content;
    const found = slack.world.views.find(
      (view) =>
        view.appId === install.appId &&
        view.teamId === install.teamId &&
        (args.view_id ? view.id === args.view_id : view.externalId === args.external_id),
    );
    if (!found) return fail('not_found');
    if (found.type !== content.view.type) {
      return invalidArguments(['must match the `type` of the view being updated [json-pointer:/view/type]']);
    }
    if (args.hash && args.hash !== found.hash) return fail('hash_conflict');
    if (hasExternalId(slack, install.teamId, content.view.external_id ?? '', found.id)) {
      return fail('duplicate_external_id');
    }
    const view = replaceContent(slack, found, { payload: content.view, blocks: content.blocks });
    if (view.type === 'home') showHome(slack, view);
    else showModals(slack, view.user);
    return shown(call, view);
  },
});

const publish = method('views.publish', {
  rate: { tier: 4 },
  args: z.object({ user_id: z.string(), hash: z.string().optional(), view: json }),
  run: (call, args) => {
    const { slack, install } = call;
    if (!slack.world.apps.get(install.appId)?.manifest.features.app_home.home_tab_enabled) {
      return fail('not_enabled');
    }
    const person = slack.world.people.get(args.user_id);
    if (person?.teamId !== install.teamId) return fail('user_not_found');
    const content = readView(call, args.view);
    if (isFailure(content)) return content;
    if (content.view.type !== 'home') {
      return invalidArguments(['must be one of the allowed values [json-pointer:/view/type]']);
    }
    const before = homeOf(slack, install.appId, args.user_id);
    if (args.hash && args.hash !== before?.hash) return fail('hash_conflict');
    if (hasExternalId(slack, install.teamId, content.view.external_id ?? '', before?.id)) {
      return fail('duplicate_external_id');
    }
    const parts = { payload: content.view, blocks: content.blocks };
    const view = before
      ? replaceContent(slack, before, parts)
      : makeView(slack, install, args.user_id, parts);
    slack.world.views.put(view.id, view);
    slack.world.homes.put(`${args.user_id}:${install.appId}`, view.id);
    showHome(slack, view);
    return shown(call, view);
  },
});

export const viewMethods = [open, push, update, publish];
