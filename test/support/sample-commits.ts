import { GENESIS, hashOf } from '../../src/app/chain.ts';
import type { Commit, NewOutboxItem, Store } from '../../src/app/ports/store.ts';
import type { PersonFacts } from '../../src/environment/person.ts';
import type { Flag } from '../../src/flag/flag.ts';
import type { Event } from '../../src/release/event.ts';
import type { StateRow } from '../../src/release/state.ts';

/** A moment that the samples speak of. Nothing depends on which. */
export const SAMPLE_AT = '2026-11-23T09:00:00.000Z';

export function sampleFlag(key: string, description = 'A new way to pay'): Flag {
  return {
    key,
    description,
    lifetime: 'release',
    seed: key,
    bucketBy: 'targetingKey',
    off: { value: false, description: 'the old way' },
    variants: [{ name: 'on', value: true, description: 'the new way', weight: 1 }],
    prerequisites: [],
    owner: 'T1/U1',
    createdAt: SAMPLE_AT,
    archivedAt: null,
    exposures: { production: { percentages: { everyone: 2_500 }, excluded: [], unreleased: NOTHING } },
  };
}
const NOTHING = { whole: null, audiences: {} };

export function sampleRow(key: string, description?: string): StateRow {
  return { kind: 'flag', key, doc: sampleFlag(key, description) };
}

export function samplePerson(id: string, checkedAt = SAMPLE_AT): PersonFacts {
  return { id, name: 'Ada', zone: 'Europe/London', standing: 'member', groups: ['S1'], checkedAt };
}

export function sampleItem(id: string, dueAt = SAMPLE_AT): NewOutboxItem {
  return { id, item: { kind: 'card', release: 'r1' }, dueAt };
}

export type Head = { revision: number; hash: string };
export const EMPTY_LOG: Head = { revision: 0, hash: GENESIS };

/** The commit that follows `head`, chained to it: one flag changes, unless said otherwise. */
export function commitAfter(
  head: Head,
  parts: Partial<Omit<Commit, 'entry'>> & { commitId?: string; events?: Event[] } = {},
): Commit {
  const revision = head.revision + 1;
  const flag = sampleFlag('new-checkout', `as of revision ${revision}`);
  const unhashed = {
    revision,
    commitId: parts.commitId ?? `commit-${revision}`,
    at: SAMPLE_AT,
    by: 'T1/U1',
    requestId: `request-${revision}`,
    events: parts.events ?? [{ type: 'FlagCreated', by: 'T1/U1', at: SAMPLE_AT, flag } satisfies Event],
    previousHash: head.hash,
  };
  return {
    entry: { ...unhashed, hash: hashOf(unhashed) },
    rows: parts.rows ?? [{ kind: 'flag', key: flag.key, doc: flag }],
    outbox: parts.outbox ?? [],
    readAt: parts.readAt ?? null,
  };
}

/** Commits so many entries in a row and answers the head. Throws when one does not get in. */
export async function commitMany(store: Store, count: number, head: Head = EMPTY_LOG): Promise<Head> {
  let last = head;
  for (let done = 0; done < count; done += 1) {
    const commit = commitAfter(last);
    const result = await store.commit(commit);
    if (result !== 'committed') throw new Error(`Revision ${commit.entry.revision} was ${result}`);
    last = commit.entry;
  }
  return last;
}
