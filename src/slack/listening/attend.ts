import type { Rejection } from '../../release/rejection.ts';
import { personIdOf, type Signed } from '../connection/workspace.ts';
import type { Asking, Place } from './asking.ts';
import type { Parts } from './parts.ts';

/** Facts about whoever asks may be as old as this for reading; what changes something is checked by the decision. */
const FRESH_MS = 10 * 60_000;

/** The start of every listener: who asks, where, and under which id the log and the answer speak of it. */
export function attend(parts: Parts, signed: Signed, place: Place): Asking {
  const workspace = parts.connection.workspace();
  if (workspace === null) throw new Error('Slack spoke to us before it said who we are');
  const requestId = parts.newId();
  const person = personIdOf(workspace, signed);
  const log = parts.log.child({ requestId, person });
  return { requestId, person, user: signed.user, place, log };
}

/** Whether what is in memory says who asks, so that an answer needs no look-up. */
export function isKnown({ person }: Asking, { directory }: Parts): boolean {
  return directory.known().has(person);
}

/**
 * Why somebody is not even told what stands in Rampart: people of other workspaces, bots and deactivated people
 * are not. Guests may look; what they may do is the decision's to say. Looks them up when that is due.
 */
export async function turnedAway({ person }: Asking, { directory }: Parts): Promise<Rejection | null> {
  await directory.refresh([person], FRESH_MS);
  const standing = directory.known().get(person)?.standing ?? null;
  const isIn = standing === 'member' || standing === 'guest' || standing === null;
  return isIn ? null : { code: 'NOT_A_MEMBER', standing };
}
