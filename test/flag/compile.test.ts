import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affectedBy } from '../../src/flag/affected-by.ts';
import { compileFlags, type FlagdFlag } from '../../src/flag/compile.ts';
import type { FlagSet } from '../../src/flag/flag-set.ts';
import { everyoneOff, exposed, flag, listed, overlay, setOf, where, withFlag } from './support/builders.ts';
import { choices } from './support/choices.ts';
import { someFlagSet } from './support/flag-sets.ts';
import { mutated } from './support/mutations.ts';

const key = { var: 'targetingKey' };
const isId = [{ '!==': [key, null] }, { '!==': [key, ''] }, { starts_with: [key, ''] }];
const below = (to: number, seed = 'checkout') => ({
  '===': [
    {
      fractional: [{ cat: [`${seed}/x/`, key] }, ['on', to], ['off', 10_000 - to]],
    },
    'on',
  ],
});
const OFF: FlagdFlag = { state: 'ENABLED', variants: { off: false }, defaultVariant: 'off' };

function compiled(set: FlagSet, of = 'checkout'): FlagdFlag | undefined {
  return compileFlags(set).get(of);
}

describe('a compiled flag', () => {
  const everyone = (to: number) => flag('checkout', { exposure: { percentages: { everyone: to } } });

  it('is its off variant alone when it is off for everyone, never DISABLED and never absent', () => {
    const shown = { percentages: { everyone: 10_000 } };
    const off = [
      flag('checkout'),
      flag('checkout', {
        exposures: { staging: { ...shown, excluded: [], unreleased: { whole: null, audiences: {} } } },
      }),
      flag('checkout', {
        exposure: { percentages: { everyone: 0, ghost: 10_000, empty: 10_000, nobody: 10_000 } },
      }),
      flag('checkout', { exposure: { ...shown, unreleased: everyoneOff } }),
      flag('checkout', {
        exposure: { ...shown, unreleased: { whole: null, audiences: { everyone: overlay } } },
      }),
      flag('checkout', { exposure: { ...shown, excluded: ['everyone'] } }),
      flag('checkout', { exposure: { ...shown, excluded: ['ghost'] } }),
      flag('checkout', { exposure: { ...shown, excluded: ['empty'] } }),
      flag('checkout', { exposure: shown, archivedAt: '2025-11-20T00:00:00.000Z' }),
      flag('checkout', { exposure: shown, prerequisites: ['ghost'] }),
      flag('checkout', { exposure: shown, prerequisites: ['dark'] }),
      flag('checkout', { exposure: shown, prerequisites: ['checkout'] }),
    ];
    for (const each of off) {
      expect(compiled(setOf([each, flag('dark')], [where('empty'), listed('nobody')]))).toEqual(OFF);
    }
  });

  it('asks for an id and a bucket, and says for which generation of buckets it was made', () => {
    expect(compiled(setOf([everyone(2_500)]))).toEqual({
      state: 'ENABLED',
      variants: { off: false, on: true },
      defaultVariant: 'off',
      targeting: { if: [{ and: [...isId, below(2_500)] }, 'on', 'off'] },
      metadata: { bucketing: 'fractional-v2' },
    });
  });

  it('asks for an id alone at 100 % of everyone', () => {
    expect(compiled(setOf([everyone(10_000)]))?.targeting).toEqual({ if: [{ and: isId }, 'on', 'off'] });
  });

  it('tries audiences from the highest percentage down and leaves out those that make no difference', () => {
    const percentages = {
      everyone: 1_000,
      beta: 5_000,
      staff: 10_000,
      ann: 1_000,
      bob: 1_001,
      cleo: 1,
      ghost: 9_000,
    };
    const set = setOf(
      [flag('checkout', { exposure: { percentages } })],
      [
        where('beta', { op: 'is', attribute: 'plan', value: 'pro' }),
        listed('staff', 'user-1'),
        listed('ann', 'ann'),
        listed('bob', 'bob'),
        listed('cleo', 'cleo'),
      ],
    );
    const ramp = {
      if: [
        { in: [key, ['user-1']] },
        true,
        { '===': [{ var: 'plan' }, 'pro'] },
        below(5_000),
        { in: [key, ['bob']] },
        below(1_001),
        below(1_000),
      ],
    };
    expect(compiled(set)?.targeting).toEqual({ if: [{ and: [...isId, ramp] }, 'on', 'off'] });
  });

  it('lets through an exclusion who is surely outside, and holds for un-released audiences as well', () => {
    const outside = { or: [{ '===': [{ var: 'vip' }, false] }, { '===': [{ var: 'trial' }, true] }] };
    const audience = where(
      'vips',
      { op: 'is', attribute: 'vip', value: true },
      { op: 'is', attribute: 'trial', value: false },
    );
    const exposures = [{ excluded: ['vips'] }, { unreleased: { whole: null, audiences: { vips: overlay } } }];
    for (const exposure of exposures) {
      const given = flag('checkout', { exposure: { percentages: { everyone: 10_000 }, ...exposure } });
      expect(compiled(setOf([given], [audience]))?.targeting).toEqual({
        if: [{ and: [...isId, outside] }, 'on', 'off'],
      });
    }
  });

  it('joins its prerequisites’ conditions to its own, each clause once', () => {
    const same = (name: string, prerequisites: string[]) =>
      flag(name, { seed: 'one', prerequisites, exposure: { percentages: { everyone: 2_500 } } });
    const other = flag('vault', { exposure: { percentages: { everyone: 5_000 } } });
    const set = setOf([
      same('checkout', ['cart']),
      same('cart', ['stock', 'vault']),
      same('stock', ['vault']),
      other,
    ]);
    expect(compiled(set)?.targeting).toEqual({
      if: [{ and: [...isId, below(2_500, 'one'), below(5_000, 'vault')] }, 'on', 'off'],
    });
  });

  it('stays small however many prerequisites stand on each other', () => {
    const flags = Array.from({ length: 20 }, (_, n) =>
      flag(`flag-${n}`, {
        prerequisites: Array.from({ length: n }, (_each, before) => `flag-${before}`),
        exposure: { percentages: { everyone: 2_500 } },
      }),
    );
    expect(JSON.stringify(compiled(setOf(flags), 'flag-19')).length).toBeLessThan(3_000);
  });

  it('deals variants by weight, apart from who sees the feature', () => {
    const variants = [
      { name: 'a', value: { color: 'red' }, description: '', weight: 3 },
      { name: 'b', value: { color: 'blue' }, description: '', weight: 1 },
    ];
    const given = {
      off: { value: {}, description: '' },
      variants,
      exposure: { percentages: { everyone: 10_000 } },
    };
    const document = compiled(setOf([flag('checkout', given)]));
    expect(document?.variants).toEqual({ off: {}, a: { color: 'red' }, b: { color: 'blue' } });
    expect(document?.targeting).toEqual({
      if: [
        { and: isId },
        {
          fractional: [{ cat: ['checkout/v/', key] }, ['a', 3], ['b', 1]],
        },
        'off',
      ],
    });
  });

  it('tells readers nothing of what people said about it', () => {
    const text = JSON.stringify(compiled(setOf([everyone(5_000)])));
    for (const secret of ['in words', 'the new one', 'as before', 'T1/U1'])
      expect(text).not.toContain(secret);
  });

  it('is made for the keys asked for that exist', () => {
    const set = setOf([everyone(1), flag('other')]);
    expect([...compileFlags(set, ['other', 'ghost']).keys()]).toEqual(['other']);
    expect([...compileFlags(set).keys()]).toEqual(['checkout', 'other']);
  });
});

