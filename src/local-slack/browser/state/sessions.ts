import type { Boot, ClientEvent } from '../../protocol.ts';
import type { Link } from '../wire/stream.ts';
import { apply } from './apply.ts';
import { type Viewer, viewerFrom } from './viewer.ts';

/** Everyone whose eyes the client looks through, by user id. Switching only chooses another of them. */
export type Sessions = { viewers: Record<string, Viewer>; links: Record<string, Link> };

export type SessionChange =
  | { type: 'booted'; user: string; boot: Boot; at: number }
  | { type: 'happened'; user: string; event: ClientEvent; at: number }
  | { type: 'link'; user: string; link: Link };

export const NO_SESSIONS: Sessions = { viewers: {}, links: {} };

export function changeSessions(sessions: Sessions, change: SessionChange): Sessions {
  const before = sessions.viewers[change.user];
  switch (change.type) {
    case 'booted': {
      const viewer = viewerFrom(change.boot, change.at, before);
      return { ...sessions, viewers: { ...sessions.viewers, [change.user]: viewer } };
    }
    case 'happened': {
      if (before === undefined) return sessions;
      return {
        ...sessions,
        viewers: { ...sessions.viewers, [change.user]: apply(before, change.event, change.at) },
      };
    }
    case 'link':
      return { ...sessions, links: { ...sessions.links, [change.user]: change.link } };
  }
}
