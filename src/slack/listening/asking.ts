import type { Logger } from 'pino';
import type { PersonId } from '../../environment/person.ts';
import type { Actor } from '../../release/context.ts';
import type { ReleaseId } from '../../release/release.ts';

/** Where somebody spoke or clicked. */
export type Place = {
  channel: string | null;
  /** The root of the thread they are in. */
  thread: string | null;
  /** The release whose thread that is. */
  release: ReleaseId | null;
};

/** Somebody asks something of Rampart: who, as Slack signed it, where, and under which id it is told of. */
export type Asking = {
  requestId: string;
  person: PersonId;
  /** Slack's user id. */
  user: string;
  place: Place;
  log: Logger;
};

export const NOWHERE: Place = { channel: null, thread: null, release: null };

export function actorOf({ person }: Asking): Actor {
  return { kind: 'person', id: person };
}
