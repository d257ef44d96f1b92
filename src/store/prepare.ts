import { z } from 'zod';
import { GENESIS } from '../app/chain.ts';
import { OutboxItem } from '../app/outbox-item.ts';
import type { Commit } from '../app/ports/store.ts';
import { Event } from '../release/event.ts';
import { StateRow } from '../release/state.ts';
import { check, checkExactly, Text } from './stored.ts';

/** A commit as it is stored: documents are JSON text, instants that are compared are milliseconds since 1970. */
export type PreparedCommit = {
  entry: Envelope & { events: string };
  rows: { kind: string; key: string; doc: string }[];
  outbox: { id: string; item: string; dueAt: number }[];
};

const Envelope = z.object({
  revision: z.int().min(1),
  commitId: Text,
  at: z.iso.datetime(),
  by: Text,
  requestId: Text,
  previousHash: Text,
  hash: Text,
});
type Envelope = z.infer<typeof Envelope>;

const Events = z.array(Event);
const Instant = z.iso.datetime();

/** Throws when any part of a commit is not what may be stored, before anything is written. */
export function prepare({ entry, rows, outbox }: Commit): PreparedCommit {
  const revision = `Revision ${entry.revision}`;
  const envelope = check(Envelope, entry, revision);
  if (envelope.revision === 1 && envelope.previousHash !== GENESIS) {
    throw new Error('Revision 1 follows nothing, so the hash before it is that of an empty log');
  }
  return {
    entry: {
      ...envelope,
      events: JSON.stringify(checkExactly(Events, entry.events, `What happened in ${revision}`)),
    },
    rows: rows.map((row) => {
      const what = `The ${row.kind} "${row.key}"`;
      const { kind, key, doc } = checkExactly(StateRow, row, what);
      return { kind, key: check(Text, key, what), doc: JSON.stringify(doc) };
    }),
    outbox: outbox.map(({ id, item, dueAt }) => {
      const what = `The outbox item "${id}"`;
      return {
        id: check(Text, id, what),
        item: JSON.stringify(checkExactly(OutboxItem, item, what)),
        dueAt: Date.parse(check(Instant, dueAt, what)),
      };
    }),
  };
}
