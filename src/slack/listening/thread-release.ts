import type { ReleaseId } from '../../release/release.ts';
import { cardName } from '../notifier/message-name.ts';
import type { Parts } from './parts.ts';

/** Names asked for in one question to the store. */
const PAGE = 500;

/** Which release's thread a message is in: found by where its card stands. Newest releases first. */
export async function releaseOfThread(
  channel: string,
  thread: string,
  { state, store }: Parts,
): Promise<ReleaseId | null> {
  const ids = [...state.current().state.releases.keys()].reverse();
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE);
    const refs = await store.messageRefs(page.map(cardName));
    const found = page.find((id) => {
      const ref = refs.get(cardName(id));
      return ref?.channel === channel && ref.ts === thread;
    });
    if (found !== undefined) return found;
  }
  return null;
}
