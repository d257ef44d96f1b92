import { hash } from 'node:crypto';
import type { Current, CurrentState } from '../../src/app/current.ts';
import { OPEN_POLICY } from '../../src/environment/policy.ts';
import type { Audience } from '../../src/flag/audience.ts';
import { DARK, type Exposure } from '../../src/flag/exposure.ts';
import type { Flag } from '../../src/flag/flag.ts';
import type { ReadKey } from '../../src/release/read-key.ts';
import { EMPTY, type State } from '../../src/release/state.ts';

/** The state in memory without a store behind it: a test replaces it, and says whether the store answers. */
export type StateHolder = CurrentState & {
  put(...flags: Flag[]): void;
  remove(key: string): void;
  define(...audiences: Audience[]): void;
  issue(...keys: ReadKey[]): void;
  disconnect(asOf: Date): void;
  connect(): void;
};

export function stateHolder(now: () => Date = () => new Date()): StateHolder {
  const environments = new Map(
    ['production', 'staging'].map((key) => [key, { key, policy: OPEN_POLICY, freezes: [] }]),
  );
  const listeners = new Set<(before: Current, after: Current) => void>();
  let current: Current = { revision: 1, hash: 'h1', state: { ...EMPTY, environments } };
  let asOf: Date | null = null;

  function replace(part: Partial<State>): void {
    const before = current;
    const revision = before.revision + 1;
    current = { revision, hash: `h${revision}`, state: { ...before.state, ...part } };
    for (const listener of listeners) listener(before, current);
  }

  return {
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    freshness: () => ({ connected: asOf === null, asOf: asOf ?? now() }),
    put: (...flags) => replace({ flags: withAll(current.state.flags, flags) }),
    remove(key) {
      const flags = new Map(current.state.flags);
      flags.delete(key);
      replace({ flags });
    },
    define: (...audiences) => replace({ audiences: withAll(current.state.audiences, audiences) }),
    issue(...keys) {
      const byId = new Map(current.state.readKeys);
      for (const key of keys) byId.set(key.id, key);
      replace({ readKeys: byId });
    },
    disconnect(since) {
      asOf = since;
    },
    connect() {
      asOf = null;
    },
  };
}

/** A boolean flag with `on` and `off`, dark everywhere unless the parts say otherwise. */
export function booleanFlag(key: string, parts: Partial<Flag> = {}): Flag {
  return {
    key,
    description: 'A feature',
    lifetime: 'release',
    seed: key,
    bucketBy: 'targetingKey',
    off: { value: false, description: 'Hidden' },
    variants: [{ name: 'on', value: true, description: 'Shown', weight: 1 }],
    prerequisites: [],
    owner: 'T1/U1',
    createdAt: '2025-11-20T09:00:00.000Z',
    archivedAt: null,
    exposures: {},
    ...parts,
  };
}

/** An exposure in production to these audiences, in basis points. */
export function shownTo(
  percentages: Record<string, number>,
  parts: Partial<Exposure> = {},
): Flag['exposures'] {
  return { production: { ...DARK, percentages, ...parts } };
}

/** Everybody with an address of the company; everybody who joined the beta. */
export const INTERNAL: Audience = {
  key: 'internal',
  description: 'The team',
  membership: { kind: 'where', all: [{ op: 'ends-with', attribute: 'email', value: '@acme.example' }] },
  open: true,
};
export const BETA: Audience = {
  key: 'beta',
  description: 'Joined the beta',
  membership: { kind: 'where', all: [{ op: 'is', attribute: 'beta', value: true }] },
  open: false,
};

export function readKey(sent: string, parts: Partial<ReadKey> = {}): ReadKey {
  return {
    id: `k-${sent}`,
    name: sent,
    environment: 'production',
    sha256: hash('sha256', sent),
    createdAt: '2025-11-20T09:00:00.000Z',
    revokedAt: null,
    ...parts,
  };
}

function withAll<T extends { key: string }>(
  map: ReadonlyMap<string, T>,
  items: readonly T[],
): Map<string, T> {
  return new Map([...map, ...items.map((item): [string, T] => [item.key, item])]);
}
