import { type Commit, type CommitResult, STALE_AFTER_MS } from '../app/ports/store.ts';
import { type Database, type Violation, violationOf } from './database.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { prepare } from './prepare.ts';

/**
 * One batch, all or nothing. Its first statement inserts the next revision under a unique key: the compare-and-set.
 * That the entry follows the head, with neither gap nor fork, is a foreign key. Both make the batch fail when they
 * do not hold; so does the guard at its end.
 */
export async function commit(database: Database, intended: Commit): Promise<CommitResult> {
  const prepared = prepare(intended);
  try {
    await database.client.$transaction(statements(database, prepared, intended.readAt));
    return 'committed';
  } catch (error) {
    const violation = violationOf(error);
    if (violation && isRevisionTaken(violation)) return 'lost';
    if (violation && isGuard(violation)) return 'stale';
    throw error;
  }
}

function statements(
  { client, now }: Database,
  { entry, rows, outbox }: ReturnType<typeof prepare>,
  readAt: Commit['readAt'],
): Prisma.PrismaPromise<unknown>[] {
  const { revision } = entry;
  const batch: Prisma.PrismaPromise<unknown>[] = [
    client.logEntry.create({
      data: { ...entry, previous: revision === 1 ? null : revision - 1 },
      select: { revision: true },
    }),
  ];
  // Few statements however many rows there are. Nobody else is at them: they wait for the revision.
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ofKind = rows.filter((row) => row.kind === kind);
    const keys = ofKind.map(({ key }) => key);
    batch.push(
      client.stateDocument.deleteMany({ where: { kind, key: { in: keys } } }),
      client.stateDocument.createMany({ data: ofKind.map((row) => ({ ...row, revision })) }),
    );
  }
  if (outbox.length > 0) {
    const data = outbox.map((item, position) => ({ ...item, revision, position }));
    batch.push(client.outboxMessage.createMany({ data }));
  }
  if (readAt !== null) {
    // Last, so that it still holds when the process was stopped within the batch. `at` may not be null.
    batch.push(
      client.$executeRaw`
        UPDATE log SET "at" = CASE WHEN ${now} - ${readAt} < ${STALE_AFTER_MS} THEN "at" END
        WHERE revision = ${revision}`,
    );
  }
  return batch;
}

/** The violated key is told by its columns on SQLite and by its name on PostgreSQL. Any other key is a bug. */
function isRevisionTaken({ kind, table, constraint }: Violation): boolean {
  if (kind !== 'UniqueConstraintViolation' || !constraint) return false;
  if ('index' in constraint) return constraint.index === 'log_pkey';
  return table === 'log' && constraint.fields.join() === 'revision';
}

function isGuard({ kind, originalMessage }: Violation): boolean {
  return (
    kind === 'NullConstraintViolation' &&
    (originalMessage.includes('log.at') || originalMessage.includes('column "at" of relation "log"'))
  );
}
