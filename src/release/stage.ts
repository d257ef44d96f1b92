import { raise, restore } from '../flag/change-exposure.ts';
import type { Exposure } from '../flag/exposure.ts';
import type { Flag, FlagKey } from '../flag/flag.ts';
import { exposureOf, type FlagSet, prerequisitesOf, withDependents } from '../flag/flag-set.ts';
import { own } from '../flag/own.ts';
import type { Step } from './plan.ts';
import type { Release } from './release.ts';
import type { State } from './state.ts';

/** The flags and audiences of one environment, as the flag room takes them. */
export function flagSet(state: State, environment: string): FlagSet {
  return { environment, flags: state.flags, audiences: state.audiences };
}

/**
 * The part of the flag set that a release can touch, or that what it touches depends on: its flags, their dependents
 * and the prerequisites of all of them. No other flag can turn out differently by its stages, so judging this part
 * judges all, at the same cost however many flags there are.
 */
export function scopeOf(state: State, release: Pick<Release, 'environment' | 'flags'>): FlagSet {
  const all = flagSet(state, release.environment);
  const keys = withDependents(all, release.flags);
  for (const key of [...keys]) for (const prerequisite of prerequisitesOf(all, key)) keys.add(prerequisite);
  const flags = new Map<FlagKey, Flag>();
  for (const key of keys) {
    const flag = all.flags.get(key);
    if (flag !== undefined) flags.set(key, flag);
  }
  return { ...all, flags };
}

/**
 * What a step makes of one flag's exposure. A restore removes only the very overlay that the person saw: if the
 * feature was taken away again since, that newer un-release stands.
 */
export function applyStep(exposure: Exposure, key: FlagKey, step: Step): Exposure {
  if (step.kind === 'raise') return raise(exposure, step.to);
  const overlay =
    step.audience === null ? exposure.unreleased.whole : own(exposure.unreleased.audiences, step.audience);
  if (overlay == null || overlay.at !== own(step.unreleasedAt, key)) return exposure;
  return restore(exposure, step.audience);
}

/** The flag set after a step on all flags of a release. */
export function withStep(set: FlagSet, release: Pick<Release, 'flags'>, step: Step): FlagSet {
  return changeFlags(set, release.flags, (exposure, key) => applyStep(exposure, key, step));
}

/** The flag set with the exposure of some flags changed. */
export function changeFlags(
  set: FlagSet,
  keys: Iterable<FlagKey>,
  change: (exposure: Exposure, key: FlagKey) => Exposure,
): FlagSet {
  const flags = new Map(set.flags);
  for (const key of keys) {
    const flag = flags.get(key);
    if (flag === undefined) continue;
    const exposure = change(exposureOf(flag, set.environment), key);
    flags.set(key, { ...flag, exposures: { ...flag.exposures, [set.environment]: exposure } });
  }
  return { ...set, flags };
}
