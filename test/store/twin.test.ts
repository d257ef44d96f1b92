import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Store } from '../../src/app/ports/store.ts';
import { openStore } from '../../src/store/connect.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import {
  commitAfter,
  EMPTY_LOG,
  type Head,
  SAMPLE_AT,
  sampleItem,
  samplePerson,
  sampleRow,
} from '../support/sample-commits.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SEED = 20_261_123;
const folder = await temporaryFolder();
let databases = 0;

/** Something done to a store that stands at `head`: what it answers, told so that two stores can be compared. */
type Step = { said: string; take(store: Store, head: Head): Promise<unknown> };

const name = fc.constantFrom('a', 'b', 'c');
const minute = fc
  .integer({ min: 0, max: 5 })
  .map((minutes) => new Date(Date.parse(SAMPLE_AT) + minutes * 60_000));

const committing: fc.Arbitrary<Step> = fc
  .record({
    on: fc.constantFrom<'head' | 'one behind' | 'a gap' | 'a fork'>(
      'head',
      'head',
      'head',
      'one behind',
      'a gap',
      'a fork',
    ),
    rows: fc.uniqueArray(name).map((keys) => keys.map((key) => `${key}-flag`)),
    outbox: fc.array(fc.tuple(name, minute), { maxLength: 3 }),
    commitId: fc.option(name, { nil: undefined }),
    readAt: fc.constantFrom(null, 0),
  })
  .map((made) => ({
    said: `commit ${JSON.stringify(made)}`,
    async take(store, { revision, hash }) {
      const places: Record<typeof made.on, Head> = {
        head: { revision, hash },
        'one behind': { revision: Math.max(0, revision - 1), hash },
        'a gap': { revision: revision + 1, hash },
        'a fork': { revision, hash: 'f'.repeat(64) },
      };
      const outbox = made.outbox.map(([id, dueAt]) => sampleItem(id, dueAt.toISOString()));
      const rows = made.rows.map((key) => sampleRow(key, `as of ${revision}`));
      const commitId = made.commitId === undefined ? {} : { commitId: made.commitId };
      return store.commit(commitAfter(places[made.on], { rows, outbox, readAt: made.readAt, ...commitId }));
    },
  }));

const others: fc.Arbitrary<Step> = fc
  .record({ id: name, other: name, at: minute, limit: fc.integer({ min: 1, max: 4 }) })
  .chain(({ id, other, at, limit }) =>
    fc.constantFrom<Step[]>(
      { said: `due ${at.toISOString()} ${limit}`, take: (store) => store.outboxDue(at, limit) },
      {
        said: `done ${id}`,
        take: (store) => store.outboxDone(id, [{ name: other, channel: 'C1', ts: at.toISOString() }]),
      },
      { said: `retry ${id}`, take: (store) => store.outboxRetry(id, at, 'again') },
      { said: `refs`, take: (store) => store.messageRefs([id, other]) },
      { said: `forget ${id}`, take: (store) => store.forgetMessageRefs([id]) },
      { said: `claim ${id} for ${other}`, take: (store) => store.claimLease(id, other, 600_000) },
      { said: `release ${id} of ${other}`, take: (store) => store.releaseLease(id, other) },
      {
        said: `remember ${id}`,
        take: (store) => store.rememberPeople([{ ...samplePerson(id, at.toISOString()), name: other }]),
      },
      { said: 'people', take: (store) => store.people(['a', 'b', 'c', 'd']) },
      { said: `history ${limit}`, take: (store, head) => store.history(head.revision - 1, limit) },
    ),
  );

const steps = fc.array(fc.oneof({ weight: 2, arbitrary: committing }, { weight: 3, arbitrary: others }), {
  minLength: 5,
  maxLength: 40,
});

async function answerOf(step: Step, store: Store, head: Head): Promise<unknown> {
  return step.take(store, head).catch(() => 'throws');
}

async function everythingIn(store: Store) {
  const { readAt: _, rows, ...head } = await store.load();
  const sorted = rows.sort((one, other) => (one.key < other.key ? -1 : 1));
  const { entries } = await store.changesSince(0);
  return { head, rows: sorted, entries, outbox: await store.outboxDue(new Date('2100-01-01'), 1_000) };
}

it(`whatever is done to them, the store in memory and the one in SQLite answer alike (seed ${SEED})`, async () => {
  const answers = new Map<unknown, number>();
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      databases += 1;
      const memory = createMemoryStore();
      const sqlite = await openStore(`file:${folder}/${databases}.db`);
      try {
        let head: Head = EMPTY_LOG;
        for (const step of sequence) {
          const answer = await answerOf(step, sqlite, head);
          expect(await answerOf(step, memory, head), step.said).toEqual(answer);
          if (typeof answer === 'string') answers.set(answer, (answers.get(answer) ?? 0) + 1);
          head = await memory.load();
        }
        expect(await everythingIn(memory)).toEqual(await everythingIn(sqlite));
      } finally {
        await sqlite.close();
      }
    }),
    { seed: SEED, numRuns: 30 },
  );
  // The sequences went everywhere that they should.
  expect([...answers.keys()].sort()).toEqual(['committed', 'lost', 'stale', 'throws']);
}, 120_000);
