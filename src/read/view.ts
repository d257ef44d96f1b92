import type { Current } from '../app/current.ts';
import type { EnvironmentKey } from '../flag/flag.ts';
import type { FlagSet } from '../flag/flag-set.ts';
import type { ReadKey } from '../release/read-key.ts';
import type { State } from '../release/state.ts';
import { nextSnapshot, type Snapshot, snapshotOf } from './snapshot.ts';

/** All that readers see at one revision: immutable, replaced at once. */
export type View = {
  readonly revision: number;
  /** The log's hash at that revision. */
  readonly hash: string;
  readonly environments: ReadonlyMap<EnvironmentKey, Snapshot>;
  /** By the SHA-256 of what readers send, in lower case hex; revoked ones too, so that they can be told apart. */
  readonly readKeys: ReadonlyMap<string, ReadKey>;
};

/** The view of a state, built from nothing. */
export function viewOf(current: Current): View {
  const { state } = current;
  return {
    revision: current.revision,
    hash: current.hash,
    environments: new Map(
      [...state.environments.keys()].map((key) => [key, snapshotOf(flagSetOf(state, key))]),
    ),
    readKeys: bySha256(state),
  };
}

/** The view after a replacement of the state, sharing with the one before it whatever did not change. */
export function nextView(view: View, before: Current, after: Current): View {
  const environments = new Map<EnvironmentKey, Snapshot>();
  for (const key of after.state.environments.keys()) {
    const set = flagSetOf(after.state, key);
    const previous = view.environments.get(key);
    environments.set(
      key,
      previous ? nextSnapshot(previous, flagSetOf(before.state, key), set) : snapshotOf(set),
    );
  }
  return {
    revision: after.revision,
    hash: after.hash,
    environments,
    readKeys: before.state.readKeys === after.state.readKeys ? view.readKeys : bySha256(after.state),
  };
}

function flagSetOf(state: State, environment: EnvironmentKey): FlagSet {
  return { environment, flags: state.flags, audiences: state.audiences };
}

function bySha256(state: State): ReadonlyMap<string, ReadKey> {
  return new Map([...state.readKeys.values()].map((key) => [key.sha256, key]));
}
