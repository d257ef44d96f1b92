import { pathToFileURL } from 'node:url';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/connect.ts';
import { OneSqliteConnection } from '../../src/store/sqlite-connection.ts';
import { commitAfter, commitMany, EMPTY_LOG } from '../support/sample-commits.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const folder = await temporaryFolder();
let databases = 0;
const opened: SqlDriverAdapter[] = [];

function emptyFile(): string {
  databases += 1;
  return `${folder}/${databases}.db`;
}

async function connect(path: string, longestTransactionMs?: number): Promise<SqlDriverAdapter> {
  const { href: url } = pathToFileURL(path);
  const connection = await new OneSqliteConnection({ url }, longestTransactionMs).connect();
  opened.push(connection);
  return connection;
}

/** Another program at the same file, which knows nothing of our lock file. */
async function stranger(path: string): Promise<SqlDriverAdapter> {
  const connection = await new PrismaLibSql({ url: pathToFileURL(path).href }).connect();
  opened.push(connection);
  return connection;
}

type Runs = Pick<SqlDriverAdapter, 'executeRaw' | 'queryRaw'>;
const run = (connection: Runs, sql: string) => connection.executeRaw({ sql, args: [], argTypes: [] });
async function ask(connection: Runs, sql: string): Promise<unknown> {
  return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows[0]?.[0];
}

const settings = async (connection: Runs) => ({
  journal: await ask(connection, 'PRAGMA journal_mode'),
  synchronous: await ask(connection, 'PRAGMA synchronous'),
  foreignKeys: await ask(connection, 'PRAGMA foreign_keys'),
  busyTimeout: await ask(connection, 'PRAGMA busy_timeout'),
});
const FULL = { journal: 'wal', synchronous: 2, foreignKeys: 1, busyTimeout: 1_000 };

afterEach(async () => {
  for (const connection of opened.splice(0)) await connection.dispose();
});

describe('a connection to SQLite', () => {
  it('syncs in full, on a new file and on one that was in WAL mode before', async () => {
    const path = emptyFile();
    const first = await connect(path);
    expect(await settings(first)).toEqual(FULL);
    await run(first, 'CREATE TABLE t (x)');
    await first.dispose();
    expect(await settings(await connect(path))).toEqual(FULL);
  });

  it('syncs in full within a transaction, after it, and after one that failed', async () => {
    const connection = await connect(emptyFile());
    const transaction = await connection.startTransaction();
    expect(await settings(transaction)).toEqual(FULL);
    await transaction.commit();
    expect(await settings(connection)).toEqual(FULL);
    const failing = await connection.startTransaction();
    await expect(run(failing, 'INSERT INTO nowhere VALUES (1)')).rejects.toThrow();
    await failing.rollback();
    expect(await settings(connection)).toEqual(FULL);
  });

  it('is not used when it does not take a setting', async () => {
    const inMemory = await new OneSqliteConnection({ url: ':memory:' }).connect();
    opened.push(inMemory);
    await expect(ask(inMemory, 'SELECT 1')).rejects.toThrow('SQLite has journal_mode = memory, not WAL');
  });

  it('does not commit a transaction in which the process stood still', async () => {
    const connection = await connect(emptyFile(), 20);
    await run(connection, 'CREATE TABLE t (x)');
    const transaction = await connection.startTransaction();
    await run(transaction, 'INSERT INTO t VALUES (1)');
    const began = performance.now();
    await until(() => performance.now() - began > 40);
    await expect(transaction.commit()).rejects.toThrow('stood still');
    expect(await ask(connection, 'SELECT count(*) FROM t')).toBe(0);
  });

  it('lets a transaction that is over touch nothing that came after it', async () => {
    const connection = await connect(emptyFile());
    await run(connection, 'CREATE TABLE t (x)');
    const over = await connection.startTransaction();
    await over.commit();
    const next = await connection.startTransaction();
    await run(next, 'INSERT INTO t VALUES (1)');
    await over.rollback();
    await expect(run(over, 'INSERT INTO t VALUES (2)')).rejects.toThrow('over');
    await expect(over.commit()).rejects.toThrow('over');
    await next.commit();
    expect(await ask(connection, 'SELECT group_concat(x) FROM t')).toBe('1');
  });
});

describe('another program that holds the write lock', () => {
  it('makes a commit throw, with nothing written, and the store works on once it lets go', async () => {
    const path = emptyFile();
    const store = await openStore(`file:${path}`);
    const head = await commitMany(store, 2);
    const other = await stranger(path);

    await run(other, 'BEGIN IMMEDIATE');
    await expect(store.commit(commitAfter(head))).rejects.toThrow();
    await expect(store.claimLease('fire', 'one', 60_000)).rejects.toThrow();
    expect((await store.changesSince(0)).entries).toHaveLength(2);
    await run(other, 'COMMIT');

    // The store commits, and what it says is committed is there for others to see at once.
    const next = commitAfter(head);
    expect(await store.commit(next)).toBe('committed');
    expect(await ask(other, 'SELECT max(revision) FROM log')).toBe(3);
    expect(await store.claimLease('fire', 'one', 60_000)).toBe(true);
    expect(await ask(other, 'SELECT holder FROM lease')).toBe('one');
    // And it holds no lock that it does not need.
    await run(other, 'BEGIN IMMEDIATE');
    await run(other, 'ROLLBACK');
    await commitMany(store, 3, next.entry);
    expect(await ask(other, 'SELECT max(revision) FROM log')).toBe(6);
    await store.close();
  });
});

describe('what somebody changed in the database by hand', () => {
  it.each([
    ["UPDATE state SET doc = '{}'", 'load', 'The stored flag "new-checkout" does not fit at doc.key'],
    ["UPDATE state SET doc = '{'", 'load', 'The stored flag "new-checkout" is not JSON'],
    ["UPDATE log SET events = '[{}]'", 'changes', 'The stored record of revision 1 does not fit at 0.type'],
  ] as const)('%s: reading throws and names it', async (sql, how, message) => {
    const path = emptyFile();
    const store = await openStore(`file:${path}`);
    await store.commit(commitAfter(EMPTY_LOG));
    await run(await stranger(path), sql);
    await expect(how === 'load' ? store.load() : store.changesSince(0)).rejects.toThrow(message);
    await store.close();
  });
});
