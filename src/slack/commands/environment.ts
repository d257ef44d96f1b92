import type { EnvironmentKey } from '../../flag/flag.ts';
import { releaseOn } from '../../release/decide/find.ts';
import { inFlight, type Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import type { Place } from '../listening/asking.ts';

const USUAL = 'production';

/** The environment that is meant: the one named, that of the thread, else production. */
export function environmentFor(state: State, named: string | null, place: Place): EnvironmentKey {
  if (named !== null) return named.toLowerCase();
  const ofThread = place.release === null ? undefined : state.releases.get(place.release);
  if (ofThread !== undefined) return ofThread.environment;
  return state.environments.has(USUAL) ? USUAL : ([...state.environments.keys()][0] ?? USUAL);
}

/**
 * Where the card of something that is asked goes: the team's own channel for releases, wherever it was asked; until
 * one is chosen, where it was said, but never into direct messages.
 */
export function channelForCard(state: State, { channel }: Place): string | null {
  const usual = state.installation?.channel ?? null;
  return usual ?? (channel?.startsWith('D') ? null : channel);
}

/** The releases in flight on a flag, in the environment named or in any. */
export function releasesOn(state: State, flag: string, named: string | null): Release[] {
  if (named !== null) {
    const release = releaseOn(state, flag, named.toLowerCase());
    return release === null ? [] : [release];
  }
  return [...state.releases.values()].filter((release) => inFlight(release) && release.flags.includes(flag));
}
