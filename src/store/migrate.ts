import type { SqlDriverAdapter, SqlQueryable, Transaction } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { migrationsOf } from './migrations.ts';
import type { Provider } from './prisma-schema.ts';
import { openSchemaEngine } from './schema-engine.ts';

/** Advisory locks of PostgreSQL go by number: ours is any that nobody else uses, the other is the engine's. */
const TAKE_OURS = 'SELECT pg_advisory_xact_lock(82977780)';
const GIVE_BACK = 'SELECT pg_advisory_unlock(72707369)';

/**
 * Brings a database up to date, all or nothing: everything, Prisma's own `_prisma_migrations` included, happens in
 * one transaction, so that a process killed in the middle leaves the database as it was.
 *
 * On PostgreSQL a lock that ends with the transaction makes replicas that start meanwhile wait, and then find
 * nothing to do. The engine's own lock lasts as long as the connection, and behind a pooler such as PgBouncer
 * that is longer than this process: it is given back. On SQLite the caller holds the lock file.
 *
 * Answers the names of the migrations it applied. Throws when one fails, or when a newer Prisma's is half done.
 */
export async function migrate(
  provider: Provider,
  database: SqlDriverAdapter,
  migrations: Promise<MigrationList> = migrationsOf(provider),
): Promise<string[]> {
  const transaction = await begin(provider, database);
  try {
    if (provider === 'postgresql') {
      // A starting process that was stopped in here would keep all others waiting.
      await run(transaction, "SET LOCAL idle_in_transaction_session_timeout = '60s'");
      await run(transaction, TAKE_OURS);
    }
    const engine = await openSchemaEngine(provider, within(transaction, database));
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await migrations,
      filters: { externalTables: [], externalEnums: [] },
    });
    await end(transaction, 'COMMIT');
    return appliedMigrationNames;
  } catch (error) {
    await end(transaction, 'ROLLBACK').catch(() => undefined);
    throw new Error('The database could not be brought up to date; it is as it was before', { cause: error });
  }
}

async function begin(provider: Provider, database: SqlDriverAdapter): Promise<Transaction> {
  // Whatever the server's default: who waited for the lock must see what was done meanwhile.
  if (provider === 'postgresql') return database.startTransaction('READ COMMITTED');
  // Foreign keys would get in the way of a migration that rebuilds the table they point to.
  await run(database, 'PRAGMA foreign_keys = OFF');
  return database.startTransaction();
}

async function end(transaction: Transaction, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  try {
    if (transaction.provider === 'postgres') {
      // This adapter leaves the statement to its caller, and below only gives the connection back.
      if (how === 'COMMIT') await run(transaction, GIVE_BACK);
      await run(transaction, how);
      if (how === 'ROLLBACK') await run(transaction, GIVE_BACK);
    }
  } finally {
    await (how === 'COMMIT' ? transaction.commit() : transaction.rollback());
  }
}

function run(queryable: SqlQueryable, sql: string): Promise<number> {
  return queryable.executeRaw({ sql, args: [], argTypes: [] });
}

/** The transaction in the form in which the engine wants a connection. */
function within(transaction: Transaction, database: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    async executeScript(script) {
      for (const sql of statements(script)) await run(transaction, sql);
    },
    startTransaction: () => Promise.reject(new Error('A migration is one transaction already')),
    ...(database.getConnectionInfo && { getConnectionInfo: database.getConnectionInfo.bind(database) }),
    dispose: () => Promise.resolve(),
  };
}

/** A migration's statements. Each ends with a semicolon at the end of a line, and no other line does. */
export function statements(script: string): string[] {
  return script
    .split(/;[ \t]*$/m)
    .map((statement) => statement.replace(/^[ \t]*--.*$/gm, '').trim())
    .filter((statement) => statement !== '');
}
