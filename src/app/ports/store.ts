import type { PersonFacts, PersonId } from '../../environment/person.ts';
import type { Event } from '../../release/event.ts';
import type { StateRow } from '../../release/state.ts';
import type { OutboxItem } from '../outbox-item.ts';

/** One entry of the log: what happened in one commit, chained by hash to the entry before it. */
export type Revision = {
  revision: number;
  /** Made by the committer; tells after an uncertain answer whether the commit got in. */
  commitId: string;
  at: string;
  /** The person, or `rampart` for what runs by itself. */
  by: string;
  /** Ties the commit to the request in the log and in what a person was told. */
  requestId: string;
  events: Event[];
  previousHash: string;
  /** SHA-256 in hex over the canonical form of all of the above. */
  hash: string;
};

export type Commit = {
  /** The new entry; its `revision` is one above the head that the decision was taken on. */
  entry: Revision;
  /** The parts of the state that changed, as they are after it. */
  rows: StateRow[];
  outbox: NewOutboxItem[];
  /**
   * For a commit that widens exposure: the `readAt` of the load or catch-up it was decided on. The store refuses
   * with `stale` when its own clock says that was {@link STALE_AFTER_MS} ago or more, so that a process that was
   * stopped cannot fire past a freeze or an expiry that it never saw. Null for what only narrows.
   */
  readAt: StoreTime | null;
};

/** The age from which what was read no longer supports a widening. */
export const STALE_AFTER_MS = 10_000;

/** The store's own clock in milliseconds since 1970, comparable only with itself. */
export type StoreTime = number;

/** `lost`: someone else committed that revision first; catch up and decide again. Nothing was written. */
export type CommitResult = 'committed' | 'lost' | 'stale';

export type Loaded = { revision: number; hash: string; rows: StateRow[]; readAt: StoreTime };

export type NewOutboxItem = { id: string; item: OutboxItem; dueAt: string };

export type StoredOutboxItem = NewOutboxItem & { revision: number; attempts: number };

/** Where a message stands in Slack, under a name of our own such as `card/r12`. */
export type MessageRef = { name: string; channel: string; ts: string };

/**
 * What Rampart needs of a database. Small on purpose: memory, SQLite and PostgreSQL implement it alike and are
 * held to one contract suite. Everything throws only on lost infrastructure or a bug.
 */
export type Store = {
  /** The whole state at the head. */
  load(): Promise<Loaded>;
  /** The entries above a revision, oldest first, at most `limit` (default 1,000), and when that was read. */
  changesSince(revision: number, limit?: number): Promise<{ entries: Revision[]; readAt: StoreTime }>;
  /** All or nothing. Durable when it answers `committed`. */
  commit(commit: Commit): Promise<CommitResult>;
  /** Entries at or below a revision, newest first. */
  history(before: number, limit: number): Promise<Revision[]>;

  /** Unsent items due at `now`, by revision and then in the order they were committed. */
  outboxDue(now: Date, limit: number): Promise<StoredOutboxItem[]>;
  /** Removes an item, and keeps where its message stands, in one batch. */
  outboxDone(id: string, refs: MessageRef[]): Promise<void>;
  /** Keeps an item for later: one more attempt, due again at `dueAt`. */
  outboxRetry(id: string, dueAt: Date, error: string): Promise<void>;
  messageRefs(names: readonly string[]): Promise<Map<string, MessageRef>>;
  forgetMessageRefs(names: readonly string[]): Promise<void>;

  /**
   * Takes or renews a named lease for a time, by the store's clock. True when `holder` has it now.
   * An optimisation only: the revision is the truth.
   */
  claimLease(name: string, holder: string, forMs: number): Promise<boolean>;
  releaseLease(name: string, holder: string): Promise<void>;

  /** What the directory said of people when it was last asked. Outside the log: a decision copies what it used. */
  people(ids: readonly PersonId[]): Promise<Map<PersonId, PersonFacts>>;
  rememberPeople(facts: readonly PersonFacts[]): Promise<void>;

  /** Cheap question whether the store answers at all. */
  ping(): Promise<void>;
  close(): Promise<void>;
};
