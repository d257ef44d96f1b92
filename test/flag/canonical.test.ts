import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256Hex } from '../../src/flag/canonical.ts';

/** The same value with every object's properties put in backwards. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, backwards(part)] as const)
      .reverse(),
  );
}

describe('canonical JSON', () => {
  it('is JSON of the same value, and one text whatever the order of properties', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(backwards(value))).toBe(canonicalJson(value));
      }),
      { seed: 81, numRuns: 500 },
    );
  });

  it('orders properties by UTF-16 code units and writes numbers as JavaScript does', () => {
    expect(
      canonicalJson({ b: 1e21, a: [0.1, -0, null], é: '\u2028"', '🦊': true, '｡': false, 10: 1, 9: 2 }),
    ).toBe('{"10":1,"9":2,"a":[0.1,0,null],"b":1e+21,"é":"\u2028\\"","🦊":true,"｡":false}');
  });

  it('keeps apart what differs', () => {
    const texts = [
      {},
      [],
      '',
      0,
      false,
      null,
      '0',
      [[]],
      [0],
      { a: null },
      { a: [] },
      ['a', null],
      '\ud800',
      '\udc00',
    ].map(canonicalJson);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('leaves out properties that are undefined, and refuses what JSON cannot carry', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    for (const value of [Number.NaN, Infinity, 1n, undefined, () => 1, [undefined], new Map(), new Date(0)]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });

  it('hashes UTF-8 with SHA-256', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
  });
});
