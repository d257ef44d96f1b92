import type { Event } from '../../release/event.ts';
import type { Release } from '../../release/release.ts';
import type { Parts } from '../listening/parts.ts';

const PAGE = 200;
/** Further back than this nobody reads in a form; the log itself holds everything. */
const MOST_PAGES = 25;

/** What happened to a release, from the log, the newest first. */
export async function historyOf(release: Release, { state, store }: Parts): Promise<Event[]> {
  const events: Event[] = [];
  let before = state.current().revision;
  for (let page = 0; page < MOST_PAGES && before > 0; page += 1) {
    const entries = await store.history(before, PAGE);
    for (const entry of entries) {
      events.push(...entry.events.filter((event) => isOf(event, release)).reverse());
      before = entry.revision - 1;
      if (entry.at < release.openedAt) return events;
    }
    if (entries.length < PAGE) break;
  }
  return events;
}

function isOf(event: Event, { id }: Release): boolean {
  if (event.type === 'ReleaseOpened') return event.release.id === id;
  return 'release' in event && event.release === id;
}