describe('the flags affected by a change', () => {
  it('include every flag whose document differs, for any change to any environment', () => {
    fc.assert(
      fc.property(choices, (pick) => {
        const before = someFlagSet(pick);
        const after = mutated(pick, before);
        const affected = affectedBy(before, after);
        const [was, is] = [compileFlags(before), compileFlags(after)];
        const differ = [...new Set([...was.keys(), ...is.keys()])].filter(
          (each) => JSON.stringify(was.get(each)) !== JSON.stringify(is.get(each)),
        );
        for (const each of differ) expect(affected).toContain(each);
      }),
      { seed: 41, numRuns: 1_000 },
    );
  });

  it('are the changed ones, those that use a changed audience, and all that need one of them', () => {
    const flags = [
      flag('a', { exposure: { percentages: { beta: 1 } } }),
      flag('b', { prerequisites: ['a'] }),
      flag('c', { prerequisites: ['b'] }),
      flag('d', { exposure: { excluded: ['beta'] } }),
      flag('e', { exposure: { unreleased: { whole: null, audiences: { beta: overlay } } } }),
      flag('f'),
    ];
    const set = setOf(flags, [listed('beta', 'ann')]);
    expect(affectedBy(set, { ...set })).toEqual(new Set());
    expect(affectedBy(set, { ...set, audiences: new Map([['beta', listed('beta', 'bob')]]) })).toEqual(
      new Set(['a', 'b', 'c', 'd', 'e']),
    );
    expect(affectedBy(set, withFlag(set, exposed(flag('b'), {})))).toEqual(new Set(['b', 'c']));
    const removed = new Map([...set.flags].filter(([each]) => each !== 'a'));
    expect(affectedBy(set, { ...set, flags: removed })).toEqual(new Set(['a', 'b', 'c']));
    expect(affectedBy(set, { ...set, environment: 'staging' }).size).toBe(6);
  });
});
