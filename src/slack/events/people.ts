import type { App } from '@slack/bolt';
import type { Parts } from '../listening/parts.ts';

/** Keeps the directory in step with what Slack says of people and groups. */
export function listenToPeople(app: App, { directory }: Parts): void {
  app.event('user_change', async ({ event }) => directory.userChanged(event.user));
  app.event('team_join', async ({ event }) => directory.userChanged(event.user));
  app.event('subteam_members_changed', async ({ event }) => {
    directory.groupChanged(event.subteam_id, (users) => {
      for (const user of event.added_users ?? []) users.add(user);
      for (const user of event.removed_users ?? []) users.delete(user);
      return users;
    });
  });
  app.event('subteam_updated', async ({ event }) => {
    const { id, users, date_delete } = event.subteam;
    directory.groupChanged(id, (before) => ((date_delete ?? 0) > 0 ? null : new Set(users ?? before)));
  });
}
