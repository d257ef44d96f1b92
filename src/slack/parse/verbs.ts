import { nearest } from './nearest.ts';
import type { Verb } from './verb.ts';
import { approve, reject } from './verbs/approving.ts';
import { help, list, status, why } from './verbs/looking.ts';
import { cancel, extend, pause, unrelease } from './verbs/narrowing.ts';
import { freeze, me, unfreeze } from './verbs/settings.ts';
import { advance, plan, ramp, restore, resume } from './verbs/widening.ts';

/** The whole grammar, in the order in which `help` shows it. */
export const VERBS: readonly Verb[] = [
  plan,
  ramp,
  status,
  unrelease,
  why,
  list,
  approve,
  reject,
  pause,
  resume,
  advance,
  extend,
  restore,
  cancel,
  freeze,
  unfreeze,
  me,
  help,
];

const BY_WORD: ReadonlyMap<string, Verb> = new Map(
  VERBS.flatMap((verb) => [verb.name, ...verb.also].map((word) => [word, verb])),
);

/** The verb that a word names, or undefined. */
export function verbCalled(word: string): Verb | undefined {
  return BY_WORD.get(word.toLowerCase());
}

/** The verb that a mistyped word most likely meant, or null when none, or more than one, is near. */
export function verbNear(word: string): Verb | null {
  const meant = new Set(nearest(word, BY_WORD.keys()).map((near) => BY_WORD.get(near)));
  const [only, ...others] = meant;
  return others.length === 0 ? (only ?? null) : null;
}
