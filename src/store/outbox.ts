import { OutboxItem } from '../app/outbox-item.ts';
import type { MessageRef, StoredOutboxItem } from '../app/ports/store.ts';
import type { Database } from './database.ts';
import { check, fromJson } from './stored.ts';

export async function outboxDue({ client }: Database, now: Date, limit: number): Promise<StoredOutboxItem[]> {
  const stored = await client.outboxMessage.findMany({
    where: { dueAt: { lte: now.getTime() } },
    orderBy: [{ revision: 'asc' }, { position: 'asc' }],
    take: limit,
  });
  return stored.map(({ id, item, dueAt, revision, attempts }) => {
    const what = `The stored outbox item "${id}"`;
    return {
      id,
      item: check(OutboxItem, fromJson(item, what), what),
      dueAt: new Date(Number(dueAt)).toISOString(),
      revision,
      attempts,
    };
  });
}

export async function outboxDone({ client }: Database, id: string, refs: MessageRef[]): Promise<void> {
  // In one order for all replicas, so that two of them never wait for each other.
  const inOrder = [...refs].sort((a, b) => (a.name < b.name ? -1 : 1));
  await client.$transaction([
    client.outboxMessage.deleteMany({ where: { id } }),
    ...inOrder.map(({ name, channel, ts }) =>
      client.messageRef.upsert({
        where: { name },
        create: { name, channel, ts },
        update: { channel, ts },
      }),
    ),
  ]);
}

export async function outboxRetry(
  { client }: Database,
  id: string,
  dueAt: Date,
  error: string,
): Promise<void> {
  await client.outboxMessage.updateMany({
    where: { id },
    data: { dueAt: dueAt.getTime(), attempts: { increment: 1 }, error: error.replaceAll('\0', '') },
  });
}

export async function messageRefs(
  { client }: Database,
  names: readonly string[],
): Promise<Map<string, MessageRef>> {
  const refs = await client.messageRef.findMany({ where: { name: { in: [...names] } } });
  return new Map(refs.map((ref) => [ref.name, ref]));
}

export async function forgetMessageRefs({ client }: Database, names: readonly string[]): Promise<void> {
  await client.messageRef.deleteMany({ where: { name: { in: [...names] } } });
}
