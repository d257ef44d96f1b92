import { describe, expect, it } from 'vitest';
import type { Exposure } from '../../src/flag/exposure.ts';
import type { Flag } from '../../src/flag/flag.ts';
import type { FlagSet } from '../../src/flag/flag-set.ts';
import { narrows } from '../../src/flag/narrows.ts';
import {
  everyoneOff,
  exposed,
  flag,
  listed,
  overlay,
  setOf,
  where,
  withAudience,
  withFlag,
} from './support/builders.ts';

const base = flag('checkout', { exposure: { percentages: { everyone: 2_500, beta: 5_000 } } });
const beta = where('beta', { op: 'is-one-of', attribute: 'plan', values: ['pro', 'max'] });
const team = listed('team', 'ann', 'bob');
const start = setOf(
  [base, flag('payments', { exposure: { percentages: { everyone: 10_000 } } })],
  [beta, team],
);

const at = (percentages: Record<string, number>, more: Partial<Exposure> = {}): FlagSet =>
  withFlag(start, exposed(base, { percentages, ...more }));

describe('narrows', () => {
  it('looks at the highest percentage of overlapping audiences', () => {
    expect(narrows(start, at({ everyone: 0, beta: 5_000 }))).toBe(true);
    expect(narrows(start, at({ beta: 2_500 }))).toBe(true);
    expect(narrows(start, at({ team: 2_500, beta: 5_000 }))).toBe(true);
    expect(narrows(at({ everyone: 5_000 }), at({ beta: 5_000, team: 5_000 }))).toBe(true);
    expect(narrows(start, at({ team: 2_501, beta: 5_000 }))).toBe(false);
    expect(narrows(start, at({ everyone: 2_501, beta: 5_000 }))).toBe(false);
    expect(narrows(start, at({ everyone: 2_500, beta: 5_001 }))).toBe(false);
    expect(narrows(at({ beta: 5_000 }), at({ everyone: 1 }))).toBe(false);
  });

  it('counts an audience that reaches nobody for nothing', () => {
    const set = withAudience(start, where('empty'));
    const raised = withFlag(
      set,
      exposed(base, { percentages: { everyone: 2_500, beta: 5_000, empty: 10_000, ghost: 10_000 } }),
    );
    expect(narrows(set, raised)).toBe(true);
    expect(
      narrows(raised, withAudience(raised, where('empty', { op: 'is', attribute: 'vip', value: true }))),
    ).toBe(false);
    expect(narrows(raised, withAudience(raised, listed('ghost', 'ann')))).toBe(false);
  });

  it('takes a restore, and the end of an exclusion, for a widening', () => {
    const off = at({ everyone: 2_500, beta: 5_000 }, { unreleased: everyoneOff });
    expect(narrows(off, start)).toBe(false);
    const part = at(
      { everyone: 2_500, beta: 5_000 },
      { unreleased: { whole: null, audiences: { beta: overlay } } },
    );
    expect(narrows(part, start)).toBe(false);
    const excluding = at({ everyone: 2_500, beta: 5_000 }, { excluded: ['team'] });
    expect(narrows(excluding, start)).toBe(false);
    expect(
      narrows(
        excluding,
        at({ everyone: 2_500, beta: 5_000 }, { unreleased: { whole: null, audiences: { team: overlay } } }),
      ),
    ).toBe(true);
  });

  it('sees the same change to an audience from both sides: included it narrows, excluded it widens', () => {
    const including = at({ team: 5_000, beta: 5_000 });
    const excluding = at({ everyone: 10_000 }, { excluded: ['team', 'beta'] });
    const changes: [FlagSet['audiences'], narrower: boolean][] = [
      [withAudience(start, listed('team', 'ann')).audiences, true],
      [withAudience(start, listed('team', 'ann', 'bob', 'cleo')).audiences, false],
      [withAudience(start, where('beta', { op: 'is', attribute: 'plan', value: 'pro' })).audiences, true],
      [
        withAudience(
          start,
          where('beta', { op: 'is-one-of', attribute: 'plan', values: ['pro', 'max', 'x'] }),
        ).audiences,
        false,
      ],
    ];
    for (const [audiences, narrower] of changes) {
      expect(narrows(including, { ...including, audiences })).toBe(narrower);
      expect(narrows(excluding, { ...excluding, audiences })).toBe(!narrower);
    }
  });

  it('is not sure of a list in place of conditions, or of another attribute', () => {
    const set = at({ beta: 5_000 });
    expect(narrows(set, withAudience(set, listed('beta', 'ann')))).toBe(false);
    const other = where('beta', { op: 'is-one-of', attribute: 'tier', values: ['pro', 'max'] });
    expect(narrows(set, withAudience(set, other))).toBe(false);
  });

  it('takes away with an audience’s definition, or with its last condition', () => {
    const including = at({ beta: 5_000 });
    expect(narrows(including, { ...including, audiences: new Map() })).toBe(true);
    expect(narrows(including, withAudience(including, where('beta')))).toBe(true);
    const excluding = at({ everyone: 5_000 }, { excluded: ['beta'] });
    expect(narrows(excluding, { ...excluding, audiences: new Map() })).toBe(true);
    expect(narrows({ ...excluding, audiences: new Map() }, excluding)).toBe(false);
  });

  it('sees through prerequisites', () => {
    const needs = (...prerequisites: string[]) => withFlag(start, { ...base, prerequisites });
    expect(narrows(start, needs('payments'))).toBe(true);
    expect(narrows(needs('payments'), start)).toBe(false);
    const chain = withFlag(
      needs('payments'),
      flag('vault', { exposure: { percentages: { everyone: 10_000 } } }),
    );
    const longer = withFlag(withFlag(chain, { ...base, prerequisites: ['vault'] }), {
      ...flag('vault', { exposure: { percentages: { everyone: 10_000 } } }),
      prerequisites: ['payments'],
    });
    expect(narrows(chain, longer)).toBe(true);
    const lowered = withFlag(chain, flag('payments', { exposure: { percentages: { everyone: 1 } } }));
    expect(narrows(chain, lowered)).toBe(true);
    expect(narrows(lowered, chain)).toBe(false);
  });

  it('does not take the end of a circle, or of a missing prerequisite, for nothing', () => {
    const open = { exposure: { percentages: { everyone: 10_000 } } };
    const circle = setOf([
      flag('a', { ...open, prerequisites: ['b'] }),
      flag('b', { ...open, prerequisites: ['a'] }),
    ]);
    expect(narrows(circle, withFlag(circle, flag('b', open)))).toBe(false);
    expect(narrows(circle, withFlag(circle, flag('b', { prerequisites: ['a'] })))).toBe(true);
    const missing = setOf([flag('a', { ...open, prerequisites: ['b'] })]);
    expect(narrows(missing, withFlag(missing, flag('b', open)))).toBe(false);
    expect(narrows(missing, withFlag(missing, flag('b')))).toBe(true);
  });

  it('never calls a removed flag narrower, nor a new one that anybody sees', () => {
    expect(narrows(start, setOf([base], [beta, team]))).toBe(false);
    expect(narrows(start, setOf([...start.flags.values(), flag('dark')], [beta, team]))).toBe(true);
    expect(narrows(start, withFlag(start, flag('shown', { exposure: { percentages: { team: 1 } } })))).toBe(
      false,
    );
    expect(narrows(start, { ...start, environment: 'staging' })).toBe(false);
    for (const prerequisite of ['ghost', 'dark', 'shown']) {
      const shown = flag('shown', {
        prerequisites: [prerequisite],
        exposure: { percentages: { everyone: 10_000 } },
      });
      expect(narrows(start, withFlag(withFlag(start, flag('dark')), shown))).toBe(true);
    }
  });

  it('takes anything that readers would notice for a widening: values, names, shares, seeds', () => {
    const two = [
      { name: 'a', value: true, description: '', weight: 1 },
      { name: 'b', value: true, description: '', weight: 2 },
    ];
    const [a, b] = two;
    if (a === undefined || b === undefined) throw new Error('two variants');
    const split = withFlag(start, { ...base, variants: two });
    const changed = (variants: Flag['variants']) => withFlag(split, { ...base, variants });
    expect(narrows(split, changed([{ ...a, weight: 2 }, b]))).toBe(false);
    expect(narrows(split, changed([b, a]))).toBe(false);
    expect(narrows(split, changed([a]))).toBe(false);
    expect(narrows(changed([a]), split)).toBe(false);
    expect(narrows(split, changed([a, { ...b, value: false }]))).toBe(false);
    expect(narrows(split, changed([a, { ...b, name: 'c' }]))).toBe(false);
    expect(narrows(start, withFlag(start, { ...base, bucketBy: 'company' }))).toBe(false);
    expect(narrows(start, withFlag(start, { ...base, seed: 'another' }))).toBe(false);
    expect(narrows(start, withFlag(start, { ...base, off: { value: true, description: '' } }))).toBe(false);
    const off = withFlag(start, exposed(base, {}));
    expect(narrows(off, withFlag(off, { ...exposed(base, {}), off: { value: true, description: '' } }))).toBe(
      false,
    );
    expect(narrows(off, withFlag(off, { ...exposed(base, {}), seed: 'another', variants: two }))).toBe(true);
  });

  it('knows that another seed shows in nothing while all percentages are all or nothing', () => {
    const all = at({ everyone: 10_000, beta: 0 });
    expect(
      narrows(
        all,
        withFlag(all, { ...exposed(base, { percentages: { everyone: 10_000 } }), seed: 'another' }),
      ),
    ).toBe(true);
    expect(
      narrows(
        all,
        withFlag(all, { ...exposed(base, { percentages: { everyone: 9_999 } }), seed: 'another' }),
      ),
    ).toBe(false);
  });

  it('does not so much as look at the 9,999 flags that a change left alone', () => {
    const untouched = new Proxy(base, {
      get: () => {
        throw new Error('looked at');
      },
    });
    const many = new Map<string, Flag>(Array.from({ length: 9_999 }, (_, n) => [`flag-${n}`, untouched]));
    const before = { ...start, flags: new Map(many).set('checkout', base) };
    const after = {
      ...start,
      flags: new Map(many).set('checkout', exposed(base, { percentages: { everyone: 1 } })),
    };
    expect(narrows(before, after)).toBe(true);
    expect(narrows(after, before)).toBe(false);
  });
});
