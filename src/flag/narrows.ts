import { redefinedAudiences, usesAny } from './affected-by.ts';
import type { Flag, FlagKey } from './flag.ts';
import { type FlagSet, prerequisitesOf } from './flag-set.ts';
import { narrowsByItself, showsTheSame } from './narrows-flag.ts';
import { isOffForAll } from './off-for-all.ts';

/**
 * Whether a change to an environment takes away at most: for any context whatever, no flag turns on, changes its
 * variant or its value, other than to off. It is what decides whether a change is ungated, so it answers true only
 * where that is proven from the definitions, and false when in doubt.
 *
 * Write on(F) for the contexts for which a flag F is on: those for which F's own conditions hold and each of its
 * prerequisites is on. Wanted is after.on(F) ⊆ before.on(F) for every flag. It is enough to see for each flag that
 *
 * 1. it is off for all afterwards (`isOffForAll`); or
 * 2. its own conditions afterwards imply its own conditions before (`narrowsByItself`), and each prerequisite that
 *    it had is still among its prerequisites, directly or through others.
 *
 * For then, going up from flags without prerequisites: after.on(F) lies within F's own conditions afterwards, hence
 * within those before; and within after.on(P) for each earlier prerequisite P, hence within before.on(P), which has
 * been shown already. That is all of before.on(F). Where prerequisites ran in a circle before, each flag on it was
 * off; by 2 the circle still closes, or by 1 some flag on it is off for all, and off is the whole circle still.
 *
 * A removed flag never narrows, for readers fall back to their code default, which may be anything. For the same
 * reason a new flag only narrows when it is off for all. What the off variant's value is, is seen by all others.
 *
 * Un-changed flags are told by reference, so one changed flag of 10,000 costs one walk over the map. Theirs needs no
 * other look: own conditions and prerequisites are the same, as long as none of their audiences was redefined; that
 * a prerequisite of theirs changed is taken care of where that one is looked at.
 */
export function narrows(before: FlagSet, after: FlagSet): boolean {
  if (before.environment !== after.environment) return false;
  const redefined = redefinedAudiences(before, after);
  if (before.flags === after.flags && redefined.size === 0) return true;
  for (const key of before.flags.keys()) if (!after.flags.has(key)) return false;
  for (const [key, flag] of after.flags) {
    const known = before.flags.get(key);
    if (known === flag && !usesAny(after, key, redefined)) continue;
    if (known === undefined ? !isOffForAll(after, key) : !narrowsFlag(before, after, known, flag))
      return false;
  }
  return true;
}

function narrowsFlag(before: FlagSet, after: FlagSet, was: Flag, is: Flag): boolean {
  if (!showsTheSame([was.off], [is.off])) return false;
  if (isOffForAll(after, is.key)) return true;
  return keepsPrerequisites(after, was, is.key) && narrowsByItself(before, after, was, is);
}

function keepsPrerequisites(after: FlagSet, was: Flag, key: FlagKey): boolean {
  if (was.prerequisites.length === 0) return true;
  const needed = prerequisitesOf(after, key);
  return was.prerequisites.every((prerequisite) => needed.has(prerequisite));
}
