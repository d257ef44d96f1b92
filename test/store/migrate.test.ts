import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/connect.ts';
import { migrate, statements } from '../../src/store/migrate.ts';
import { migrationsOf } from '../../src/store/migrations.ts';
import type { Provider } from '../../src/store/prisma-schema.ts';
import { emptyPostgresDatabase } from '../support/empty-postgres-database.ts';
import { connectOnce, migrateAndDiff } from '../support/schema-diff.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder();
let files = 0;

const emptyDatabase: Record<Provider, () => Promise<string>> = {
  async sqlite() {
    files += 1;
    return `file:${folder}/${files}.db`;
  },
  postgresql: emptyPostgresDatabase,
};

/** The real migrations and one more, under a name that sorts last. */
async function withOneMore(provider: Provider, sql: string): Promise<MigrationList> {
  const list = await migrationsOf(provider);
  const path = '9999_one-more';
  const more = {
    path,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  };
  return { ...list, migrationDirectories: [...list.migrationDirectories, more] };
}

async function withConnection<T>(
  url: string,
  work: (connection: SqlDriverAdapter) => Promise<T>,
): Promise<T> {
  const connection = await connectOnce(url);
  return work(connection).finally(() => connection.dispose());
}

async function rowsOf(url: string, sql: string): Promise<unknown[][]> {
  return withConnection(url, async (connection) => {
    return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
  });
}

const applied = 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1';

describe.each(['sqlite', 'postgresql'] as const)('the migrations for %s', (provider) => {
  it('make exactly the tables of the models', async () => {
    expect(await migrateAndDiff(provider, await emptyDatabase[provider]())).toBeNull();
  });

  it('are applied once, and written down where Prisma looks for them', async () => {
    const url = await emptyDatabase[provider]();
    const names = (await migrationsOf(provider)).migrationDirectories.map(({ path }) => path);
    expect(await withConnection(url, (connection) => migrate(provider, connection))).toEqual(names);
    expect(await withConnection(url, (connection) => migrate(provider, connection))).toEqual([]);
    expect(await rowsOf(url, applied)).toEqual(names.map((name) => [name]));
  });

  it('leave the database as it was when one of them fails', async () => {
    const url = await emptyDatabase[provider]();
    const good = 'CREATE TABLE half (x INTEGER);\nCREATE TABLE other (x INTEGER);\n';
    const failing = withOneMore(provider, `${good}INSERT INTO nowhere VALUES (1);\n`);
    await expect(withConnection(url, (connection) => migrate(provider, connection, failing))).rejects.toThrow(
      'could not be brought up to date',
    );

    // Not even the first migration, nor Prisma's own table; and the next start has nothing to repair.
    const names = (await migrationsOf(provider)).migrationDirectories.map(({ path }) => path);
    expect(await withConnection(url, (connection) => migrate(provider, connection))).toEqual(names);
    const mended = withOneMore(provider, good);
    expect(await withConnection(url, (connection) => migrate(provider, connection, mended))).toEqual([
      '9999_one-more',
    ]);
  });

  it('do not trouble an older Rampart that finds the database newer than it knows', async () => {
    const url = await emptyDatabase[provider]();
    const newer = withOneMore(provider, 'CREATE TABLE newer (x INTEGER);\n');
    await withConnection(url, (connection) => migrate(provider, connection, newer));
    const store = await openStore(url);
    expect((await store.load()).revision).toBe(0);
    await store.close();
  });
});

it('replicas that start at once on an empty PostgreSQL all start, and migrate it once', async () => {
  const url = await emptyPostgresDatabase();
  const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url)));
  await Promise.all(stores.map((store) => store.ping()));
  await Promise.all(stores.map((store) => store.close()));
  const names = (await migrationsOf('postgresql')).migrationDirectories.map(({ path }) => [path]);
  expect(await rowsOf(url, 'SELECT migration_name FROM _prisma_migrations ORDER BY 1')).toEqual(names);
});

it('a replica that starts while another migrates waits for it', async () => {
  const url = await emptyPostgresDatabase();
  const migrating = await connectOnce(url);
  const run = (sql: string) => migrating.executeRaw({ sql, args: [], argTypes: [] });
  // Another is in the middle of it: its transaction is open and holds the lock.
  await run('BEGIN');
  await run('SELECT pg_advisory_xact_lock(82977780)');
  let started = false;
  const starting = openStore(url).then((store) => {
    started = true;
    return store;
  });
  const waiting = `SELECT count(*)::int FROM pg_locks JOIN pg_database ON oid = database
    WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted`;
  await expect.poll(async () => (await rowsOf(url, waiting))[0]?.[0]).toBe(1);
  expect(started).toBe(false);
  await run('COMMIT');
  await migrating.dispose();
  const store = await starting;
  await store.ping();
  await store.close();
});

it('a replica whose connection is cut while it waits says so, and leaves nothing open', async () => {
  const url = await emptyPostgresDatabase();
  await withConnection(url, async (migrating) => {
    const run = (sql: string) => migrating.executeRaw({ sql, args: [], argTypes: [] });
    await run('BEGIN');
    await run('SELECT pg_advisory_xact_lock(82977780)');
    const refused = expect(openStore(url)).rejects.toThrow('could not be brought up to date');
    const waiting = `FROM pg_locks JOIN pg_database ON oid = database
      WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted`;
    await expect.poll(async () => (await rowsOf(url, `SELECT count(*)::int ${waiting}`))[0]?.[0]).toBe(1);
    await rowsOf(url, `SELECT pg_terminate_backend(pid) ${waiting}`);
    await refused;
    await run('ROLLBACK');
  });
});

it('no lock is left behind, which behind a pooler would outlive the process', async () => {
  const url = await emptyPostgresDatabase();
  const failing = withOneMore('postgresql', 'INSERT INTO nowhere VALUES (1);\n');
  const held = `SELECT count(*)::int FROM pg_locks JOIN pg_database ON oid = database
    WHERE datname = current_database() AND locktype = 'advisory'`;
  await withConnection(url, async (connection) => {
    await migrate('postgresql', connection);
    expect(await rowsOf(url, held)).toEqual([[0]]);
    await expect(migrate('postgresql', connection, failing)).rejects.toThrow();
    expect(await rowsOf(url, held)).toEqual([[0]]);
  });
});

it('a migration is taken apart at the semicolons that end a line', () => {
  expect(
    statements(`-- CreateTable
CREATE TABLE "a" (
    "x" TEXT DEFAULT ';' -- not ; here
);

-- only a comment

INSERT INTO a VALUES ('one; two');  
PRAGMA x = 1;
-- the end
`),
  ).toEqual([
    `CREATE TABLE "a" (\n    "x" TEXT DEFAULT ';' -- not ; here\n)`,
    "INSERT INTO a VALUES ('one; two')",
    'PRAGMA x = 1',
  ]);
});
