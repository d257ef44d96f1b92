import { GENESIS } from '../app/chain.ts';
import {
  type Commit,
  type CommitResult,
  type MessageRef,
  type Revision,
  STALE_AFTER_MS,
  type Store,
  type StoredOutboxItem,
} from '../app/ports/store.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { PersonFacts, PersonId } from '../environment/person.ts';
import type { StateRow } from '../release/state.ts';
import { checkedAt, newestOfEach } from './people.ts';
import { prepare } from './prepare.ts';

/**
 * The store in memory: gone with the process, and otherwise held to the same contract as the databases. `clock` is
 * the store's own. Documents are kept as they are handed in, so that it is quick: they are immutable by agreement.
 */
export function createMemoryStore(clock: Clock = systemClock): Store {
  const log: Revision[] = [];
  const commitIds = new Set<string>();
  const rows = new Map<string, StateRow>();
  const outbox = new Map<string, StoredOutboxItem>();
  const refs = new Map<string, MessageRef>();
  const leases = new Map<string, { holder: string; expiresAt: number }>();
  const known = new Map<PersonId, PersonFacts>();
  const now = () => clock().getTime();
  const keyOf = ({ kind, key }: StateRow) => `${kind}/${key}`;
  let open = true;

  function commit(intended: Commit): CommitResult {
    const { entry, readAt } = intended;
    prepare(intended);
    const head = log.at(-1);
    if (entry.revision <= log.length) return 'lost';
    if (entry.revision > log.length + 1) throw new Error(`Revision ${entry.revision} would leave a gap`);
    if (entry.previousHash !== (head?.hash ?? GENESIS)) throw new Error('The entry does not follow the head');
    if (commitIds.has(entry.commitId)) throw new Error(`The commit id ${entry.commitId} is taken`);
    if (new Set(intended.rows.map(keyOf)).size < intended.rows.length) throw new Error('A row comes twice');
    const ids = new Set(intended.outbox.map(({ id }) => id));
    if (ids.size < intended.outbox.length || [...ids].some((id) => outbox.has(id))) {
      throw new Error('An outbox id is taken');
    }
    if (readAt !== null && now() - readAt >= STALE_AFTER_MS) return 'stale';

    log.push(entry);
    commitIds.add(entry.commitId);
    for (const row of intended.rows) rows.set(keyOf(row), row);
    for (const { id, item, dueAt } of intended.outbox) {
      const inOneForm = new Date(dueAt).toISOString();
      outbox.set(id, { id, item, dueAt: inOneForm, revision: entry.revision, attempts: 0 });
    }
    return 'committed';
  }

  /** As a database does: answers later, and not at all once it is closed. */
  async function answer<T>(work: () => T): Promise<T> {
    if (!open) throw new Error('The store is closed');
    return work();
  }

  return {
    load: () =>
      answer(() => ({
        revision: log.length,
        hash: log.at(-1)?.hash ?? GENESIS,
        rows: [...rows.values()],
        readAt: now(),
      })),
    changesSince: (revision, limit = 1_000) =>
      answer(() => ({ entries: log.slice(revision, revision + limit), readAt: now() })),
    commit: (intended) => answer(() => commit(intended)),
    history: (before, limit) => answer(() => log.slice(0, before).reverse().slice(0, limit)),

    // A map keeps the order in which its items came: by revision, and within one as they were committed.
    outboxDue: (at, limit) =>
      answer(() =>
        [...outbox.values()].filter(({ dueAt }) => Date.parse(dueAt) <= at.getTime()).slice(0, limit),
      ),
    outboxDone: (id, newRefs) =>
      answer(() => {
        outbox.delete(id);
        for (const ref of newRefs) refs.set(ref.name, ref);
      }),
    outboxRetry: (id, dueAt) =>
      answer(() => {
        const item = outbox.get(id);
        if (item) outbox.set(id, { ...item, dueAt: dueAt.toISOString(), attempts: item.attempts + 1 });
      }),
    messageRefs: (names) => answer(() => pick(refs, names)),
    forgetMessageRefs: (names) =>
      answer(() => {
        for (const name of names) refs.delete(name);
      }),

    claimLease: (name, holder, forMs) =>
      answer(() => {
        const lease = leases.get(name);
        if (lease && lease.holder !== holder && lease.expiresAt > now()) return false;
        leases.set(name, { holder, expiresAt: now() + forMs });
        return true;
      }),
    releaseLease: (name, holder) =>
      answer(() => {
        if (leases.get(name)?.holder === holder) leases.delete(name);
      }),

    people: (ids) => answer(() => pick(known, ids)),
    rememberPeople: (facts) =>
      answer(() => {
        for (const person of newestOfEach(facts)) {
          const before = known.get(person.id);
          if (!before || checkedAt(before) <= checkedAt(person)) known.set(person.id, person);
        }
      }),

    ping: () => answer(() => undefined),
    close: async () => {
      open = false;
    },
  };
}

function pick<K, V>(from: ReadonlyMap<K, V>, keys: readonly K[]): Map<K, V> {
  const found = new Map<K, V>();
  for (const key of keys) {
    const value = from.get(key);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}
