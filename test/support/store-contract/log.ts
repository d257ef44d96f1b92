import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/ports/store.ts';
import { commitAfter, commitMany, EMPTY_LOG, sampleRow } from '../sample-commits.ts';
import type { Fixture } from '../store-contract.ts';

export function describeLog(fixture: Fixture): void {
  describe('the log', () => {
    it('is empty at first, and has the hash of an empty log', async () => {
      const { readAt, ...loaded } = await fixture.store.load();
      expect(loaded).toEqual({ ...EMPTY_LOG, rows: [] });
      expect(readAt).toBeTypeOf('number');
      expect((await fixture.store.changesSince(0)).entries).toEqual([]);
      expect(await fixture.store.history(10, 10)).toEqual([]);
    });

    it('gives what came after a revision, oldest first, a page at a time', async () => {
      const { store } = fixture;
      await commitMany(store, 7);

      expect(await revisionsSince(store, 0, 3)).toEqual([1, 2, 3]);
      expect(await revisionsSince(store, 3, 3)).toEqual([4, 5, 6]);
      expect(await revisionsSince(store, 6, 3)).toEqual([7]);
      expect(await revisionsSince(store, 7, 3)).toEqual([]);
      expect(await revisionsSince(store, 2)).toEqual([3, 4, 5, 6, 7]);
    });

    it('gives history from a revision back, newest first', async () => {
      const { store } = fixture;
      await commitMany(store, 5);

      expect((await store.history(5, 2)).map(({ revision }) => revision)).toEqual([5, 4]);
      expect((await store.history(3, 10)).map(({ revision }) => revision)).toEqual([3, 2, 1]);
      expect((await store.history(99, 1)).map(({ revision }) => revision)).toEqual([5]);
      expect(await store.history(0, 10)).toEqual([]);
    });

    it('is read by a clock that does not run backwards', async () => {
      const { store } = fixture;
      const { readAt: first } = await store.load();
      await commitMany(store, 1);
      const { readAt: second } = await store.changesSince(0);
      const { readAt: third } = await store.load();
      expect([first, second, third]).toEqual([first, second, third].sort((a, b) => a - b));
    });

    it('loads rows and head of one point, however many commits come in between', async () => {
      const { store } = fixture;
      // Every commit writes its revision into both rows: a torn read would show two revisions, or another head's.
      const commitBoth = async (head: typeof EMPTY_LOG) => {
        const said = `revision ${head.revision + 1}`;
        const commit = commitAfter(head, { rows: [sampleRow('a-flag', said), sampleRow('z-flag', said)] });
        await store.commit(commit);
        return commit.entry;
      };
      let head = await commitBoth(EMPTY_LOG);
      let committing = true;
      const writer = (async () => {
        for (let count = 0; count < 60; count += 1) head = await commitBoth(head);
        committing = false;
      })();
      const seen = new Set<number>();
      while (committing) {
        const { revision, rows } = await store.load();
        const said = rows.map((row) => row.kind === 'flag' && row.doc.description);
        expect(said).toEqual([`revision ${revision}`, `revision ${revision}`]);
        seen.add(revision);
      }
      await writer;
      expect(seen.size).toBeGreaterThan(1);
    });
  });

  describe('a store that was closed', () => {
    it('throws instead of answering', async () => {
      const { store } = fixture;
      await store.ping();
      await store.close();
      await expect(store.ping()).rejects.toThrow('closed');
      await expect(store.load()).rejects.toThrow('closed');
      await expect(store.commit(commitAfter(EMPTY_LOG))).rejects.toThrow('closed');
      await store.close();
    });

    it('has finished what was under way', async () => {
      const { store } = fixture;
      const results = [store.commit(commitAfter(EMPTY_LOG)), store.load(), store.ping()];
      await store.close();
      expect(await Promise.all(results)).toEqual(['committed', expect.anything(), undefined]);
    });
  });
}

async function revisionsSince(store: Store, revision: number, limit?: number): Promise<number[]> {
  const { entries } = await store.changesSince(revision, limit);
  return entries.map((entry) => entry.revision);
}
