import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
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
 * `connection` must be a single one, not a pool.
 *
 * Answers the names of the migrations it applied. Throws when one fails, or when a newer Prisma's is half done.
 */
export async function migrate(
  provider: Provider,
  connection: SqlDriverAdapter,
  migrations: Promise<MigrationList> = migrationsOf(provider),
): Promise<string[]> {
  const run = (sql: string) => connection.executeRaw({ sql, args: [], argTypes: [] });
  // SQLite's foreign keys would get in the way of a migration that rebuilds the table they point to.
  if (provider === 'sqlite') await run('PRAGMA foreign_keys = OFF');
  // Read committed: who waited for the lock must see what was done meanwhile.
  await run(provider === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    if (provider === 'postgresql') {
      // A starting process that was stopped in here would keep all others waiting.
      await run("SET LOCAL idle_in_transaction_session_timeout = '60s'");
      await run(TAKE_OURS);
    }
    const engine = await openSchemaEngine(provider, statementByStatement(connection));
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await migrations,
      filters: { externalTables: [], externalEnums: [] },
    });
    if (provider === 'postgresql') await run(GIVE_BACK);
    await run('COMMIT');
    return appliedMigrationNames;
  } catch (error) {
    await run('ROLLBACK').catch(() => undefined);
    if (provider === 'postgresql') await run(GIVE_BACK).catch(() => undefined);
    throw new Error('The database could not be brought up to date; it is as it was before', { cause: error });
  }
}

/** The libSQL client ends an open transaction after a script of several statements; so it gets them one by one. */
function statementByStatement(connection: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => connection.queryRaw(query),
    executeRaw: (query) => connection.executeRaw(query),
    async executeScript(script) {
      for (const sql of statements(script)) await connection.executeRaw({ sql, args: [], argTypes: [] });
    },
    startTransaction: () => Promise.reject(new Error('A migration is one transaction already')),
    ...(connection.getConnectionInfo && { getConnectionInfo: connection.getConnectionInfo.bind(connection) }),
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
