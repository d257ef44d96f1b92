import type { Environment } from '../../environment/environment.ts';
import type { Flag } from '../../flag/flag.ts';
import type { Rejection } from '../rejection.ts';
import { inFlight, type Release } from '../release.ts';
import type { State } from '../state.ts';

type Found<T> = { ok: true; value: T } | { ok: false; rejection: Rejection };

export function findFlag(state: State, key: string): Found<Flag> {
  const flag = state.flags.get(key);
  if (flag === undefined) return { ok: false, rejection: { code: 'UNKNOWN_FLAG', flag: key } };
  if (flag.archivedAt !== null) return { ok: false, rejection: { code: 'ARCHIVED', flag: key } };
  return { ok: true, value: flag };
}

export function findEnvironment(state: State, key: string): Found<Environment> {
  const environment = state.environments.get(key);
  if (environment !== undefined) return { ok: true, value: environment };
  const known = [...state.environments.keys()];
  return { ok: false, rejection: { code: 'UNKNOWN_ENVIRONMENT', environment: key, known } };
}

/** A release in flight, with the environment it acts in. */
export function findInFlight(
  state: State,
  id: string,
): Found<{ release: Release; environment: Environment }> {
  const release = state.releases.get(id);
  if (release === undefined) return { ok: false, rejection: { code: 'UNKNOWN_RELEASE', release: id } };
  if (release.phase.kind === 'ended') {
    return { ok: false, rejection: { code: 'RELEASE_ENDED', release: id, phase: release.phase } };
  }
  const environment = findEnvironment(state, release.environment);
  if (!environment.ok) return environment;
  return { ok: true, value: { release, environment: environment.value } };
}

/** The release in flight on a flag in an environment: there is at most one. */
export function releaseOn(state: State, flag: string, environment: string): Release | null {
  for (const release of state.releases.values()) {
    if (inFlight(release) && release.environment === environment && release.flags.includes(flag)) {
      return release;
    }
  }
  return null;
}
