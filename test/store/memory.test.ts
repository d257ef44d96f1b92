import { describe, expect, it } from 'vitest';
import { STALE_AFTER_MS } from '../../src/app/ports/store.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { commitAfter, EMPTY_LOG } from '../support/sample-commits.ts';
import { describeStore } from '../support/store-contract.ts';

describeStore('memory', {
  emptyDatabase: async () => async () => createMemoryStore(),
  durable: false,
});

describe('the clock of the store in memory', () => {
  it('can be set, and decides to the millisecond what is stale', async () => {
    let now = 1_000_000;
    const store = createMemoryStore(() => new Date(now));
    const { readAt } = await store.load();
    expect(readAt).toBe(1_000_000);

    now += STALE_AFTER_MS;
    expect(await store.commit(commitAfter(EMPTY_LOG, { readAt }))).toBe('stale');
    now -= 1;
    expect(await store.commit(commitAfter(EMPTY_LOG, { readAt }))).toBe('committed');
  });

  it('decides to the millisecond when a lease runs out', async () => {
    let now = 1_000_000;
    const store = createMemoryStore(() => new Date(now));
    await store.claimLease('fire', 'one', 5_000);
    now += 4_999;
    expect(await store.claimLease('fire', 'two', 5_000)).toBe(false);
    now += 1;
    expect(await store.claimLease('fire', 'two', 5_000)).toBe(true);
  });
});
