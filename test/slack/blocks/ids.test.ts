import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { decodeChoice, decodeValue, encodeChoice, encodeValue, SHORTCUT } from '../../../src/slack/ids.ts';

describe('the value of a button', () => {
  it('comes back as it went', () => {
    const value = { release: 'r12', digest: 'a'.repeat(64), audience: null };
    expect(decodeValue(encodeValue(value))).toEqual({ ok: true, value });
    const choice = { do: 'extend-bake', release: 'r12' } as const;
    expect(decodeChoice(encodeChoice(choice))).toEqual({ ok: true, value: choice });
  });

  it.each([
    [undefined, 'no value'],
    ['', 'no value'],
    ['{"release":', 'not JSON'],
    ['"r12"', 'not a known value'],
    ['{"release":12}', 'not a known value'],
    [JSON.stringify({ command: 'x'.repeat(3_000) }), 'value too long'],
  ])('is refused where it is none: %s', (text, reason) => {
    expect(decodeValue(text)).toEqual({ ok: false, reason });
  });

  it('never throws, whatever comes back (seed 20261123)', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect([true, false]).toContain(decodeValue(text).ok);
        expect([true, false]).toContain(decodeChoice(text).ok);
      }),
      { seed: 20_261_123, numRuns: 500 },
    );
  });

  it('keeps nothing that it does not know', () => {
    expect(decodeValue('{"release":"r1","admin":true}')).toEqual({ ok: true, value: { release: 'r1' } });
  });
});

describe('shortcuts', () => {
  it('are named as in the manifest', () => {
    const manifest = parse(readFileSync(new URL('../../../manifest.yml', import.meta.url), 'utf8'));
    const ids = manifest.features.shortcuts.map((each: { callback_id: string }) => each.callback_id);
    expect(ids.sort()).toEqual(Object.values(SHORTCUT).sort());
  });
});
