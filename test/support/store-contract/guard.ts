import { describe, expect, it } from 'vitest';
import { STALE_AFTER_MS } from '../../../src/app/ports/store.ts';
import { commitAfter, EMPTY_LOG, sampleItem } from '../sample-commits.ts';
import type { Fixture } from '../store-contract.ts';

export function describeGuard(fixture: Fixture): void {
  describe('the guard of a widening commit', () => {
    it('lets pass what was decided on a fresh read', async () => {
      const { store } = fixture;
      const { readAt } = await store.load();
      const commit = commitAfter(EMPTY_LOG, { readAt });
      expect(await store.commit(commit)).toBe('committed');
      expect((await store.changesSince(0)).entries).toEqual([commit.entry]);

      const { readAt: caughtUpAt } = await store.changesSince(1);
      expect(await store.commit(commitAfter(commit.entry, { readAt: caughtUpAt }))).toBe('committed');
    });

    it('refuses what was read ten seconds ago by the clock of the store, and writes nothing of it', async () => {
      const { store } = fixture;
      const { readAt } = await store.load();
      const commit = commitAfter(EMPTY_LOG, { readAt: readAt - STALE_AFTER_MS, outbox: [sampleItem('o1')] });

      expect(await store.commit(commit)).toBe('stale');

      const loaded = await store.load();
      expect(loaded).toMatchObject({ ...EMPTY_LOG, rows: [] });
      expect(await store.outboxDue(new Date(readAt + 1_000), 10)).toEqual([]);
      // Decided again on a fresh read, it gets in.
      expect(await store.commit({ ...commit, readAt: loaded.readAt })).toBe('committed');
    });

    it('lets pass what is just not that old', async () => {
      const { store } = fixture;
      const { readAt } = await store.load();
      // Two seconds, for the time that the test itself takes on a busy machine.
      const commit = commitAfter(EMPTY_LOG, { readAt: readAt - STALE_AFTER_MS + 2_000 });
      expect(await store.commit(commit)).toBe('committed');
    });

    it('does not apply to what only narrows', async () => {
      expect(await fixture.store.commit(commitAfter(EMPTY_LOG, { readAt: null }))).toBe('committed');
    });

    it('says lost, not stale, when the revision is taken as well', async () => {
      const { store } = fixture;
      await store.commit(commitAfter(EMPTY_LOG));
      const late = commitAfter(EMPTY_LOG, { commitId: 'late', readAt: 0 });
      expect(await store.commit(late)).toBe('lost');
    });
  });
}
