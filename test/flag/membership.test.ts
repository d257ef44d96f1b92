import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/flag/audience.ts';
import { compileFlags } from '../../src/flag/compile.ts';
import { holdsFor, type Truth } from '../../src/flag/condition.ts';
import { evaluate } from '../../src/flag/evaluate.ts';
import { isMember } from '../../src/flag/membership.ts';
import { reachesNobody } from '../../src/flag/reach.ts';
import { flag, listed, setOf, where } from './support/builders.ts';
import { flagdCore } from './support/flagd.ts';

const attribute = 'sent';
const UNKNOWN: readonly unknown[] = [undefined, null, {}, [], ['pro'], Number.NaN, () => 'pro'];

/** Each condition with what is a sure yes, a sure no, and, of its own, unknown. */
const CONDITIONS: readonly [Condition, yes: unknown[], no: unknown[], unknown: unknown[]][] = [
  [{ op: 'is', attribute, value: 'pro' }, ['pro'], ['free', '', 'pro '], [1, true]],
  [{ op: 'is', attribute, value: '5' }, ['5'], ['6'], [5]],
  [{ op: 'is', attribute, value: 5 }, [5], [6, 5.5], ['5', true]],
  [{ op: 'is', attribute, value: 0 }, [0, -0], [1], ['', false, '0']],
  [{ op: 'is', attribute, value: false }, [false], [true], [0, '', 'false']],
  [{ op: 'is-not', attribute, value: 'pro' }, ['free', ''], ['pro'], [5, false]],
  [{ op: 'is-not', attribute, value: 5 }, [6, 0], [5], ['6', true]],
  [{ op: 'is-not', attribute, value: true }, [false], [true], [1, 'false']],
  [{ op: 'is-one-of', attribute, values: ['pro', 'max'] }, ['pro', 'max'], ['pr', '', 'promax'], [1]],
  [{ op: 'is-none-of', attribute, values: ['pro', 'max'] }, ['pr', '', 'free'], ['pro', 'max'], [1, true]],
  [{ op: 'starts-with', attribute, value: 'pr' }, ['pr', 'pro'], ['p', '', 'Pro'], [1]],
  [{ op: 'ends-with', attribute, value: '@acme.com' }, ['ann@acme.com'], ['ann@acme.com.evil.net', ''], [1]],
  [{ op: 'at-least', attribute, value: 18 }, [18, 18.5, Infinity], [17.9, -1, 0], ['18', true, '']],
  [{ op: 'at-most', attribute, value: 0 }, [0, -1], [0.1, 1], ['', '0', false]],
  [
    { op: 'version-at-least', attribute, value: '1.2.3' },
    ['1.2.3', 'v1.2.4', '2', '1.3'],
    ['1.2.3-rc.1', '1.2'],
    ['', 'x', '1.2.3.4', 2],
  ],
  [
    { op: 'version-below', attribute, value: '1.2.3' },
    ['1.2.3-rc.1', '0.9'],
    ['1.2.3', '2.0.0'],
    ['latest', 1],
  ],
];

describe('a condition', () => {
  it.each(CONDITIONS)('%o is sure only of its own type', (condition, yes, no, unknown) => {
    const answers = (sent: readonly unknown[]) => sent.map((value) => holdsFor(condition, value));
    expect(answers(yes)).toEqual(yes.map((): Truth => 'yes'));
    expect(answers(no)).toEqual(no.map((): Truth => 'no'));
    expect(answers([...unknown, ...UNKNOWN])).toEqual([...unknown, ...UNKNOWN].map((): Truth => 'unknown'));
  });

  it.each(CONDITIONS)(
    '%o lets in only the sure yes, and out of an exclusion only the sure no',
    (condition, yes, no, unknown) => {
      const set = setOf(
        [
          flag('included', { exposure: { percentages: { them: 10_000 } } }),
          flag('excluded', { exposure: { percentages: { everyone: 10_000 }, excluded: ['them'] } }),
        ],
        [where('them', condition)],
      );
      const flagd = flagdCore(compileFlags(set));
      for (const sent of [...yes, ...no, ...unknown, ...UNKNOWN]) {
        const context = { targetingKey: 'user-1', sent };
        expect(evaluate(set, 'included', context)?.on).toBe(yes.includes(sent));
        expect(evaluate(set, 'excluded', context)?.on).toBe(no.includes(sent));
        if (typeof sent === 'number' && !Number.isFinite(sent)) continue;
        expect(flagd('included', context).variant).toBe(yes.includes(sent) ? 'on' : 'off');
        expect(flagd('excluded', context).variant).toBe(no.includes(sent) ? 'on' : 'off');
      }
    },
  );
});

describe('an audience', () => {
  const de = { op: 'is', attribute: 'country', value: 'DE' } as const;
  const pro = { op: 'is', attribute: 'plan', value: 'pro' } as const;
  const { audiences } = setOf(
    [],
    [where('both', de, pro), where('empty'), listed('nobody'), listed('us', 'ann')],
  );

  it('is left for sure by one condition that surely fails, whatever else is unknown', () => {
    expect(isMember(audiences, 'both', { country: 'DE', plan: 'pro' })).toBe('yes');
    expect(isMember(audiences, 'both', { country: 'US' })).toBe('no');
    expect(isMember(audiences, 'both', { country: 'DE' })).toBe('unknown');
    expect(isMember(audiences, 'both', Object.create({ country: 'DE', plan: 'pro' }))).toBe('unknown');
  });

  it('without a condition reaches nobody when included, and lets nobody out when excluded', () => {
    expect(isMember(audiences, 'empty', { country: 'DE' })).toBe('unknown');
  });

  it('that is not defined reaches nobody when included, and lets nobody out when excluded', () => {
    expect(isMember(audiences, 'ghost', { country: 'DE' })).toBe('unknown');
    expect(isMember(audiences, 'constructor', {})).toBe('unknown');
  });

  it('of listed keys asks for the targeting key, also where the flag is bucketed by something else', () => {
    expect(isMember(audiences, 'us', { targetingKey: 'ann' })).toBe('yes');
    expect(isMember(audiences, 'us', { targetingKey: 'bob', company: 'ann' })).toBe('no');
    expect(isMember(audiences, 'us', { company: 'ann' })).toBe('unknown');
    expect(isMember(audiences, 'us', { targetingKey: '' })).toBe('unknown');
    const byCompany = { bucketBy: 'company', exposure: { percentages: { us: 10_000 } } };
    const set = setOf([flag('a', byCompany)], [listed('us', 'ann')]);
    expect(evaluate(set, 'a', { company: 'acme', targetingKey: 'ann' })?.on).toBe(true);
    expect(evaluate(set, 'a', { company: 'ann' })?.on).toBe(false);
  });

  it('is said to reach nobody when it has no condition, no key, or no definition', () => {
    const reach = ['everyone', 'both', 'us', 'empty', 'nobody', 'ghost', 'constructor'].map((key) =>
      reachesNobody({ audiences }, key),
    );
    expect(reach).toEqual([false, false, false, true, true, true, true]);
  });
});
