import type { App, Conversation, Message, Person } from '../../protocol.ts';
import type { Viewer } from './viewer.ts';

/** What stands in a conversation itself: no replies, but those that were also sent to it. */
export function rootMessages(viewer: Viewer, channel: string): Message[] {
  return (viewer.messages[channel] ?? []).filter(
    (message) =>
      message.threadTs === undefined || message.threadTs === message.ts || message.broadcast === true,
  );
}

/** A thread's root, if it is still there, and its replies. */
export function threadMessages(
  viewer: Viewer,
  channel: string,
  ts: string,
): { root: Message | null; replies: Message[] } {
  const all = viewer.messages[channel] ?? [];
  return {
    root: all.find((message) => message.ts === ts) ?? null,
    replies: all.filter((message) => message.threadTs === ts && message.ts !== ts),
  };
}

/** The viewer's own newest message in a conversation or thread, which ↑ edits. */
export function lastOwnMessage(viewer: Viewer, channel: string, threadTs?: string): Message | null {
  const shown =
    threadTs === undefined
      ? rootMessages(viewer, channel)
      : threadMessages(viewer, channel, threadTs).replies;
  return shown.findLast((message) => message.user === viewer.me.id && message.ephemeral !== true) ?? null;
}

export function appOfBot(viewer: Viewer, user: string): App | null {
  return Object.values(viewer.apps).find((app) => app.botUser === user) ?? null;
}

const byName = (a: Conversation, b: Conversation) => a.name.localeCompare(b.name);

export type Sidebar = {
  channels: Conversation[];
  dms: Conversation[];
  apps: { app: App; dm: Conversation | null }[];
};

/** The conversations as the sidebar groups them. A conversation with an app stands under its app. */
export function sidebar(viewer: Viewer): Sidebar {
  const all = Object.values(viewer.conversations);
  const dms = all.filter((conversation) => conversation.kind === 'dm');
  return {
    channels: all.filter((conversation) => conversation.kind !== 'dm').sort(byName),
    dms: dms.filter((dm) => dm.with !== undefined && appOfBot(viewer, dm.with) === null).sort(byName),
    apps: Object.values(viewer.apps).map((app) => ({
      app,
      dm: dms.find((dm) => dm.with === app.botUser) ?? null,
    })),
  };
}

/** The people whose place one can take: those of this workspace who could sign in. */
export function switchable(viewer: Viewer): Person[] {
  const excluded = new Set(['bot', 'deactivated', 'external']);
  return Object.values(viewer.people).filter(
    (person) => person.teamId === viewer.team.id && !excluded.has(person.kind) && person.id !== 'USLACKBOT',
  );
}

/** How many unread messages ask for a person's attention, over all their conversations. */
export function mentionCount(viewer: Viewer): number {
  return Object.values(viewer.conversations).reduce((sum, conversation) => sum + conversation.mentions, 0);
}

/** Local Slack's time in milliseconds when the machine's time is `at`. */
export function slackNow(viewer: Viewer, at: number): number {
  return Date.parse(viewer.clock.now) + (at - viewer.clockReadAt);
}
