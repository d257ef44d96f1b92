import { describe, expect, it } from 'vitest';
import { commitAfter, commitMany, SAMPLE_AT, sampleItem, samplePerson } from '../sample-commits.ts';
import type { Fixture } from '../store-contract.ts';

export function describeReopening(fixture: Fixture): void {
  describe('opened again', () => {
    it('has everything that was in it', async () => {
      const before = fixture.store;
      const head = await commitMany(before, 3);
      await before.commit(commitAfter(head, { outbox: [sampleItem('o1'), sampleItem('o2')] }));
      await before.outboxRetry('o1', new Date(SAMPLE_AT), 'later');
      await before.outboxDone('o2', [{ name: 'card/r1', channel: 'C1', ts: '1.1' }]);
      await before.rememberPeople([samplePerson('T1/U1')]);
      await before.claimLease('fire', 'one', 60_000);
      const everything = async () => {
        const { readAt: _, ...loaded } = await fixture.store.load();
        return {
          loaded,
          entries: (await fixture.store.changesSince(0)).entries,
          outbox: await fixture.store.outboxDue(new Date(SAMPLE_AT), 10),
          refs: await fixture.store.messageRefs(['card/r1']),
          people: await fixture.store.people(['T1/U1']),
        };
      };
      const wanted = await everything();
      expect(wanted.loaded.revision).toBe(4);

      await fixture.reopen();

      expect(await everything()).toEqual(wanted);
      expect(await fixture.store.claimLease('fire', 'two', 60_000)).toBe(false);
    });

    it('goes on where it was', async () => {
      const head = await commitMany(fixture.store, 3);
      await fixture.reopen();
      await commitMany(fixture.store, 3, head);
      expect((await fixture.store.load()).revision).toBe(6);
    });
  });
}
