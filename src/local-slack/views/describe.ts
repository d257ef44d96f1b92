import type { View } from '../protocol.ts';
import type { Slack } from '../slack.ts';
import type { StoredView } from '../state/model.ts';

/** A view as the Web API and payloads show it. Source: https://docs.slack.dev/reference/views */
export function viewForApp(slack: Slack, view: StoredView): Record<string, unknown> {
  const install = slack.world.installs.get(`${view.teamId}:${view.appId}`);
  return {
    id: view.id,
    team_id: view.teamId,
    type: view.type,
    ...(view.title ? { title: view.title } : {}),
    submit: view.submit ?? null,
    close: view.close ?? null,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    external_id: view.externalId,
    state: { values: view.values },
    hash: view.hash,
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    root_view_id: view.rootViewId,
    previous_view_id: view.previousViewId,
    app_id: view.appId,
    app_installed_team_id: view.teamId,
    bot_id: install?.botId ?? '',
  };
}

/** A view as its person's client shows it. */
export function viewForPerson(view: StoredView): View {
  return {
    id: view.id,
    hash: view.hash,
    type: view.type,
    title: view.title?.text ?? '',
    ...(view.submit ? { submit: view.submit.text } : {}),
    ...(view.close ? { close: view.close.text } : {}),
    blocks: view.blocks,
    callbackId: view.callbackId,
    appId: view.appId,
    ...(view.previousViewId ? { previousViewId: view.previousViewId } : {}),
  };
}
