import type { App } from '@slack/bolt';
import type { Rejection } from '../../release/rejection.ts';
import { homeView } from '../home/home-view.ts';
import { type Asking, NOWHERE } from '../listening/asking.ts';
import { attend, turnedAway } from '../listening/attend.ts';
import type { Parts } from '../listening/parts.ts';
import { signedEvent } from '../listening/signed.ts';

/** Publishes the Home tab of whoever opens it. */
export function listenToHome(app: App, parts: Parts): void {
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const asking = attend(parts, signedEvent(body, event), NOWHERE);
    const why: Rejection | null = await turnedAway(asking, parts);
    if (why === null) await publishHome(asking, parts);
  });
}

/** Brings someone's Home tab up to date. */
export async function publishHome({ person, user }: Asking, parts: Parts): Promise<void> {
  const { state } = parts.state.current();
  const isAdmin = state.installation?.admins.includes(person) ?? false;
  const people = parts.directory.known();
  const view = homeView({ state, viewer: person, people, now: parts.clock(), isAdmin });
  await parts.connection.clients.answers.views.publish({ user_id: user, view });
}
