import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/flag/audience.ts';
import { evaluate } from '../../src/flag/evaluate.ts';
import type { FlagSet } from '../../src/flag/flag-set.ts';
import { readContext } from '../../src/read/context.ts';
import { evaluateFlag } from '../../src/read/evaluate.ts';
import { snapshotOf } from '../../src/read/snapshot.ts';
import { utf8Json, utf8Text } from '../../src/read/utf8-text.ts';
import { BETA, booleanFlag, shownTo } from './state-holder.ts';

const SEED = 20_251_121;
const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string());

describe('the byte form of texts', () => {
  it('leaves ASCII alone and spells everything else in its UTF-8 bytes', () => {
    expect(utf8Text('user-42')).toBe('user-42');
    expect(utf8Text('é')).toBe('\u00c3\u00a9');
    expect(utf8Text('日本')).toHaveLength(6);
  });

  it('reaches every text of a rule, and none of its operators', () => {
    const rule = {
      if: [{ '===': [{ var: 'city' }, 'Köln'] }, { in: [{ var: 'id' }, ['ä', 7, null, true]] }, 'off'],
    };
    expect(utf8Json(rule)).toEqual({
      if: [
        { '===': [{ var: 'city' }, utf8Text('Köln')] },
        { in: [{ var: 'id' }, [utf8Text('ä'), 7, null, true]] },
        'off',
      ],
    });
  });

  it('keeps equality, beginnings and ends of texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(utf8Text(a) === utf8Text(b)).toBe(a === b);
        expect(utf8Text(a).startsWith(utf8Text(b))).toBe(a.startsWith(b));
        expect(utf8Text(a).endsWith(utf8Text(b))).toBe(a.endsWith(b));
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });
});

describe('reading a flag through flagd', () => {
  const named: Audience = {
    key: 'named',
    description: '',
    open: false,
    membership: { kind: 'listed', keys: ['Zoë', '李', 'bob'] },
  };
  const cities: Audience = {
    key: 'cities',
    description: '',
    open: false,
    membership: {
      kind: 'where',
      all: [{ op: 'is-one-of', attribute: 'city', values: ['Köln', 'Łódź', 'Berlin'] }],
    },
  };
  const exposures = shownTo({ named: 10_000, cities: 6_000, beta: 4_000, everyone: 2_000 });
  const set: FlagSet = {
    environment: 'production',
    audiences: new Map([named, cities, BETA].map((audience) => [audience.key, audience])),
    flags: new Map([['checkout', booleanFlag('checkout', { exposures })]]),
  };

  it('agrees with the plain rule for any id, in any script', () => {
    const snapshot = snapshotOf(set);
    const context = fc.record(
      {
        targetingKey: fc.oneof(anyText, fc.constantFrom('Zoë', '李', 'bob', '')),
        city: fc.oneof(anyText, fc.constantFrom('Köln', 'Łódź', 'Berlin')),
        beta: fc.oneof(fc.boolean(), fc.constant('true')),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(context, (attributes) => {
        const read = readContext({ context: attributes });
        if (read.kind !== 'context') throw new Error(read.details);
        const result = evaluateFlag(snapshot, 'checkout', read.context, 'lenient');
        expect(result).toMatchObject({ kind: 'value', value: evaluate(set, 'checkout', attributes)?.value });
      }),
      { seed: SEED, numRuns: 20_000 },
    );
  });
});
