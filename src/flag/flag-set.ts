import type { Audience, AudienceKey } from './audience.ts';
import { DARK, type Exposure } from './exposure.ts';
import type { EnvironmentKey, Flag, FlagKey } from './flag.ts';
import { own } from './own.ts';

/** All that decides what readers of one environment see. */
export type FlagSet = {
  readonly environment: EnvironmentKey;
  readonly flags: ReadonlyMap<FlagKey, Flag>;
  readonly audiences: ReadonlyMap<AudienceKey, Audience>;
};

/** A flag's exposure in an environment: dark where nothing was said. */
export function exposureOf(flag: Flag, environment: EnvironmentKey): Exposure {
  return own(flag.exposures, environment) ?? DARK;
}

/**
 * Every flag that must be on before this one can be, over any number of steps, in the order of a walk. Keys that
 * the set does not hold are in it too: such a prerequisite is off. In a cycle a flag is among its own.
 */
export function prerequisitesOf(set: FlagSet, key: FlagKey): ReadonlySet<FlagKey> {
  const found = new Set<FlagKey>();
  const waiting = [...(set.flags.get(key)?.prerequisites ?? [])].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...[...(set.flags.get(next)?.prerequisites ?? [])].reverse());
  }
  return found;
}

/**
 * The first cycle that a walk over prerequisites from this flag runs into, as the flags in turn with the first one
 * repeated at the end (`a, b, a`), or null. A flag from which a cycle is reached is off.
 */
export function findCycle(set: FlagSet, key: FlagKey): readonly FlagKey[] | null {
  if (!set.flags.get(key)?.prerequisites.length) return null;
  const cleared = new Set<FlagKey>();
  const path = [{ key, next: 0 }];
  const onPath = new Set([key]);
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const prerequisite = set.flags.get(at.key)?.prerequisites[at.next];
    at.next += 1;
    if (prerequisite === undefined) {
      cleared.add(at.key);
      onPath.delete(at.key);
      path.pop();
    } else if (onPath.has(prerequisite)) {
      const keys = path.map((step) => step.key);
      return [...keys.slice(keys.indexOf(prerequisite)), prerequisite];
    } else if (!cleared.has(prerequisite)) {
      path.push({ key: prerequisite, next: 0 });
      onPath.add(prerequisite);
    }
  }
  return null;
}

/** Every flag that needs this one, over any number of steps: who goes dark with it. Not the flag itself. */
export function dependentsOf(set: FlagSet, key: FlagKey): ReadonlySet<FlagKey> {
  const found = withDependents(set, [key]);
  found.delete(key);
  return found;
}

/** These flags, and every flag that needs one of them. */
export function withDependents(set: FlagSet, keys: Iterable<FlagKey>): Set<FlagKey> {
  const neededBy = directDependents(set.flags);
  const found = new Set<FlagKey>();
  const waiting = [...keys];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(neededBy.get(next) ?? []));
  }
  return found;
}

/** Per flag those that name it as a prerequisite. Kept for as long as the map of flags is the same value. */
function directDependents(flags: FlagSet['flags']): ReadonlyMap<FlagKey, readonly FlagKey[]> {
  const known = dependentsByFlags.get(flags);
  if (known !== undefined) return known;
  const neededBy = new Map<FlagKey, FlagKey[]>();
  for (const flag of flags.values()) {
    for (const prerequisite of flag.prerequisites) {
      const dependents = neededBy.get(prerequisite);
      if (dependents === undefined) neededBy.set(prerequisite, [flag.key]);
      else dependents.push(flag.key);
    }
  }
  dependentsByFlags.set(flags, neededBy);
  return neededBy;
}

const dependentsByFlags = new WeakMap<FlagSet['flags'], ReadonlyMap<FlagKey, readonly FlagKey[]>>();
