import { describe, expect, it } from 'vitest';
import { bucketOf, murmur3 } from '../../src/flag/bucket.ts';
import type { FlagdFlag } from '../../src/flag/compile.ts';
import type { Rule } from '../../src/flag/rule.ts';
import { flagdCore } from './support/flagd.ts';
import { oneOf, picksFrom } from './support/pick.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Ids of all lengths and alphabets, from a seed. */
function ids(count: number, seed: number): string[] {
  const pick = picksFrom(seed);
  const alphabets = [
    'abcdefghijklmnopqrstuvwxyz0123456789-@.',
    'äöüßéñøłŽ',
    'яжфщЁ',
    '日本語用户한글',
    '🦊🎉👩‍💻',
    ' \u0000\u007f\u0080ÿ',
  ];
  return Array.from({ length: count }, () => {
    const letters = [...oneOf(pick, alphabets)];
    return Array.from({ length: pick(24) }, () => oneOf(pick, letters)).join('');
  });
}

/** A document that serves the bucket itself, by flagd's own reckoning. */
function buckets(seed: string, of: number): FlagdFlag {
  const shares: Rule[] = Array.from({ length: of }, (_, n) => [`${n}`, 1]);
  return {
    state: 'ENABLED',
    defaultVariant: 'off',
    variants: Object.fromEntries([
      ['off', -1],
      ...Array.from({ length: of }, (_, n) => [`${n}`, n] as const),
    ]),
    targeting: {
      if: [true, { fractional: [{ cat: [`${seed}/x/`, { var: 'targetingKey' }] }, ...shares] }, 'off'],
    },
  };
}

describe('a bucket', () => {
  it('rests on MurmurHash3 x86 32-bit as published', () => {
    expect(murmur3(bytes(''))).toBe(0);
    expect(murmur3(bytes('test'))).toBe(0xba6bd213);
    expect(murmur3(bytes('Hello, world!'))).toBe(0xc0363e43);
    expect(murmur3(bytes('The quick brown fox jumps over the lazy dog'))).toBe(0x2e4ff723);
    expect(murmur3(Uint8Array.of(0xff, 0xff, 0xff, 0xff))).toBe(0x76293b50);
    expect(murmur3(Uint8Array.of(0x21, 0x43, 0x65))).toBe(0x7e4a8634);
  });

  it('is the one flagd finds, for 100,000 ids of all alphabets', () => {
    for (const [seed, of] of [
      ['checkout', 97],
      ['Übersicht', 10],
    ] as const) {
      const flagd = flagdCore(new Map([['which', buckets(seed, of)]]));
      const wrong = ids(50_000, 61).filter(
        (id) => flagd('which', { targetingKey: id }).value !== bucketOf(seed, 'x', id, of),
      );
      expect(wrong).toEqual([]);
    }
  });

  it('is the same number whether seen through percentages or counted, up to the last of 10,000', () => {
    const pick = picksFrom(62);
    const wrong = ids(2_000, 63).filter((id) => {
      const limit = 1 + pick(9_999);
      const flagd = flagdCore(
        new Map([
          [
            'below',
            {
              state: 'ENABLED',
              defaultVariant: 'off',
              variants: { on: true, off: false },
              targeting: {
                if: [
                  {
                    '===': [
                      {
                        fractional: [
                          { cat: ['s/x/', { var: 'targetingKey' }] },
                          ['on', limit],
                          ['off', 10_000 - limit],
                        ],
                      },
                      'on',
                    ],
                  },
                  'on',
                  'off',
                ],
              },
            } satisfies FlagdFlag,
          ],
        ]),
      );
      return flagd('below', { targetingKey: id }).value !== bucketOf('s', 'x', id) < limit;
    });
    expect(wrong).toEqual([]);
  });

  it('says nothing about the variant: the two are hashed apart', () => {
    const exposed = ids(40_000, 64).filter((id) => bucketOf('checkout', 'x', id) < 1_000);
    const first = exposed.filter((id) => bucketOf('checkout', 'v', id, 2) === 0).length;
    expect(first / exposed.length).toBeGreaterThan(0.45);
    expect(first / exposed.length).toBeLessThan(0.55);
  });
});
