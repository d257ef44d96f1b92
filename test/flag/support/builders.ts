import type { Audience, Condition } from '../../../src/flag/audience.ts';
import { DARK, type Exposure } from '../../../src/flag/exposure.ts';
import type { Flag } from '../../../src/flag/flag.ts';
import type { FlagSet } from '../../../src/flag/flag-set.ts';

/** A boolean flag, bucketed by targeting key, that is dark unless an exposure is given for production. */
export function flag(key: string, given: Partial<Flag> & { exposure?: Partial<Exposure> } = {}): Flag {
  const { exposure, ...rest } = given;
  return {
    key,
    description: `${key}, in words`,
    lifetime: 'release',
    seed: key,
    bucketBy: 'targetingKey',
    off: { value: false, description: 'as before' },
    variants: [{ name: 'on', value: true, description: 'the new one', weight: 1 }],
    prerequisites: [],
    owner: 'T1/U1',
    createdAt: '2025-11-01T00:00:00.000Z',
    archivedAt: null,
    exposures: exposure === undefined ? {} : { production: { ...DARK, ...exposure } },
    ...rest,
  };
}

export function where(key: string, ...all: Condition[]): Audience {
  return { key, description: '', membership: { kind: 'where', all }, open: false };
}

export function listed(key: string, ...keys: string[]): Audience {
  return { key, description: '', membership: { kind: 'listed', keys }, open: false };
}

/** Production with these flags and audiences. */
export function setOf(flags: readonly Flag[], audiences: readonly Audience[] = []): FlagSet {
  return {
    environment: 'production',
    flags: new Map(flags.map((each) => [each.key, each])),
    audiences: new Map(audiences.map((each) => [each.key, each])),
  };
}

/** The same set with one flag replaced or added. */
export function withFlag(set: FlagSet, changed: Flag): FlagSet {
  return { ...set, flags: new Map(set.flags).set(changed.key, changed) };
}

/** The same set with one audience replaced or added. */
export function withAudience(set: FlagSet, changed: Audience): FlagSet {
  return { ...set, audiences: new Map(set.audiences).set(changed.key, changed) };
}

/** The flag with another exposure in production. */
export function exposed(given: Flag, exposure: Partial<Exposure>): Flag {
  return { ...given, exposures: { ...given.exposures, production: { ...DARK, ...exposure } } };
}

export const overlay = { by: 'T1/U9', at: '2025-11-20T02:14:00.000Z', reason: 'checkout errors' };

/** An overlay over everyone. */
export const everyoneOff = { whole: overlay, audiences: {} };
