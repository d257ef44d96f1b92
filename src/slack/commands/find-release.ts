import { inFlight, type Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import type { Asking } from '../listening/asking.ts';
import type { Target } from '../parse/said.ts';
import { escapeText } from '../words/escape.ts';
import { type Answer, say, sentence } from './answer.ts';
import { releasesOn } from './environment.ts';
import { flagToChange } from './find-flag.ts';

export type FoundRelease = { ok: true; release: Release } | { ok: false; answer: Answer };

/** What a command that steers a release is about: a flag or release by name, or where it was said. */
export type Steers = {
  verb: string;
  target: Target;
  environment: string | null;
  /** The same command for another name. */
  commandFor: (target: string, environment: string | null) => string;
};

const MOST_OFFERED = 3;

/** The one release that is meant. With none, or more than one, it asks instead of guessing. */
export function releaseToSteer(state: State, steers: Steers, asking: Asking): FoundRelease {
  const { target, environment, commandFor } = steers;
  if (target === null) return releaseOfThread(state, steers, asking);
  const byId = state.flags.has(target.toLowerCase()) ? undefined : state.releases.get(target.toLowerCase());
  if (byId !== undefined) return { ok: true, release: byId };

  const found = flagToChange(state, target, (flag) => commandFor(flag, environment), false);
  if (!found.ok) return found;
  const [release, ...others] = releasesOn(state, found.flag, environment);
  if (release === undefined) {
    const place = environment === null ? '' : ` in ${escapeText(environment, 40)}`;
    const text = `Nothing is in flight on *${found.flag}*${place}, so there is nothing to ${steers.verb}.`;
    return { ok: false, answer: say(sentence(text, [`status ${found.flag}`])) };
  }
  if (others.length === 0) return { ok: true, release };
  const text = `*${found.flag}* is in flight in more than one environment. Which one?`;
  const commands = [release, ...others].map((each) => commandFor(found.flag, each.environment));
  return { ok: false, answer: say(sentence(text, commands)) };
}

function releaseOfThread(state: State, steers: Steers, asking: Asking): FoundRelease {
  const here = asking.place.release === null ? undefined : state.releases.get(asking.place.release);
  if (here !== undefined) return { ok: true, release: here };
  const flying = [...state.releases.values()].filter(inFlight).slice(-MOST_OFFERED);
  const commands = flying.flatMap((release) =>
    release.flags.slice(0, 1).map((flag) => steers.commandFor(flag, release.environment)),
  );
  const text =
    commands.length === 0
      ? `Nothing is in flight, so there is nothing to ${steers.verb}.`
      : `Which one do you want to ${steers.verb}? Name it, or say so in its thread.`;
  return { ok: false, answer: say(sentence(text, commands)) };
}
