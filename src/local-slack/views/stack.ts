import { identify } from '../blocks/identify.ts';
import { stateOf } from '../blocks/state-values.ts';
import type { ViewPayload } from '../blocks/view.ts';
import type { RawBlock } from '../blocks/walk.ts';
import type { Slack } from '../slack.ts';
import { newHash, newId } from '../state/ids.ts';
import type { Install, StoredView } from '../state/model.ts';
import { viewForPerson } from './describe.ts';

/** Source: https://docs.slack.dev/surfaces/modals (at most three views at once) */
export const MOST_VIEWS = 3;

type Content = { payload: ViewPayload; blocks: RawBlock[] };

/** The modals that a person has open, bottom first. */
export function openModals(slack: Slack, user: string): StoredView[] {
  return (slack.world.modals.get(user) ?? []).flatMap((id) => slack.world.views.get(id) ?? []);
}

/** Makes a view that is not yet shown. */
export function makeView(
  slack: Slack,
  install: Install,
  user: string,
  { payload, blocks }: Content,
  below?: StoredView,
): StoredView {
  const id = newId('V');
  const identified = identify(blocks);
  return {
    id,
    teamId: install.teamId,
    appId: install.appId,
    user,
    type: payload.type,
    ...frame(payload),
    blocks: identified,
    hash: newHash(slack.clock),
    rootViewId: below?.rootViewId ?? id,
    previousViewId: below?.id ?? null,
    values: stateOf(identified, {}),
  };
}

function frame(payload: ViewPayload) {
  const common = {
    privateMetadata: payload.private_metadata ?? '',
    callbackId: payload.callback_id ?? '',
    externalId: payload.external_id ?? '',
  };
  if (payload.type === 'home') return { ...common, clearOnClose: false, notifyOnClose: false };
  return {
    ...common,
    title: payload.title,
    ...(payload.submit ? { submit: payload.submit } : {}),
    ...(payload.close ? { close: payload.close } : {}),
    clearOnClose: payload.clear_on_close ?? false,
    notifyOnClose: payload.notify_on_close ?? false,
  };
}

/** Gives a view new content under its old id. Inputs whose ids stayed keep what the person typed. */
export function replaceContent(slack: Slack, view: StoredView, { payload, blocks }: Content): StoredView {
  const { title: _title, submit: _submit, close: _close, ...rest } = view;
  const identified = identify(blocks);
  return slack.world.views.put(view.id, {
    ...rest,
    ...frame(payload),
    blocks: identified,
    hash: newHash(slack.clock),
    values: stateOf(identified, {}, view.values),
  });
}

/** Sets a person's open modals, forgets the others, and shows the change. */
export function setModals(slack: Slack, user: string, views: StoredView[]): void {
  for (const view of views) slack.world.views.put(view.id, view);
  for (const old of openModals(slack, user)) {
    if (!views.some(({ id }) => id === old.id)) slack.world.views.delete(old.id);
  }
  const ids = views.map(({ id }) => id);
  if (ids.length > 0) slack.world.modals.put(user, ids);
  else slack.world.modals.delete(user);
  showModals(slack, user);
}

export function showModals(slack: Slack, user: string): void {
  slack.live.tell((viewer) =>
    viewer.user === user ? { type: 'modals', modals: openModals(slack, user).map(viewForPerson) } : undefined,
  );
}

/** The Home tab an app published for a person. */
export function homeOf(slack: Slack, appId: string, user: string): StoredView | undefined {
  const id = slack.world.homes.get(`${user}:${appId}`);
  return id ? slack.world.views.get(id) : undefined;
}

/** Shows a Home tab to its person. */
export function showHome(slack: Slack, view: StoredView): void {
  slack.live.tell(({ user }) =>
    user === view.user ? { type: 'home', appId: view.appId, view: viewForPerson(view) } : undefined,
  );
}

/** Whether another view of the workspace already has this custom id. */
export function hasExternalId(slack: Slack, teamId: string, externalId: string, except?: string): boolean {
  if (!externalId) return false;
  return slack.world.views
    .values()
    .some((view) => view.teamId === teamId && view.externalId === externalId && view.id !== except);
}
