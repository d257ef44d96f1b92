import { describe, expect, it } from 'vitest';
import type { Flag, FlagValue } from '../../../src/flag/flag.ts';
import type { StateRow } from '../../../src/release/state.ts';
import { commitAfter, EMPTY_LOG, SAMPLE_AT, sampleFlag, sampleRow } from '../sample-commits.ts';
import type { Fixture } from '../store-contract.ts';

const awkwardTexts = [
  'Zażółć gęślą jaźń, 日本語, עברית, 👩‍👩‍👧‍👦 and e\u0301',
  'quotes \' " ` and \\ and ; -- /* and $1 ? :name %s {0}',
  'line\nbreak\r\n\ttab \u2028 \u2029 \u0007',
  'NUL \0 in the middle',
  'half a pair \ud83d alone',
  '',
];

const awkwardValues: FlagValue[] = [
  0,
  -1.5,
  1e308,
  5e-324,
  Number.MAX_SAFE_INTEGER,
  0.1 + 0.2,
  {},
  { '': null, null: [], deep: [[[[{ a: [true, false, null, 'x', 1e21] }]]]] },
  { 'a.b': 1, constructor: 'x', toString: 'y', length: 0 },
];

export function describeDocuments(fixture: Fixture): void {
  describe('documents', () => {
    it.each(awkwardTexts)('come back as they were, with the text %j', async (text) => {
      const row = flagRow((flag) => ({ ...flag, description: text }));
      await expectToComeBack(fixture, row);
    });

    it.each(awkwardValues)('come back as they were, with the value %j', async (value) => {
      await expectToComeBack(fixture, flagRow(serving(value)));
    });

    it('come back as they were when they are large', async () => {
      const keys = Array.from({ length: 1_100 }, (_, index) => [`key-${index}`, 'ü'.repeat(500)]);
      const value = Object.fromEntries(keys);
      const row = flagRow(serving(value));
      expect(Buffer.byteLength(JSON.stringify(row))).toBeGreaterThan(2_000_000);
      await expectToComeBack(fixture, row);
    });

    it('may be as many in one commit as 50 releases that fire at once change', async () => {
      const rows = Array.from({ length: 1_000 }, (_, index) => sampleRow(`flag-${index}`));
      expect(await fixture.store.commit(commitAfter(EMPTY_LOG, { rows }))).toBe('committed');
      expect((await fixture.store.load()).rows).toHaveLength(1_000);
    });
  });
}

/** Both when it is off and when it is on. */
function serving(value: FlagValue): (flag: Flag) => Flag {
  return (flag) => ({
    ...flag,
    off: { value, description: 'off' },
    variants: flag.variants.map((variant) => ({ ...variant, value })),
  });
}

function flagRow(change: (flag: Flag) => Flag): StateRow {
  return { kind: 'flag', key: 'awkward', doc: change(sampleFlag('awkward')) };
}

/** As a row, within an event, and so that the hash over the event still holds. */
async function expectToComeBack({ store }: Fixture, row: StateRow): Promise<void> {
  if (row.kind !== 'flag') throw new Error('A flag is what this test is about');
  const event = { type: 'FlagCreated' as const, by: 'T1/U1', at: SAMPLE_AT, flag: row.doc };
  const commit = commitAfter(EMPTY_LOG, { rows: [row], events: [event] });
  await store.commit(commit);
  expect((await store.load()).rows).toEqual([row]);
  const { entries } = await store.changesSince(0);
  expect(entries).toEqual([commit.entry]);
}
