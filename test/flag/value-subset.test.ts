import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/flag/audience.ts';
import { holdsFor } from '../../src/flag/condition.ts';
import { hasValue, valuesOf } from '../../src/flag/value-set.ts';
import { isSubset } from '../../src/flag/value-subset.ts';
import { NUMBERS, TEXTS } from './support/flag-sets.ts';
import { oneOf, type Pick, picksFrom, several } from './support/pick.ts';

const PARTS = ['p', 'pr', 'o', 'ro', 'pro', '5', 'user-'];
const VERSIONS = ['0.0.1', '1.2.3', '1.2.4', '2.0.0'];
const VALUES = [
  ...[...TEXTS, ...PARTS, ...VERSIONS].flatMap((text) => [
    text,
    `${text}!`,
    `!${text}`,
    `pr${text}`,
    `${text}ro`,
  ]),
  ...NUMBERS.flatMap((number) => [number, number + 0.5, number - 0.5]),
  true,
  false,
];

function conditionOnOne(pick: Pick): Condition {
  const attribute = 'x';
  const any = [...TEXTS, ...PARTS, ...NUMBERS, true, false];
  const texts = [...TEXTS, ...PARTS, ...VERSIONS];
  switch (pick(5)) {
    case 0:
      return { op: oneOf(pick, ['is', 'is-not'] as const), attribute, value: oneOf(pick, any) };
    case 1: {
      const op = oneOf(pick, ['is-one-of', 'is-none-of'] as const);
      return { op, attribute, values: several(pick, 1, 3, () => oneOf(pick, texts)) };
    }
    case 2:
      return { op: oneOf(pick, ['starts-with', 'ends-with'] as const), attribute, value: oneOf(pick, PARTS) };
    case 3:
      return { op: oneOf(pick, ['at-least', 'at-most'] as const), attribute, value: oneOf(pick, NUMBERS) };
    default: {
      const op = oneOf(pick, ['version-at-least', 'version-below'] as const);
      return { op, attribute, value: oneOf(pick, VERSIONS) };
    }
  }
}

describe('the values of a condition', () => {
  it('are those for which it surely holds, or surely does not', () => {
    const pick = picksFrom(51);
    for (let n = 0; n < 2_000; n += 1) {
      const condition = conditionOnOne(pick);
      for (const answer of ['yes', 'no'] as const) {
        const set = valuesOf(condition, answer);
        const wrong = VALUES.filter(
          (value) => hasValue(set, value) !== (holdsFor(condition, value) === answer),
        );
        expect({ condition, answer, wrong }).toEqual({ condition, answer, wrong: [] });
      }
    }
  });

  it('are among those of another only if each one is, and are among their own', () => {
    const pick = picksFrom(52);
    let contained = 0;
    for (let n = 0; n < 30_000; n += 1) {
      const [first, second] = [conditionOnOne(pick), conditionOnOne(pick)];
      const inner = valuesOf(first, oneOf(pick, ['yes', 'no'] as const));
      const outer = valuesOf(second, oneOf(pick, ['yes', 'no'] as const));
      expect(isSubset(inner, inner)).toBe(true);
      if (!isSubset(inner, outer)) continue;
      contained += 1;
      const beyond = VALUES.filter((value) => hasValue(inner, value) && !hasValue(outer, value));
      if (beyond.length > 0) expect({ first, second, inner, outer, beyond }).toBeNull();
    }
    expect(contained).toBeGreaterThan(500);
  });

  it('of finite sets, of ranges and of one kind of text are compared exactly', () => {
    const within = (first: Partial<Condition>, second: Partial<Condition>, answer: 'yes' | 'no' = 'yes') =>
      isSubset(
        valuesOf({ attribute: 'x', ...first } as Condition, answer),
        valuesOf({ attribute: 'x', ...second } as Condition, answer),
      );
    expect(within({ op: 'at-least', value: 5 }, { op: 'at-least', value: 5 })).toBe(true);
    expect(within({ op: 'at-least', value: 5 }, { op: 'at-least', value: 6 }, 'no')).toBe(true);
    expect(within({ op: 'starts-with', value: 'p' }, { op: 'starts-with', value: 'pr' }, 'no')).toBe(true);
    expect(within({ op: 'ends-with', value: 'com' }, { op: 'starts-with', value: 'c' })).toBe(false);
    expect(
      within({ op: 'version-below', value: '2.0.0' }, { op: 'version-below', value: '1.0.0' }, 'no'),
    ).toBe(true);
    expect(within({ op: 'is-not', value: true }, { op: 'is', value: false })).toBe(true);
    const pro = valuesOf({ op: 'starts-with', attribute: 'x', value: 'pro' }, 'yes');
    expect(isSubset(pro, valuesOf({ op: 'starts-with', attribute: 'x', value: 'max' }, 'no'))).toBe(true);
    expect(isSubset(pro, valuesOf({ op: 'starts-with', attribute: 'x', value: 'product' }, 'no'))).toBe(
      false,
    );
  });
});
