import { describe, expect, it } from 'vitest';
import { joinFlags } from '../../src/flag/coordinate.ts';
import { DARK, type Exposure } from '../../src/flag/exposure.ts';
import type { Flag } from '../../src/flag/flag.ts';
import { everyoneOff, flag, overlay, setOf } from './support/builders.ts';

const at = (key: string, percentages: Record<string, number>, more: Partial<Exposure> = {}) =>
  flag(key, { exposure: { percentages, ...more } });
const join = (...flags: Flag[]) =>
  joinFlags(
    setOf(flags),
    flags.map(({ key }) => key),
  );

describe('flags that are released together', () => {
  it('take over the seed of the one that is partly exposed', () => {
    expect(
      join(flag('cart'), at('checkout', { everyone: 2_500 }), flag('stock', { seed: 'checkout' })),
    ).toEqual({
      ok: true,
      changes: [{ flag: 'cart', seed: 'checkout', bucketBy: 'targetingKey' }],
    });
  });

  it('take over the first one’s seed where all are dark', () => {
    expect(join(flag('cart'), flag('checkout'))).toEqual({
      ok: true,
      changes: [{ flag: 'checkout', seed: 'cart', bucketBy: 'targetingKey' }],
    });
  });

  it('need nothing where they share it already, or where there is but one', () => {
    expect(join(at('a', { everyone: 1 }), { ...flag('b'), seed: 'a' })).toEqual({ ok: true, changes: [] });
    expect(join(flag('a'))).toEqual({ ok: true, changes: [] });
    expect(joinFlags(setOf([]), ['ghost'])).toEqual({ ok: true, changes: [] });
  });

  it('cannot be two that are partly exposed by different seeds', () => {
    expect(join(at('a', { everyone: 2_500 }), at('b', { everyone: 2_500 }), flag('c'))).toEqual({
      ok: false,
      flags: ['a', 'b'],
      differ: 'seed',
    });
    const same = { ...at('b', { everyone: 2_500 }), seed: 'a' };
    expect(join(at('a', { everyone: 2_500 }), same)).toEqual({ ok: true, changes: [] });
  });

  it('may be shown to all of an audience by different seeds, for that moves nobody', () => {
    const [a, b] = [at('a', { internal: 10_000 }), at('b', { internal: 10_000 })];
    expect(join(a, b)).toEqual({ ok: true, changes: [{ flag: 'b', seed: 'a', bucketBy: 'targetingKey' }] });
    const [variant] = b.variants;
    if (variant === undefined) throw new Error('a variant');
    const dealt = { ...b, variants: [variant, { ...variant, name: 'other' }] };
    expect(join(a, dealt)).toEqual({
      ok: true,
      changes: [{ flag: 'a', seed: 'b', bucketBy: 'targetingKey' }],
    });
  });

  it('keep a seed that is in use in another environment', () => {
    const staged = { ...flag('b'), exposures: { staging: { ...DARK, percentages: { everyone: 5_000 } } } };
    expect(join(at('a', { everyone: 2_500 }), staged)).toEqual({
      ok: false,
      flags: ['a', 'b'],
      differ: 'seed',
    });
    expect(join(flag('a'), staged)).toEqual({
      ok: true,
      changes: [{ flag: 'a', seed: 'b', bucketBy: 'targetingKey' }],
    });
  });

  it('are bucketed by one attribute: a dark one takes it over, an exposed one cannot', () => {
    const byCompany = { bucketBy: 'company' };
    expect(join(at('a', { everyone: 1 }), flag('b', byCompany))).toMatchObject({
      changes: [{ flag: 'b', seed: 'a', bucketBy: 'targetingKey' }],
    });
    expect(join(at('a', { everyone: 1 }), { ...at('b', { everyone: 10_000 }), ...byCompany })).toEqual({
      ok: false,
      flags: ['a', 'b'],
      differ: 'bucketBy',
    });
  });

  it('share percentages where they are exposed', () => {
    const b = { ...at('b', { everyone: 2_500 }), seed: 'a' };
    expect(join(at('a', { everyone: 2_500, beta: 10_000 }), b)).toEqual({
      ok: false,
      flags: ['a', 'b'],
      differ: 'audiences',
    });
    expect(join(at('a', { everyone: 2_500, beta: 0 }), b)).toEqual({ ok: true, changes: [] });
  });

  it('share exclusions and un-releases, dark ones too', () => {
    const differ = { ok: false, flags: ['a', 'b'], differ: 'exclusions' };
    expect(join(at('a', {}, { excluded: ['partners'] }), flag('b'))).toEqual(differ);
    expect(join(at('a', {}, { unreleased: everyoneOff }), flag('b'))).toEqual(differ);
    const overlaid = { unreleased: { whole: null, audiences: { partners: overlay } } };
    expect(join(at('a', {}, overlaid), { ...at('b', {}, { excluded: ['partners'] }), seed: 'a' })).toEqual({
      ok: true,
      changes: [],
    });
  });
});
