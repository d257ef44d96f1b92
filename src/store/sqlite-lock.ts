import { pathToFileURL } from 'node:url';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import type { Client } from './sqlite-connection.ts';

/** How long a starting process waits for one that is just stopping. */
const PATIENCE_MS = 1_000;

/**
 * Claims a database file for this process, by a lock file beside it, and answers how to give it up. Throws when
 * another process, or another store in this one, has it, and says which.
 *
 * The lock file is a tiny SQLite database with a transaction that stays open: so it is the operating system that
 * keeps the lock, and it ends with the process, however that ends. Nothing has to be found stale, a process id
 * that was given out again does not matter, and containers that share a folder but not their process ids are kept
 * apart too. The holder's process id stands in the file's `user_version`.
 *
 * The system drops the lock when this process opens and closes the lock file by any other way: never copy or read
 * it from within.
 */
export async function claimDatabaseFile(path: string): Promise<() => Promise<void>> {
  const lock = open(path);
  try {
    await lock.execute(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
    await lock.execute('BEGIN IMMEDIATE');
    await lock.execute(`PRAGMA user_version = ${process.pid}`);
    // Others see the process id only once it is committed.
    await lock.execute('COMMIT');
    await lock.execute('BEGIN IMMEDIATE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    const holder = await holderOf(path);
    throw new Error(
      `${path} is in use by ${holder}. SQLite serves one Rampart at a time: ` +
        'stop that one first, or set DATABASE_URL to a PostgreSQL database to run several',
      { cause: error },
    );
  }
  return async () => {
    // Closing alone keeps the lock until the garbage collector has found every statement.
    await lock.execute('ROLLBACK');
    lock.close();
  };
}

function open(path: string): Client {
  const config = { url: pathToFileURL(`${path}.lock`).href };
  return new PrismaLibSql(config).createClient(config);
}

/** On a connection of its own: one that met a lock is no good any more. */
async function holderOf(path: string): Promise<string> {
  const reader = open(path);
  try {
    const { rows } = await reader.execute('PRAGMA user_version');
    return `process ${String(rows[0]?.[0])}`;
  } catch {
    return 'another process';
  } finally {
    reader.close();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}
