import { z } from 'zod';
import { GENESIS } from '../app/chain.ts';
import type { Loaded, Revision } from '../app/ports/store.ts';
import { Event } from '../release/event.ts';
import { StateRow } from '../release/state.ts';
import type { Database } from './database.ts';
import { check, fromJson } from './stored.ts';

const Events = z.array(Event);
const Now = z.tuple([z.object({ now: z.coerce.number() })]);

/** The whole state and the head it stands at, both of one point of the log. */
export async function load({ client, now }: Database): Promise<Loaded> {
  // One snapshot for all three, or a commit between two of them would tear the state.
  const [clock, head, documents] = await client.$transaction(
    [
      client.$queryRaw`SELECT ${now} AS now`,
      client.logEntry.findFirst({ orderBy: { revision: 'desc' }, select: { revision: true, hash: true } }),
      client.stateDocument.findMany({ select: { kind: true, key: true, doc: true } }),
    ],
    { isolationLevel: 'Serializable' },
  );
  const [{ now: readAt }] = Now.parse(clock);
  const rows = documents.map(({ kind, key, doc }) => {
    const what = `The stored ${kind} "${key}"`;
    return check(StateRow, { kind, key, doc: fromJson(doc, what) }, what);
  });
  return { revision: head?.revision ?? 0, hash: head?.hash ?? GENESIS, rows, readAt };
}

/** The clock is read first: what was committed before that instant is among the entries, or above the limit. */
export async function changesSince(
  { client, now }: Database,
  revision: number,
  limit: number,
): Promise<{ entries: Revision[]; readAt: number }> {
  const [{ now: readAt }] = Now.parse(await client.$queryRaw`SELECT ${now} AS now`);
  const stored = await client.logEntry.findMany({
    where: { revision: { gt: revision } },
    orderBy: { revision: 'asc' },
    take: limit,
    omit: { previous: true },
  });
  return { entries: stored.map(toRevision), readAt };
}

/** Entries at or below a revision, newest first. */
export async function history({ client }: Database, before: number, limit: number): Promise<Revision[]> {
  const stored = await client.logEntry.findMany({
    where: { revision: { lte: before } },
    orderBy: { revision: 'desc' },
    take: limit,
    omit: { previous: true },
  });
  return stored.map(toRevision);
}

function toRevision(stored: Omit<Revision, 'events'> & { events: string }): Revision {
  const what = `The stored record of revision ${stored.revision}`;
  return { ...stored, events: check(Events, fromJson(stored.events, what), what) };
}
