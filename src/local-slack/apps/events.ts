import { teamsOf } from '../channels/find.ts';
import { appOf, installsIn, nowSeconds, type Slack } from '../slack.ts';
import { newId } from '../state/ids.ts';
import type { Install, StoredConversation } from '../state/model.ts';

export type SlackEvent = { type: string; [field: string]: unknown };

/** When an event that was not acknowledged is sent again. Source: https://docs.slack.dev/apis/events-api#retries */
const RETRY_AFTER_MS = [0, 60_000, 300_000];

/** The name under which an app subscribes to an event. */
function subscriptionFor(event: SlackEvent): string {
  if (event.type !== 'message') return event.type;
  const kinds: Record<string, string> = { channel: 'channels', group: 'groups', im: 'im', mpim: 'mpim' };
  return `message.${kinds[String(event.channel_type)] ?? 'channels'}`;
}

function subscribes(slack: Slack, install: Install, event: SlackEvent): boolean {
  const { bot_events } = appOf(slack, install).manifest.settings.event_subscriptions;
  return bot_events.includes(subscriptionFor(event));
}

/** Tells every subscribed app whose bot is in the conversation. */
export function tellMembers(slack: Slack, conversation: StoredConversation, event: SlackEvent): void {
  for (const install of teamsOf(conversation).flatMap((team) => installsIn(slack, team))) {
    if (conversation.members.includes(install.botUser)) tellApp(slack, install, event, conversation);
  }
}

/** Tells every subscribed app that may know of the conversation. */
export function tellWorkspace(slack: Slack, teamId: string, event: SlackEvent): void {
  for (const install of installsIn(slack, teamId)) tellApp(slack, install, event);
}

/** Tells one app, if it subscribed; tries again when it does not acknowledge. */
export function tellApp(
  slack: Slack,
  install: Install,
  event: SlackEvent,
  conversation?: StoredConversation,
): void {
  if (!subscribes(slack, install, event)) return;
  const app = appOf(slack, install);
  const payload = {
    token: app.verificationToken,
    team_id: install.teamId,
    context_team_id: install.teamId,
    context_enterprise_id: null,
    api_app_id: app.id,
    event: { ...event, event_ts: event.event_ts ?? slack.ts.next() },
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: nowSeconds(slack),
    authorizations: [
      {
        enterprise_id: null,
        team_id: install.teamId,
        user_id: install.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: (conversation?.sharedWith.length ?? 0) > 0,
    event_context: `4-${newId('')}`,
  };
  void send(slack, install, payload, 0, '');
}

async function send(
  slack: Slack,
  install: Install,
  payload: Record<string, unknown>,
  num: number,
  reason: string,
): Promise<void> {
  const answer = await slack.deliverer.deliver(appOf(slack, install), {
    kind: 'events_api',
    payload,
    ...(num > 0 ? { retry: { num, reason } } : {}),
  });
  if (answer.ok || answer.noRetry) return;
  const wait = RETRY_AFTER_MS[num];
  if (wait === undefined) return;
  const why = answer.reason === 'timeout' ? 'http_timeout' : answer.reason;
  slack.clock.after(wait, () => void send(slack, install, payload, num + 1, why));
}
