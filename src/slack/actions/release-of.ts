import type { Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import { type Answer, refused, say, sentence } from '../commands/answer.ts';
import { environmentFor } from '../commands/environment.ts';
import type { Parts } from '../listening/parts.ts';
import type { Click } from './click.ts';

/** The release that a button is about, or the answer when there is none of that number. */
export async function withRelease(
  { asking, value }: Click,
  parts: Parts,
  then: (release: Release, state: State) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { state } = parts.state.current();
  const release = value.release === undefined ? undefined : state.releases.get(value.release);
  if (release !== undefined) return then(release, state);
  return refused({ code: 'UNKNOWN_RELEASE', release: value.release ?? '' }, asking, parts);
}

/** What a button that takes away or gives back is about: its release's flags, else the flag that it names. */
export function flagsOf(
  { value, asking }: Click,
  state: State,
): { flags: string[]; environment: string } | null {
  const release = value.release === undefined ? undefined : state.releases.get(value.release);
  if (release !== undefined) return { flags: release.flags, environment: release.environment };
  if (value.flag === undefined) return null;
  const environment = environmentFor(state, value.environment ?? null, asking.place);
  return { flags: [value.flag], environment };
}

export function unreadable(): Answer {
  return say(sentence('This button does not say what it is about.', ['list']));
}
