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
  const installation = rows.find((row) => row.kind === 'installation')?.doc ?? null;
  return {
    installation,
    environments: mapOf(rows, 'environment'),
    audiences: mapOf(rows, 'audience'),
    flags: mapOf(rows, 'flag'),
    releases: mapOf(rows, 'release'),
    people: mapOf(rows, 'person'),
    readKeys: mapOf(rows, 'read-key'),
  };
}

function changed<V>(before: ReadonlyMap<string, V>, after: ReadonlyMap<string, V>): [string, V][] {
  if (before === after) return [];
  return [...after].filter(([key, value]) => before.get(key) !== value);
}

function mapOf<K extends StateRow['kind']>(
  rows: readonly StateRow[],
  kind: K,
): ReadonlyMap<string, Extract<StateRow, { kind: K }>['doc']> {
  const docs = new Map<string, Extract<StateRow, { kind: K }>['doc']>();
  for (const row of rows) if (isOf(row, kind)) docs.set(row.key, row.doc);
  return docs;
}

function isOf<K extends StateRow['kind']>(row: StateRow, kind: K): row is Extract<StateRow, { kind: K }> {
  return row.kind === kind;
}
