import type { Current, CurrentState } from '../app/current.ts';
import type { Clock } from '../clock.ts';
import type { DiskCopy } from './disk-copy.ts';
import type { KeptView } from './disk-format.ts';
import { nextView, type View, viewOf } from './view.ts';

/** How often the disk copy is told that it is still the newest, while the store answers. */
const RENEW_EVERY_MS = 15_000;

/** A store that has not answered for this long counts as away, also when no request to it has failed yet. */
const SILENT_AFTER_MS = 30_000;

/**
 * Where the view comes from: the application's state, the disk copy of an earlier run because the store has not
 * been reached since the start, or nowhere.
 */
type Source = 'live' | 'disk' | 'none';

export type Freshness = {
  readonly source: Source;
  /** Whether the store answers. */
  readonly connected: boolean;
  /** Whole seconds since the view was last known to be the newest; 0 while the store is connected. */
  readonly staleSeconds: number;
};

/** A view replaced another. */
type ViewListener = (before: View, after: View) => void;

/** The read side's face: everything is at hand in memory, nothing waits for the store. */
export type Reader = {
  /** What readers see now. Empty, with `source` `none`, when nothing was ever read. */
  view(): View;
  freshness(): Freshness;
  /** Called after each replacement, in order, synchronously. Returns the way to stop. */
  subscribe(listener: ViewListener): () => void;
  /** Writes the disk copy that is waiting, and stops following the state. */
  close(): Promise<void>;
};

export type ReaderOptions = {
  readonly state: CurrentState;
  readonly disk: DiskCopy;
  readonly clock: Clock;
  /** Told what could not be used or done. Reading goes on with what there was before. */
  readonly onTrouble: (what: string, detail: unknown) => void;
};

const NOTHING: View = { revision: 0, hash: '', environments: new Map(), readKeys: new Map() };

/**
 * Starts the read side on the state at hand, or on the disk copy while the store has not been reached. From then on
 * it follows every replacement of the state, and rebuilds only the flags that a change can reach.
 */
export async function createReader(options: ReaderOptions): Promise<Reader> {
  const { state, disk, clock, onTrouble } = options;
  const listeners = new Set<ViewListener>();
  let view = NOTHING;
  /** The state that the view was made from; null while it is the disk copy's, or nothing. */
  let basis: Current | null = null;
  /** When the disk copy was last known to be the newest; null while none is in use. */
  let keptAsOf: Date | null = null;

  function follow(current: Current): void {
    try {
      const next = basis ? nextView(view, basis, current) : viewOf(current);
      const before = view;
      view = next;
      basis = current;
      reportMalformed(before, next, onTrouble);
      disk.save(next, state.freshness().asOf);
      for (const listener of listeners) listener(before, next);
    } catch (error) {
      onTrouble('A change could not be prepared for reading; readers keep what they had.', error);
    }
  }

  /** The store may be reached for the first time without the state being replaced: a new installation is empty. */
  function renew(): void {
    const { connected, asOf } = state.freshness();
    if (basis === null && (connected || state.current().revision > 0)) follow(state.current());
    else if (connected) disk.renew(asOf);
  }

  function freshness(): Freshness {
    const { connected, asOf } = state.freshness();
    const nowMs = clock().getTime();
    const answers = connected && nowMs - asOf.getTime() <= SILENT_AFTER_MS;
    if (basis)
      return { source: 'live', connected: answers, staleSeconds: answers ? 0 : secondsBetween(asOf, nowMs) };
    if (keptAsOf)
      return { source: 'disk', connected: answers, staleSeconds: secondsBetween(keptAsOf, nowMs) };
    return { source: 'none', connected: answers, staleSeconds: 0 };
  }

  const unsubscribe = state.subscribe((_before, after) => follow(after));
  const timer = setInterval(renew, RENEW_EVERY_MS).unref();

  renew();
  if (basis === null) {
    const kept = await usableCopy(disk, onTrouble);
    // The store may have answered while the disk was read.
    if (kept && basis === null) {
      view = kept.view;
      keptAsOf = kept.asOf;
    }
  }

  return {
    view: () => view,
    freshness,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      clearInterval(timer);
      unsubscribe();
      await disk.close();
    },
  };
}

function secondsBetween(instant: Date, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - instant.getTime()) / 1_000));
}

async function usableCopy(disk: DiskCopy, onTrouble: ReaderOptions['onTrouble']): Promise<KeptView | null> {
  const kept = await disk.read();
  if (kept === 'missing') return null;
  if (!('corrupt' in kept)) return kept;
  onTrouble('The copy of the flags on disk cannot be used; readers get their defaults.', kept.corrupt);
  return null;
}

function reportMalformed(before: View, after: View, onTrouble: ReaderOptions['onTrouble']): void {
  for (const [environment, snapshot] of after.environments) {
    const known = before.environments.get(environment)?.malformed;
    for (const [key, why] of snapshot.malformed) {
      if (known?.get(key) === why) continue;
      onTrouble(`Flag ${key} in ${environment} is malformed; its last good form stays.`, why);
    }
  }
}
