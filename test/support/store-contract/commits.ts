import { describe, expect, it } from 'vitest';
import type { Commit, Store } from '../../../src/app/ports/store.ts';
import { commitAfter, commitMany, EMPTY_LOG, SAMPLE_AT, sampleItem, sampleRow } from '../sample-commits.ts';
import type { Fixture } from '../store-contract.ts';

export function describeCommits(fixture: Fixture): void {
  describe('a commit', () => {
    it('writes its entry, its rows and its outbox items', async () => {
      const { store } = fixture;
      const commit = commitAfter(EMPTY_LOG, { outbox: [sampleItem('o1')] });

      expect(await store.commit(commit)).toBe('committed');

      const { readAt: _, ...loaded } = await store.load();
      expect(loaded).toEqual({ revision: 1, hash: commit.entry.hash, rows: commit.rows });
      expect((await store.changesSince(0)).entries).toEqual([commit.entry]);
      expect(await outboxOf(store)).toEqual(['o1']);
    });

    it('replaces the rows of the same kind and key, and leaves the others', async () => {
      const { store } = fixture;
      const first = commitAfter(EMPTY_LOG, {
        rows: [sampleRow('a-flag', 'old'), sampleRow('b-flag', 'kept')],
      });
      await store.commit(first);
      await store.commit(
        commitAfter(first.entry, { rows: [sampleRow('a-flag', 'new'), sampleRow('c-flag', 'added')] }),
      );

      const { rows } = await store.load();
      expect(sorted(rows)).toEqual([
        sampleRow('a-flag', 'new'),
        sampleRow('b-flag', 'kept'),
        sampleRow('c-flag', 'added'),
      ]);
    });

    it('may change no row and tell nobody', async () => {
      const commit = commitAfter(EMPTY_LOG, { rows: [] });
      expect(await fixture.store.commit(commit)).toBe('committed');
      expect((await fixture.store.load()).rows).toEqual([]);
    });

    it('is lost when its revision is taken, and then nothing of it is written', async () => {
      const { store } = fixture;
      const head = await commitMany(store, 2);
      const before = await everythingIn(store);

      for (const late of [EMPTY_LOG, { revision: 1, hash: 'of another branch' }]) {
        const loser = commitAfter(late, {
          commitId: 'loser',
          rows: [sampleRow('of-the-loser')],
          outbox: [sampleItem('of-the-loser')],
        });
        expect(await store.commit(loser)).toBe('lost');
      }
      expect(await everythingIn(store)).toEqual(before);
      expect(await store.commit(commitAfter(head, { commitId: 'loser' }))).toBe('committed');
    });

    it('is won by one of 50 that race for the same revision', async () => {
      const { store } = fixture;
      const head = await commitMany(store, 1);
      const racers = Array.from({ length: 50 }, (_, index) =>
        commitAfter(head, {
          commitId: `racer-${index}`,
          rows: [sampleRow(`racer-${index}`)],
          outbox: [sampleItem(`racer-${index}`)],
        }),
      );

      const results = await Promise.all(racers.map((racer) => store.commit(racer)));

      expect(results.filter((result) => result === 'committed')).toHaveLength(1);
      expect(results.filter((result) => result === 'lost')).toHaveLength(49);
      const winner = racers[results.indexOf('committed')];
      const { revision, rows } = await store.load();
      expect(revision).toBe(2);
      expect(sorted(rows)).toEqual(sorted([...commitAfter(EMPTY_LOG).rows, ...(winner?.rows ?? [])]));
      expect(await outboxOf(store)).toEqual([winner?.entry.commitId]);
    });

    it('can be found by its id after an uncertain answer', async () => {
      const { store } = fixture;
      const commit = commitAfter(EMPTY_LOG, { commitId: 'was it me?' });
      await store.commit(commit);

      // Sent once more, it is only lost; the log tells that it was this very one that got in.
      expect(await store.commit(commit)).toBe('lost');
      const { entries } = await store.changesSince(0);
      expect(entries.map(({ commitId }) => commitId)).toEqual(['was it me?']);
    });

    const first = commitAfter(EMPTY_LOG);
    const impossible: [why: string, commit: Commit][] = [
      ['leaves a gap', commitAfter({ revision: 2, hash: first.entry.hash })],
      ['does not follow the hash of the head', commitAfter({ revision: 1, hash: 'f'.repeat(64) })],
      ['has the id of an earlier one', commitAfter(first.entry, { commitId: 'commit-1' })],
      ['has a row twice', commitAfter(first.entry, { rows: [sampleRow('a-flag'), sampleRow('a-flag')] })],
      ['has an outbox id twice', commitAfter(first.entry, { outbox: [sampleItem('o2'), sampleItem('o2')] })],
      ['has an outbox id that is taken', commitAfter(first.entry, { outbox: [sampleItem('o1')] })],
      [
        'has a row that does not fit',
        commitAfter(first.entry, {
          rows: [{ kind: 'environment', key: 'x-flag', doc: sampleRow('x-flag').doc } as never],
        }),
      ],
      [
        'has a row with a field that would be lost',
        commitAfter(first.entry, { rows: [{ ...sampleRow('x-flag'), surprise: 1 } as never] }),
      ],
      [
        'has an event that does not fit',
        commitAfter(first.entry, {
          events: [{ type: 'Paused', release: 'r1', by: 'T1/U1', at: SAMPLE_AT } as never],
        }),
      ],
      ['has an outbox item due at no time', commitAfter(first.entry, { outbox: [sampleItem('o2', 'soon')] })],
      ['has text with NUL in it', commitAfter(first.entry, { commitId: 'a\0b' })],
    ];
    it.each(impossible)('that %s throws, and nothing of it is written', async (_why, commit) => {
      const { store } = fixture;
      await store.commit(commitAfter(EMPTY_LOG, { outbox: [sampleItem('o1')] }));
      const before = await everythingIn(store);

      await expect(store.commit(commit)).rejects.toThrow();

      expect(await everythingIn(store)).toEqual(before);
      // And the store works on.
      expect(await store.commit(commitAfter(first.entry, { outbox: [sampleItem('o3')] }))).toBe('committed');
    });

    it('that is the first follows the empty log and no other', async () => {
      const elsewhere = commitAfter({ revision: 0, hash: 'e'.repeat(64) });
      await expect(fixture.store.commit(elsewhere)).rejects.toThrow('Revision 1');
      expect((await fixture.store.load()).revision).toBe(0);
    });
  });
}

async function outboxOf(store: Store): Promise<string[]> {
  return (await store.outboxDue(new Date(SAMPLE_AT), 1_000)).map(({ id }) => id);
}

async function everythingIn(store: Store) {
  const { revision, hash, rows } = await store.load();
  const { entries } = await store.changesSince(0);
  return { revision, hash, rows: sorted(rows), entries, outbox: await outboxOf(store) };
}

/** Rows come in no particular order. */
function sorted<T extends { kind: string; key: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (`${a.kind}/${a.key}` < `${b.kind}/${b.key}` ? -1 : 1));
}
