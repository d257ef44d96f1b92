import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lower, unrelease } from '../../src/flag/change-exposure.ts';
import type { Exposure } from '../../src/flag/exposure.ts';
import type { Flag } from '../../src/flag/flag.ts';
import { exposureOf, type FlagSet } from '../../src/flag/flag-set.ts';
import { narrows } from '../../src/flag/narrows.ts';
import { exposed, flag, listed, where, withAudience, withFlag } from './support/builders.ts';
import { choices } from './support/choices.ts';
import { SOME_UNRELEASE, someAudienceKey, someCondition, someFlagSet } from './support/flag-sets.ts';
import { oneOf, type Pick } from './support/pick.ts';

/** A change that takes away at most, as a person or a policy makes it, on any environment. */
const NARROWINGS: readonly [string, (pick: Pick, set: FlagSet, flag: Flag) => FlagSet][] = [
  ['nothing', (_pick, set) => structuredClone(set)],
  [
    'un-releasing a flag',
    (_pick, set, each) => change(set, each, (exposure) => unrelease(exposure, null, SOME_UNRELEASE)),
  ],
  [
    'un-releasing an audience',
    (pick, set, each) =>
      change(set, each, (exposure) => unrelease(exposure, someAudienceKey(pick), SOME_UNRELEASE)),
  ],
  [
    'lowering a percentage',
    (pick, set, each) =>
      change(set, each, (exposure) => lower(exposure, someAudienceKey(pick), pick(10_001))),
  ],
  [
    'excluding an audience',
    (pick, set, each) =>
      change(set, each, (exposure) => ({
        ...exposure,
        excluded: [...exposure.excluded, someAudienceKey(pick)],
      })),
  ],
  [
    'needing another flag',
    (pick, set, each) =>
      withFlag(set, {
        ...each,
        prerequisites: [...each.prerequisites, oneOf(pick, ['alpha', 'delta', 'ghost'])],
      }),
  ],
  [
    'archiving a flag',
    (_pick, set, each) => withFlag(set, { ...each, archivedAt: '2025-11-20T00:00:00.000Z' }),
  ],
  ['adding a dark flag', (_pick, set) => withFlag(set, flag('another'))],
  [
    'describing a flag otherwise',
    (_pick, set, each) =>
      withFlag(set, {
        ...each,
        description: 'other words',
        owner: 'T1/U7',
        variants: each.variants.map((variant) => ({ ...variant, description: 'other words' })),
      }),
  ],
];

function change(set: FlagSet, each: Flag, how: (exposure: Exposure) => Exposure): FlagSet {
  return withFlag(set, exposed(each, how(exposureOf(each, 'production'))));
}

describe('narrows, for any environment,', () => {
  it.each(NARROWINGS)('is sure of %s', (_what, narrowing) => {
    fc.assert(
      fc.property(choices, (pick) => {
        const set = someFlagSet(pick);
        expect(narrows(set, narrowing(pick, set, oneOf(pick, [...set.flags.values()])))).toBe(true);
      }),
      { seed: 31, numRuns: 400 },
    );
  });

  it('is sure of one more condition, or one key less, on an audience that is only included', () => {
    fc.assert(
      fc.property(choices, (pick) => {
        const set = onlyIncluding(someFlagSet(pick));
        for (const audience of set.audiences.values()) {
          const { membership } = audience;
          if (membership.kind === 'listed') {
            const keys = membership.keys.slice(1);
            expect(narrows(set, withAudience(set, listed(audience.key, ...keys)))).toBe(true);
          } else if (membership.all.length > 0) {
            expect(
              narrows(set, withAudience(set, where(audience.key, ...membership.all, someCondition(pick)))),
            ).toBe(true);
          }
        }
      }),
      { seed: 32, numRuns: 400 },
    );
  });
});

function onlyIncluding(set: FlagSet): FlagSet {
  const flags = [...set.flags.values()].map((each) => {
    const { percentages } = exposureOf(each, 'production');
    return exposed(each, { percentages });
  });
  return { ...set, flags: new Map(flags.map((each) => [each.key, each])) };
}
