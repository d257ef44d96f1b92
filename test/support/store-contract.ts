import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/app/ports/store.ts';
import { describeCommits } from './store-contract/commits.ts';
import { describeDocuments } from './store-contract/documents.ts';
import { describeGuard } from './store-contract/guard.ts';
import { describeLeases } from './store-contract/leases.ts';
import { describeLog } from './store-contract/log.ts';
import { describeOutbox } from './store-contract/outbox.ts';
import { describePeople } from './store-contract/people.ts';
import { describeReopening } from './store-contract/reopening.ts';

/** A kind of store to hold to the contract. */
export type StoreKind = {
  /** Prepares an empty database, and answers how to open a store over it. */
  emptyDatabase(): Promise<() => Promise<Store>>;
  /** What was committed is there when it is opened again. */
  durable: boolean;
};

/** What a test of the contract works with: an open store over a database of its own. */
export type Fixture = {
  readonly store: Store;
  /** Closes the store and opens it again over the same database. */
  reopen(): Promise<void>;
};

/** The one contract that every store is held to, so that what is proved on one of them holds on all. */
export function describeStore(name: string, kind: StoreKind): void {
  describe(`the store in ${name}`, () => {
    let store: Store;
    let open: () => Promise<Store>;
    const fixture: Fixture = {
      get store() {
        return store;
      },
      async reopen() {
        await store.close();
        store = await open();
      },
    };

    beforeEach(async () => {
      open = await kind.emptyDatabase();
      store = await open();
    });
    afterEach(() => store.close());

    describeCommits(fixture);
    describeLog(fixture);
    describeGuard(fixture);
    describeDocuments(fixture);
    describeOutbox(fixture);
    describeLeases(fixture);
    describePeople(fixture);
    if (kind.durable) describeReopening(fixture);
  });
}
