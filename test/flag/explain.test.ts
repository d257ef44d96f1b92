import { describe, expect, it } from 'vitest';
import { bucketOf } from '../../src/flag/bucket.ts';
import { explain } from '../../src/flag/explain.ts';
import { everyoneOff, flag, listed, overlay, setOf, where } from './support/builders.ts';

const person = { targetingKey: 'user-42', plan: 'free' };
const bucket = bucketOf('new-checkout', 'x', 'user-42');
const beta = where('beta', { op: 'is', attribute: 'plan', value: 'pro' });
const shown = { percentages: { beta: 10_000, everyone: bucket } };

describe('why a flag is off', () => {
  it('for a bucket that is not below: which, against which percentage, and from where on it would be on', () => {
    const set = setOf([flag('new-checkout', { exposure: shown })], [beta]);
    expect(explain(set, 'new-checkout', person)).toEqual({
      kind: 'off',
      flag: 'new-checkout',
      environment: 'production',
      value: false,
      reasons: [{ code: 'bucket', bucket, highest: { audience: 'everyone', to: bucket } }],
      bucket,
      onAt: bucket + 1,
      audiences: [
        {
          audience: 'beta',
          to: 10_000,
          member: 'no',
          reason: {
            kind: 'condition',
            condition: { op: 'is', attribute: 'plan', value: 'pro' },
            holds: 'no',
            sent: 'free',
          },
        },
        { audience: 'everyone', to: bucket, member: 'yes', reason: { kind: 'everyone' } },
      ],
    });
    const onAt = setOf([flag('new-checkout', { exposure: { percentages: { everyone: bucket + 1 } } })]);
    expect(explain(onAt, 'new-checkout', person).kind).toBe('on');
  });

  it.each([
    [
      'archived',
      { archivedAt: '2025-11-20T00:00:00.000Z', exposure: { percentages: { everyone: 10_000 } } },
      [{ code: 'archived', at: '2025-11-20T00:00:00.000Z' }],
    ],
    [
      'un-released',
      { exposure: { percentages: { everyone: 10_000 }, unreleased: everyoneOff } },
      [{ code: 'unreleased', ...overlay }],
    ],
    [
      'un-released from everyone as an audience',
      {
        exposure: {
          percentages: { everyone: 10_000 },
          unreleased: { whole: null, audiences: { everyone: overlay } },
        },
      },
      [{ code: 'unreleased', ...overlay }],
    ],
    ['dark', {}, [{ code: 'dark' }]],
    ['dark at 0 %', { exposure: { percentages: { everyone: 0, beta: 0 } } }, [{ code: 'dark' }]],
    [
      'bucketed by what was not sent',
      { bucketBy: 'company', exposure: { percentages: { everyone: 10_000 } } },
      [{ code: 'no-id', attribute: 'company', sent: undefined }],
    ],
    [
      'in no audience that sees it',
      { exposure: { percentages: { beta: 10_000 } } },
      [{ code: 'bucket', bucket, highest: null }],
    ],
  ] as const)('that is %s', (_what, given, reasons) => {
    const explanation = explain(
      setOf([flag('new-checkout', given as never)], [beta]),
      'new-checkout',
      person,
    );
    expect(explanation).toMatchObject({ kind: 'off', reasons });
  });

  it('for an excluded audience: for good or un-released, a member or not surely outside', () => {
    const exposure = {
      percentages: { everyone: 10_000 },
      excluded: ['listed', 'ghost', 'vips', 'empty', 'beta'],
      unreleased: { whole: null, audiences: { listed: overlay } },
    };
    const vips = where('vips', { op: 'at-least', attribute: 'age', value: 18 });
    const set = setOf(
      [flag('new-checkout', { exposure })],
      [beta, vips, listed('listed', 'user-42'), where('empty')],
    );
    expect(explain(set, 'new-checkout', { ...person, age: '18' })).toMatchObject({
      reasons: [
        {
          code: 'excluded',
          audience: 'listed',
          member: 'yes',
          reason: { kind: 'listed', targetingKey: 'user-42' },
          unreleased: overlay,
        },
        {
          code: 'excluded',
          audience: 'ghost',
          member: 'unknown',
          reason: { kind: 'undefined' },
          unreleased: null,
        },
        {
          code: 'excluded',
          audience: 'vips',
          member: 'unknown',
          reason: { kind: 'condition', holds: 'unknown', sent: '18' },
        },
        { code: 'excluded', audience: 'empty', member: 'unknown', reason: { kind: 'no-conditions' } },
      ],
    });
  });

  it('for prerequisites: missing, off for reasons of their own, or in a circle', () => {
    const open = { exposure: { percentages: { everyone: 10_000 } } };
    const set = setOf([
      flag('new-checkout', { ...open, prerequisites: ['payments', 'ghost'] }),
      flag('payments', { ...open, prerequisites: ['vault'] }),
      flag('vault'),
      flag('circle', { ...open, prerequisites: ['round'] }),
      flag('round', { ...open, prerequisites: ['circle'] }),
    ]);
    expect(explain(set, 'new-checkout', person)).toMatchObject({
      reasons: [
        { code: 'prerequisite-off', flag: 'vault', reasons: [{ code: 'dark' }] },
        { code: 'prerequisite-missing', flag: 'ghost' },
      ],
    });
    expect(explain(set, 'circle', person)).toMatchObject({
      reasons: [{ code: 'circle', flags: ['circle', 'round', 'circle'] }],
    });
  });

  it('lists all that keep it off, what holds for everyone first', () => {
    const given = {
      prerequisites: ['ghost'],
      exposure: { ...shown, excluded: ['ghost'], unreleased: everyoneOff },
    };
    const explanation = explain(setOf([flag('new-checkout', given)]), 'new-checkout', person);
    if (explanation.kind !== 'off') throw new Error('it is off');
    expect(explanation.reasons.map(({ code }) => code)).toEqual([
      'unreleased',
      'prerequisite-missing',
      'excluded',
      'bucket',
    ]);
  });

  it('says so where there is no such flag', () => {
    expect(explain(setOf([]), 'ghost', person)).toEqual({
      kind: 'not-found',
      flag: 'ghost',
      environment: 'production',
    });
  });
});

describe('why a flag is on', () => {
  it('names the audience through which, its percentage, the bucket, the variant and what it needs', () => {
    const set = setOf(
      [
        flag('new-checkout', { prerequisites: ['payments'], exposure: shown }),
        flag('payments', { exposure: { percentages: { everyone: 10_000 } } }),
      ],
      [beta],
    );
    expect(explain(set, 'new-checkout', { ...person, plan: 'pro' })).toMatchObject({
      kind: 'on',
      variant: 'on',
      value: true,
      bucket,
      through: { audience: 'beta', to: 10_000 },
      audiences: [
        { audience: 'beta', member: 'yes', reason: { kind: 'all-hold' } },
        { audience: 'everyone' },
      ],
      prerequisites: ['payments'],
    });
  });
});
