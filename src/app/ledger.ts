import type { Clock } from '../clock.ts';
import { evolveAll } from '../release/evolve.ts';
import type { State } from '../release/state.ts';
import { follows, GENESIS } from './chain.ts';
import { stateOf } from './changed-rows.ts';
import type { Current, CurrentState } from './current.ts';
import type { Revision, Store, StoreTime } from './ports/store.ts';

/** One log, one revision, one state in memory: this process's copy of it, and the only way it moves. */
export type Ledger = CurrentState & {
  /** Takes over what others committed. Answers with the store's time of the read, for the widening guard. */
  catchUp(): Promise<{ readAt: StoreTime }>;
  /** Takes over an entry that this process committed itself. */
  adopt(entry: Revision, after: State): void;
};

/** The chain in the store does not fit together: somebody changed history, or a bug did. */
class BrokenHistory extends Error {
  override readonly name = 'BrokenHistory';
}

const PAGE = 1_000;

/** Loads the state and keeps it. */
export async function openLedger(store: Store, clock: Clock): Promise<Ledger> {
  const loaded = await store.load();
  let current: Current = {
    revision: loaded.revision,
    hash: loaded.revision === 0 ? GENESIS : loaded.hash,
    state: stateOf(loaded.rows),
  };
  let connected = true;
  let asOf = clock();
  const listeners = new Set<(before: Current, after: Current) => void>();

  function replace(after: Current): void {
    const before = current;
    current = after;
    asOf = clock();
    for (const listener of listeners) listener(before, after);
  }

  function adopt(entry: Revision, after: State): void {
    replace({ revision: entry.revision, hash: entry.hash, state: after });
  }

  async function catchUp(): Promise<{ readAt: StoreTime }> {
    try {
      for (;;) {
        const { entries, readAt } = await store.changesSince(current.revision, PAGE);
        for (const entry of entries) {
          // Taken over meanwhile: by another catching up, or because this process committed it.
          if (entry.revision <= current.revision) continue;
          if (!follows(entry, current.revision, current.hash)) {
            throw new BrokenHistory(`entry ${entry.revision} does not follow entry ${current.revision}`);
          }
          adopt(entry, evolveAll(current.state, entry.events));
        }
        connected = true;
        asOf = clock();
        if (entries.length < PAGE) return { readAt };
      }
    } catch (error) {
      connected = false;
      throw error;
    }
  }

  return {
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    freshness: () => ({ connected, asOf }),
    catchUp,
    adopt,
  };
}
