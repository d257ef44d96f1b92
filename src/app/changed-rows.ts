import type { State, StateRow } from '../release/state.ts';

/** The stored rows that differ between two states. Parts that a commit did not touch are the same value in both. */
export function changedRows(before: State, after: State): StateRow[] {
  const rows: StateRow[] = [];
  if (after.installation !== null && after.installation !== before.installation) {
    rows.push({ kind: 'installation', key: 'installation', doc: after.installation });
  }
  for (const [key, doc] of changed(before.environments, after.environments))
    rows.push({ kind: 'environment', key, doc });
  for (const [key, doc] of changed(before.audiences, after.audiences))
    rows.push({ kind: 'audience', key, doc });
  for (const [key, doc] of changed(before.flags, after.flags)) rows.push({ kind: 'flag', key, doc });
  for (const [key, doc] of changed(before.releases, after.releases)) rows.push({ kind: 'release', key, doc });
  for (const [key, doc] of changed(before.people, after.people)) rows.push({ kind: 'person', key, doc });
  for (const [key, doc] of changed(before.readKeys, after.readKeys))
    rows.push({ kind: 'read-key', key, doc });
  return rows;
}

/** The state that a full set of rows describes. */
export function stateOf(rows: readonly StateRow[]): State {
  let installation: State['installation'] = null;
  const environments = new Map<string, Doc<'environment'>>();
  const audiences = new Map<string, Doc<'audience'>>();
  const flags = new Map<string, Doc<'flag'>>();
  const releases = new Map<string, Doc<'release'>>();
  const people = new Map<string, Doc<'person'>>();
  const readKeys = new Map<string, Doc<'read-key'>>();
  for (const row of rows) {
    switch (row.kind) {
      case 'installation':
        installation = row.doc;
        break;
      case 'environment':
        environments.set(row.key, row.doc);
        break;
      case 'audience':
        audiences.set(row.key, row.doc);
        break;
      case 'flag':
        flags.set(row.key, row.doc);
        break;
      case 'release':
        releases.set(row.key, row.doc);
        break;
      case 'person':
        people.set(row.key, row.doc);
        break;
      case 'read-key':
        readKeys.set(row.key, row.doc);
        break;
    }
  }
  return { installation, environments, audiences, flags, releases, people, readKeys };
}

type Doc<K extends StateRow['kind']> = Extract<StateRow, { kind: K }>['doc'];

function changed<V>(before: ReadonlyMap<string, V>, after: ReadonlyMap<string, V>): [string, V][] {
  if (before === after) return [];
  return [...after].filter(([key, value]) => before.get(key) !== value);
}
