import { EVERYONE } from '../flag/audience.ts';
import { lower, unrelease } from '../flag/change-exposure.ts';
import type { Exposure } from '../flag/exposure.ts';
import type { EnvironmentKey, Flag, FlagKey } from '../flag/flag.ts';
import { exposureOf } from '../flag/flag-set.ts';
import type { Event } from './event.ts';
import { evolveRelease } from './evolve-release.ts';
import { applyStep } from './stage.ts';
import type { State } from './state.ts';

/** Folds one event into the state. Total: whatever is in the log can be replayed; nothing is decided here. */
export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case 'Installed':
    case 'InstallationChanged':
      return { ...state, installation: event.installation };
    case 'EnvironmentDefined':
      return { ...state, environments: put(state.environments, event.environment.key, event.environment) };
    case 'PolicyChanged':
      return changeEnvironment(state, event.environment, (environment) => ({
        ...environment,
        policy: event.policy,
      }));
    case 'FreezeAdded':
      return changeEnvironment(state, event.environment, (environment) => ({
        ...environment,
        freezes: [...environment.freezes, event.freeze],
      }));
    case 'FreezeLifted':
      return changeEnvironment(state, event.environment, (environment) => ({
        ...environment,
        freezes: environment.freezes.filter((freeze) => freeze.id !== event.freeze),
      }));
    case 'AudienceDefined':
      return { ...state, audiences: put(state.audiences, event.audience.key, event.audience) };
    case 'FlagCreated':
      return { ...state, flags: put(state.flags, event.flag.key, event.flag) };
    case 'SeedTaken':
      return changeFlag(state, event.flag, (flag) => ({
        ...flag,
        seed: event.seed,
        bucketBy: event.bucketBy,
      }));
    case 'ReadKeyIssued':
      return { ...state, readKeys: put(state.readKeys, event.key.id, event.key) };
    case 'PersonLinked':
      return { ...state, people: put(state.people, event.person, { targetingKey: event.targetingKey }) };
    case 'RampedDown':
      return changeExposure(state, event.flag, event.environment, (exposure) =>
        lower(exposure, event.audience, event.to),
      );
    case 'Unreleased': {
      const overlay = { by: event.by, at: event.at, reason: event.reason };
      const audience = event.audience === EVERYONE ? null : event.audience;
      return changeExposure(state, event.flag, event.environment, (exposure) =>
        unrelease(exposure, audience, overlay),
      );
    }
    case 'ReleaseOpened':
      return { ...state, releases: put(state.releases, event.release.id, event.release) };
    default: {
      const release = state.releases.get(event.release);
      if (release === undefined) return state;
      const widened = event.type === 'StageFired' ? fireStage(state, release.id, event.stage) : state;
      return { ...widened, releases: put(widened.releases, release.id, evolveRelease(release, event)) };
    }
  }
}

/** Folds events in order. */
export function evolveAll(state: State, events: readonly Event[]): State {
  return events.reduce(evolve, state);
}

function fireStage(state: State, id: string, stage: number): State {
  const release = state.releases.get(id);
  const fired = release?.plan[stage];
  if (release === undefined || fired === undefined) return state;
  return release.flags.reduce(
    (now, key) =>
      changeExposure(now, key, release.environment, (exposure) => applyStep(exposure, key, fired.step)),
    state,
  );
}

function put<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

function changeEnvironment(
  state: State,
  key: EnvironmentKey,
  change: (environment: NonNullable<ReturnType<State['environments']['get']>>) => typeof environment,
): State {
  const environment = state.environments.get(key);
  if (environment === undefined) return state;
  return { ...state, environments: put(state.environments, key, change(environment)) };
}

function changeFlag(state: State, key: FlagKey, change: (flag: Flag) => Flag): State {
  const flag = state.flags.get(key);
  if (flag === undefined) return state;
  return { ...state, flags: put(state.flags, key, change(flag)) };
}

function changeExposure(
  state: State,
  key: FlagKey,
  environment: EnvironmentKey,
  change: (exposure: Exposure) => Exposure,
): State {
  return changeFlag(state, key, (flag) => ({
    ...flag,
    exposures: { ...flag.exposures, [environment]: change(exposureOf(flag, environment)) },
  }));
}
