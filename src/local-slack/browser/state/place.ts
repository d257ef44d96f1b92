import type { Ts } from '../../protocol.ts';
import type { Who } from '../wire/request.ts';
import type { Viewer } from './viewer.ts';

export type AppTab = 'home' | 'messages' | 'about';

/** What is open: a conversation or an app's page, and beside it perhaps a thread. */
export type Place = {
  main: { kind: 'conversation'; channel: string } | { kind: 'app'; appId: string; tab: AppTab };
  thread: { channel: string; ts: Ts } | null;
};

/**
 * Who looks and at what, as the address bar keeps it: `#T1/U1/C1`, `#T1/U1/C1/1700.1`, `#T1/U1/app/A1/home`.
 * The user is empty where only the workspace was chosen.
 */
export type Address = { who: Who; place: Place | null };

export function parseAddress(hash: string): Address | null {
  const [team, user = '', first, second, third] = hash.replace(/^#/, '').split('/');
  if (!team) return null;
  const who = { team, user };
  if (!first) return { who, place: null };
  if (first === 'app' && second) {
    const tab = third === 'messages' || third === 'about' ? third : 'home';
    return { who, place: { main: { kind: 'app', appId: second, tab }, thread: null } };
  }
  const thread = second ? { channel: first, ts: second } : null;
  return { who, place: { main: { kind: 'conversation', channel: first }, thread } };
}

export function addressHash({ who, place }: Address): string {
  const base = `#${who.team}/${who.user}`;
  if (place === null) return base;
  if (place.main.kind === 'app') return `${base}/app/${place.main.appId}/${place.main.tab}`;
  return `${base}/${place.main.channel}${place.thread === null ? '' : `/${place.thread.ts}`}`;
}

/** Where a person starts: a channel that an app is in, as that is where there is something to see. */
export function firstPlace(viewer: Viewer): Place {
  const mine = Object.values(viewer.conversations).filter(
    (channel) => channel.kind !== 'dm' && channel.members.includes(viewer.me.id) && !channel.archived,
  );
  const bots = Object.values(viewer.apps).map((app) => app.botUser);
  const chosen = mine.find((channel) => channel.members.some((member) => bots.includes(member))) ?? mine[0];
  const fallback = Object.keys(viewer.conversations)[0] ?? '';
  return { main: { kind: 'conversation', channel: chosen?.id ?? fallback }, thread: null };
}

/** Whether the place is still there for the viewer: a channel may have been left, an app removed. */
export function placeExists(viewer: Viewer, place: Place): boolean {
  if (place.main.kind === 'app') return viewer.apps[place.main.appId] !== undefined;
  return viewer.conversations[place.main.channel] !== undefined;
}
