import type { Store } from '../app/ports/store.ts';
import { commit } from './commit.ts';
import type { Database } from './database.ts';
import { createGate } from './gate.ts';
import { claimLease, releaseLease } from './lease.ts';
import { changesSince, history, load } from './log.ts';
import { forgetMessageRefs, messageRefs, outboxDone, outboxDue, outboxRetry } from './outbox.ts';
import { people, rememberPeople } from './people.ts';
import { createQueue } from './queue.ts';

/** The store over an open and migrated database, SQLite or PostgreSQL. Closing it closes the database. */
export function createPrismaStore(database: Database): Store {
  const gate = createGate();
  const queue = createQueue();
  const reading = <T>(work: (database: Database) => Promise<T>) => gate.through(() => work(database));
  // A process's own writes wait for each other here, and not for locks inside the database.
  const writing = <T>(work: (database: Database) => Promise<T>) =>
    gate.through(() => queue(() => work(database)));
  let closing: Promise<void> | undefined;

  return {
    load: () => reading(load),
    changesSince: (revision, limit = 1_000) => reading((db) => changesSince(db, revision, limit)),
    commit: (intended) => writing((db) => commit(db, intended)),
    history: (before, limit) => reading((db) => history(db, before, limit)),

    outboxDue: (now, limit) => reading((db) => outboxDue(db, now, limit)),
    outboxDone: (id, refs) => writing((db) => outboxDone(db, id, refs)),
    outboxRetry: (id, dueAt, error) => writing((db) => outboxRetry(db, id, dueAt, error)),
    messageRefs: (names) => reading((db) => messageRefs(db, names)),
    forgetMessageRefs: (names) => writing((db) => forgetMessageRefs(db, names)),

    claimLease: (name, holder, forMs) => writing((db) => claimLease(db, name, holder, forMs)),
    releaseLease: (name, holder) => writing((db) => releaseLease(db, name, holder)),

    people: (ids) => reading((db) => people(db, ids)),
    rememberPeople: (facts) => writing((db) => rememberPeople(db, facts)),

    ping: () =>
      reading(async ({ client }) => {
        await client.$queryRaw`SELECT 1`;
      }),
    close() {
      closing ??= gate.shut().then(() => database.close());
      return closing;
    },
  };
}
