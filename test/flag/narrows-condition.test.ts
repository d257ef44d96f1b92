import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/flag/audience.ts';
import { narrows } from '../../src/flag/narrows.ts';
import { flag, setOf, where } from './support/builders.ts';

const on = 'x';
const FOLLOWS: readonly [narrower: Condition, wider: Condition][] = [
  [
    { op: 'is', attribute: on, value: 'pro' },
    { op: 'starts-with', attribute: on, value: 'pr' },
  ],
  [
    { op: 'is', attribute: on, value: 'pro' },
    { op: 'is-not', attribute: on, value: 'free' },
  ],
  [
    { op: 'is', attribute: on, value: '1.2.3' },
    { op: 'version-at-least', attribute: on, value: '1.0.0' },
  ],
  [
    { op: 'is', attribute: on, value: 7 },
    { op: 'at-most', attribute: on, value: 7 },
  ],
  [
    { op: 'is', attribute: on, value: true },
    { op: 'is-not', attribute: on, value: false },
  ],
  [
    { op: 'is-none-of', attribute: on, values: ['a', 'b'] },
    { op: 'is-not', attribute: on, value: 'b' },
  ],
  [
    { op: 'starts-with', attribute: on, value: 'pro' },
    { op: 'starts-with', attribute: on, value: 'p' },
  ],
  [
    { op: 'starts-with', attribute: on, value: 'pro' },
    { op: 'is-none-of', attribute: on, values: ['free', 'max'] },
  ],
  [
    { op: 'ends-with', attribute: on, value: '@acme.com' },
    { op: 'ends-with', attribute: on, value: '.com' },
  ],
  [
    { op: 'at-least', attribute: on, value: 18 },
    { op: 'at-least', attribute: on, value: 17.5 },
  ],
  [
    { op: 'at-least', attribute: on, value: 18 },
    { op: 'is-not', attribute: on, value: 0 },
  ],
  [
    { op: 'at-most', attribute: on, value: -1 },
    { op: 'at-most', attribute: on, value: 0 },
  ],
  [
    { op: 'version-at-least', attribute: on, value: '2.0.0' },
    { op: 'version-at-least', attribute: on, value: '1.9.9' },
  ],
  [
    { op: 'version-below', attribute: on, value: '1.0.0' },
    { op: 'version-below', attribute: on, value: '1.0.1' },
  ],
];

describe('narrows, of a condition,', () => {
  const including = (condition: Condition) =>
    setOf([flag('a', { exposure: { percentages: { them: 10_000 } } })], [where('them', condition)]);
  const excluding = (condition: Condition) =>
    setOf(
      [flag('a', { exposure: { percentages: { everyone: 10_000 }, excluded: ['them'] } })],
      [where('them', condition)],
    );

  it.each(FOLLOWS)('knows that %o is narrower than %o, and not the other way round', (narrower, wider) => {
    expect(narrows(including(wider), including(narrower))).toBe(true);
    if (narrower.op === wider.op) expect(narrows(excluding(narrower), excluding(wider))).toBe(true);
    if (narrower.op === 'is' && narrower.value === true) return;
    expect(narrows(including(narrower), including(wider))).toBe(false);
    expect(narrows(excluding(wider), excluding(narrower))).toBe(false);
  });
});
