import type { Audience, Condition, Membership } from '../../../src/flag/audience.ts';
import type { Exposure, Unrelease } from '../../../src/flag/exposure.ts';
import type { Flag, FlagValue } from '../../../src/flag/flag.ts';
import type { FlagSet } from '../../../src/flag/flag-set.ts';
import { chance, oneOf, type Pick, several } from './pick.ts';

/** `constructor` is a fine flag key and audience key, and something that every object inherits. */
export const FLAG_KEYS = ['alpha', 'beta-flag', 'constructor', 'delta'] as const;
export const AUDIENCE_KEYS = ['internal', 'beta', 'constructor', 'ghost'] as const;
export const ATTRIBUTES = ['plan', 'age', 'vip', 'version', 'constructor', 'targetingKey'] as const;
export const TEXTS = [
  'pro',
  'free',
  'pr',
  'o',
  'Ümlaut',
  '日本',
  '',
  '5',
  'undefined',
  'user-1',
  '1.2.3',
  'v2',
  '2.0.0-rc.1',
];
export const NUMBERS = [0, 5, 18, -1, 1.5, 1e21];
const VERSIONS = ['1.2.3', '2.0.0', '0.0.1', '10.0.0'];
const PERCENTAGES = [0, 1, 2_500, 5_000, 5_000, 9_999, 10_000, 10_000, 10_000];

export const IDS = [
  ...Array.from({ length: 40 }, (_, n) => `user-${n}`),
  'Zoë',
  '用户7',
  '🦊',
  'undefined',
  'null',
  '__proto__',
  ' ',
];

export const SOME_UNRELEASE: Unrelease = { by: 'T1/U1', at: '2025-11-20T09:00:00.000Z', reason: 'errors' };

export function someCondition(pick: Pick): Condition {
  const attribute = oneOf(pick, ATTRIBUTES);
  const op = oneOf(pick, [
    'is',
    'is-not',
    'is-one-of',
    'is-none-of',
    'starts-with',
    'ends-with',
    'at-least',
    'at-most',
    'version-at-least',
    'version-below',
  ] as const);
  switch (op) {
    case 'is':
    case 'is-not':
      return {
        op,
        attribute,
        value: oneOf<string | number | boolean>(pick, [...TEXTS, ...NUMBERS, true, false]),
      };
    case 'is-one-of':
    case 'is-none-of':
      return { op, attribute, values: several(pick, 1, 3, () => oneOf(pick, TEXTS)) };
    case 'starts-with':
    case 'ends-with':
      return { op, attribute, value: oneOf(pick, ['p', 'pr', 'pro', 'o', 'ro', 'Ü', '日', '5', 'user-']) };
    case 'at-least':
    case 'at-most':
      return { op, attribute, value: oneOf(pick, NUMBERS) };
    case 'version-at-least':
    case 'version-below':
      return { op, attribute, value: oneOf(pick, VERSIONS) };
  }
}

function someMembership(pick: Pick): Membership {
  if (chance(pick, 30)) return { kind: 'listed', keys: several(pick, 0, 6, () => oneOf(pick, IDS)) };
  return { kind: 'where', all: several(pick, chance(pick, 10) ? 0 : 1, 2, () => someCondition(pick)) };
}

export function someAudience(pick: Pick, key: string): Audience {
  return { key, description: '', membership: someMembership(pick), open: false };
}

/** Any of the named audiences, `everyone` included. */
export function someAudienceKey(pick: Pick): string {
  return oneOf(pick, [...AUDIENCE_KEYS, 'everyone', 'everyone']);
}

export function someExposure(pick: Pick): Exposure {
  const percentages = several(
    pick,
    chance(pick, 10) ? 0 : 1,
    3,
    () => [someAudienceKey(pick), oneOf(pick, PERCENTAGES)] as const,
  );
  const taken = chance(pick, 12) ? [[oneOf(pick, AUDIENCE_KEYS), SOME_UNRELEASE] as const] : [];
  return {
    percentages: Object.fromEntries(percentages),
    excluded: chance(pick, 30) ? [oneOf(pick, AUDIENCE_KEYS.slice(0, chance(pick, 90) ? 3 : 4))] : [],
    unreleased: {
      whole: chance(pick, 4) ? SOME_UNRELEASE : null,
      audiences: Object.fromEntries(taken),
    },
  };
}

const VALUES: readonly (readonly FlagValue[])[] = [
  [false, true, true, false],
  ['', 'a', 'b', 'ü'],
  [0, 1, 2, 0.5],
  [{}, { color: 'red' }, { color: 'blue', deep: { a: [1, null] } }, { size: 1 }],
];

export function someFlag(pick: Pick, key: string): Flag {
  const values = oneOf(pick, VALUES);
  const names = chance(pick, 60) ? ['on'] : ['a', 'b', '0'].slice(0, 2 + pick(2));
  return {
    key,
    description: 'a feature',
    lifetime: 'release',
    seed: oneOf(pick, ['s1', 's1', 's2', 'sæd']),
    bucketBy: chance(pick, 85) ? 'targetingKey' : 'plan',
    off: { value: values[0] ?? false, description: '' },
    variants: names.map((name, at) => ({
      name,
      value: values[at + 1] ?? true,
      description: '',
      weight: 1 + pick(3),
    })),
    prerequisites: [],
    owner: 'T1/U1',
    createdAt: '2025-11-01T00:00:00.000Z',
    archivedAt: chance(pick, 4) ? '2025-11-02T00:00:00.000Z' : null,
    exposures: chance(pick, 95) ? { production: someExposure(pick) } : {},
  };
}

/** One environment with up to four flags, which may need each other, be it in a circle, or need one that is missing. */
export function someFlagSet(pick: Pick): FlagSet {
  const keys = FLAG_KEYS.slice(0, 1 + pick(FLAG_KEYS.length));
  const flags = keys.map((key, at) => {
    const flag = someFlag(pick, key);
    if (!chance(pick, 35)) return flag;
    const needs = chance(pick, 90) ? FLAG_KEYS.slice(0, at) : FLAG_KEYS;
    return needs.length === 0
      ? flag
      : { ...flag, prerequisites: several(pick, 0, 2, () => oneOf(pick, needs)) };
  });
  const audiences = AUDIENCE_KEYS.filter((key) => key !== 'ghost').map((key) => someAudience(pick, key));
  return {
    environment: 'production',
    flags: new Map(flags.map((flag) => [flag.key, flag])),
    audiences: new Map(audiences.map((audience) => [audience.key, audience])),
  };
}
