import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/ports/store.ts';
import { commitAfter, EMPTY_LOG, sampleItem } from '../sample-commits.ts';
import type { Fixture } from '../store-contract.ts';

const NINE = new Date('2026-11-23T09:00:00.000Z');
const TEN = new Date('2026-11-23T10:00:00.000Z');

export function describeOutbox(fixture: Fixture): void {
  describe('the outbox', () => {
    it('gives what is due by revision, and then in the order it was committed', async () => {
      const { store } = fixture;
      const first = commitAfter(EMPTY_LOG, { outbox: [sampleItem('z'), sampleItem('m'), sampleItem('a')] });
      await store.commit(first);
      await store.commit(commitAfter(first.entry, { outbox: [sampleItem('c'), sampleItem('b')] }));

      expect(await due(store)).toEqual(['z', 'm', 'a', 'c', 'b']);
      expect(await due(store, NINE, 2)).toEqual(['z', 'm']);
    });

    it('gives an item as it was committed, with its revision and no attempts yet', async () => {
      const { store } = fixture;
      await store.commit(commitAfter(EMPTY_LOG, { outbox: [sampleItem('o1', '2026-11-23T08:00:00Z')] }));
      expect(await store.outboxDue(NINE, 10)).toEqual([
        { ...sampleItem('o1', '2026-11-23T08:00:00.000Z'), revision: 1, attempts: 0 },
      ]);
    });

    it('keeps back what is not due yet, to the millisecond', async () => {
      const { store } = fixture;
      await store.commit(commitAfter(EMPTY_LOG, { outbox: [sampleItem('o1', NINE.toISOString())] }));
      expect(await due(store, new Date(NINE.getTime() - 1))).toEqual([]);
      expect(await due(store, NINE)).toEqual(['o1']);
    });

    it('gives an item again later, with one more attempt each time and its place kept', async () => {
      const { store } = fixture;
      await store.commit(commitAfter(EMPTY_LOG, { outbox: [sampleItem('o1'), sampleItem('o2')] }));
      await store.outboxRetry('o1', TEN, 'Slack said: ratelimited \0');
      expect(await due(store, NINE)).toEqual(['o2']);
      await store.outboxRetry('o1', NINE, 'again');
      expect((await store.outboxDue(NINE, 10)).map(({ id, attempts }) => [id, attempts])).toEqual([
        ['o1', 2],
        ['o2', 0],
      ]);
    });

    it('drops what was sent and keeps where its messages stand', async () => {
      const { store } = fixture;
      await store.commit(commitAfter(EMPTY_LOG, { outbox: [sampleItem('o1'), sampleItem('o2')] }));
      const card = { name: 'card/r1', channel: 'C1', ts: '1700000000.000100' };
      const copy = { name: 'ask/r1/T1/U2', channel: 'D2', ts: '1700000000.000200' };

      await store.outboxDone('o1', [card, copy]);

      expect(await due(store)).toEqual(['o2']);
      expect(await store.messageRefs(['card/r1', 'ask/r1/T1/U2', 'card/r2'])).toEqual(
        new Map([
          ['card/r1', card],
          ['ask/r1/T1/U2', copy],
        ]),
      );
    });

    it('replaces where a message stands', async () => {
      const { store } = fixture;
      await store.commit(commitAfter(EMPTY_LOG, { outbox: [sampleItem('o1'), sampleItem('o2')] }));
      await store.outboxDone('o1', [{ name: 'card/r1', channel: 'C1', ts: '1.1' }]);
      await store.outboxDone('o2', [{ name: 'card/r1', channel: 'C2', ts: '2.2' }]);
      expect([...(await store.messageRefs(['card/r1'])).values()]).toEqual([
        { name: 'card/r1', channel: 'C2', ts: '2.2' },
      ]);
    });

    it('takes it that another replica sent an item meanwhile', async () => {
      const { store } = fixture;
      await store.outboxDone('gone', []);
      await store.outboxRetry('gone', TEN, 'too late');
      expect(await due(store, TEN)).toEqual([]);
    });

    it('forgets where messages stand, when asked to', async () => {
      const { store } = fixture;
      await store.outboxDone('none', [
        { name: 'a', channel: 'C1', ts: '1' },
        { name: 'b', channel: 'C1', ts: '2' },
      ]);
      await store.forgetMessageRefs(['a', 'never there']);
      expect([...(await store.messageRefs(['a', 'b'])).keys()]).toEqual(['b']);
      expect(await store.messageRefs([])).toEqual(new Map());
    });
  });
}

async function due(store: Store, now = NINE, limit = 100): Promise<string[]> {
  return (await store.outboxDue(now, limit)).map(({ id }) => id);
}
