import type { State } from '../release/state.ts';

/** The state in memory and where in the log it stands. Immutable: a commit replaces it by a new one. */
export type Current = { readonly revision: number; readonly hash: string; readonly state: State };

/**
 * What readers need of the application: the newest state this process knows, at once and without I/O, and word of
 * every replacement. `connected` is false while the store cannot be reached; `asOf` is when the state was last
 * known to be the newest.
 */
export type CurrentState = {
  current(): Current;
  /** Called after each replacement, in order, synchronously. Returns the way to stop. */
  subscribe(listener: (before: Current, after: Current) => void): () => void;
  freshness(): { connected: boolean; asOf: Date };
};
