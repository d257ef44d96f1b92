import type { PersonId } from '../../environment/person.ts';
import type { ReleaseId } from '../../release/release.ts';
import { askName, cardName } from '../notifier/message-name.ts';
import type { Parts } from './parts.ts';

/** Releases asked for in one question to the store, the newest first. */
const PAGE = 250;

/** Which release's thread a message is in: found by where its card stands, or its copy for this person. */
export async function releaseOfThread(
  channel: string,
  thread: string,
  person: PersonId,
  { state, store }: Parts,
): Promise<ReleaseId | null> {
  const ids = [...state.current().state.releases.keys()].reverse();
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE);
    const namesOf = (id: ReleaseId) => [cardName(id), askName(id, person)];
    const refs = await store.messageRefs(page.flatMap(namesOf));
    const stands = (name: string) => refs.get(name)?.channel === channel && refs.get(name)?.ts === thread;
    const found = page.find((id) => namesOf(id).some(stands));
    if (found !== undefined) return found;
  }
  return null;
}
