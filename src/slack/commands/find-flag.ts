import type { FlagKey } from '../../flag/flag.ts';
import type { State } from '../../release/state.ts';
import { askFlag, offerToCreate } from '../blocks/did-you-mean.ts';
import { nearest } from '../parse/nearest.ts';
import { code } from '../words/escape.ts';
import { type Answer, say, sentence } from './answer.ts';

/** A flag that was meant, with what to say about how it was found; or the answer that asks. */
export type FoundFlag = { ok: true; flag: FlagKey; note: string | null } | { ok: false; answer: Answer };

const MOST_OFFERED = 3;

/** Keys of flags that a name may have meant, the nearest first; archived ones are nobody's wish. */
export function flagsNear(state: State, typed: string): FlagKey[] {
  const keys = [...state.flags.values()].filter((flag) => flag.archivedAt === null).map((flag) => flag.key);
  return nearest(typed.replaceAll(/[\s_.]+/g, '-'), keys).slice(0, MOST_OFFERED);
}

/** The key that is exactly what was typed, but for capitals. */
function exact(state: State, typed: string): FlagKey | null {
  const key = typed.toLowerCase();
  return state.flags.has(key) ? key : null;
}

/** For a command that only looks: a unique near name is used, and said. */
export function flagToRead(state: State, typed: string, commandFor: (flag: FlagKey) => string): FoundFlag {
  const key = exact(state, typed);
  if (key !== null) return { ok: true, flag: key, note: null };
  const near = flagsNear(state, typed);
  const [only, ...others] = near;
  if (only !== undefined && others.length === 0) {
    return { ok: true, flag: only, note: `There is no ${code(typed, 64)}; this is ${code(only, 64)}.` };
  }
  if (only !== undefined) return { ok: false, answer: asking(typed, near, commandFor, null) };
  const text = `There is no flag ${code(typed, 64)}.`;
  return { ok: false, answer: say(sentence(text, ['list', 'help'])) };
}

/** For a command that changes something: it never acts on a guessed name. */
export function flagToChange(
  state: State,
  typed: string,
  commandFor: (flag: FlagKey) => string,
  canBeNew: boolean,
): FoundFlag {
  const key = exact(state, typed);
  if (key !== null) return { ok: true, flag: key, note: null };
  const near = flagsNear(state, typed);
  const whole = canBeNew ? commandFor(typed) : null;
  if (near.length > 0) return { ok: false, answer: asking(typed, near, commandFor, whole) };
  if (!canBeNew) {
    const text = `There is no flag ${code(typed, 64)}. Nothing was changed.`;
    return { ok: false, answer: say(sentence(text, ['list'])) };
  }
  return { ok: false, answer: say(offerToCreate({ flag: typed, command: whole })) };
}

function asking(
  typed: string,
  near: readonly FlagKey[],
  commandFor: (flag: FlagKey) => string,
  command: string | null,
): Answer {
  const meant = near.map((flag) => ({ flag, command: commandFor(flag) }));
  return say(askFlag({ typed, near: meant, command }));
}
