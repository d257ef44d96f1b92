import type { FlagKey } from '../../flag/flag.ts';
import type { State } from '../../release/state.ts';
import type { Asking } from '../listening/asking.ts';

/** The flag that the release of this thread is about, the first of several; null outside of such a thread. */
export function flagOfThread(state: State, { place }: Asking): FlagKey | null {
  const release = place.release === null ? undefined : state.releases.get(place.release);
  return release?.flags[0] ?? null;
}
