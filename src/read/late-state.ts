import type { Current, CurrentState } from '../app/current.ts';
import { EMPTY } from '../release/state.ts';

/** A state that does not wait for its store: empty and out of reach until the real one is attached. */
export type LateState = CurrentState & {
  /** Hands over to the real state; whoever subscribed hears of it as of a replacement. Once only. */
  attach(state: CurrentState): void;
};

const NOT_YET: Current = { revision: 0, hash: '', state: EMPTY };

/**
 * What a reader starts on while the store has not answered yet, so that it serves its disk copy in the meantime:
 * open the HTTP server on this, go on trying the store, and `attach` the ledger once there is one.
 */
export function lateState(): LateState {
  const listeners = new Set<(before: Current, after: Current) => void>();
  let real: CurrentState | null = null;

  function tell(before: Current, after: Current): void {
    for (const listener of listeners) listener(before, after);
  }

  return {
    current: () => real?.current() ?? NOT_YET,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    freshness: () => real?.freshness() ?? { connected: false, asOf: new Date(0) },
    attach(state) {
      if (real) throw new Error('A state was attached already.');
      real = state;
      state.subscribe(tell);
      tell(NOT_YET, state.current());
    },
  };
}
