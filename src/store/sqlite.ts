import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { sqltag as sql } from '@prisma/client/runtime/client';
import type { Database } from './database.ts';
import { PrismaClient } from './generated/sqlite/client.ts';
import { migrate } from './migrate.ts';
import { OneSqliteConnection } from './sqlite-connection.ts';
import { claimDatabaseFile } from './sqlite-lock.ts';

/**
 * Opens a database file for this process alone, makes it and its folder where there is none, and brings it up to
 * date. Throws when another process has it.
 */
export async function openSqlite(databaseUrl: string): Promise<Database> {
  const path = pathOf(databaseUrl);
  await mkdir(dirname(path), { recursive: true });
  const release = await claimDatabaseFile(path);
  try {
    const url = pathToFileURL(path).href;
    const migrating = await new PrismaLibSql({ url }).connect();
    await migrate('sqlite', migrating).finally(() => migrating.dispose());

    const client = new PrismaClient({
      adapter: new OneSqliteConnection({ url }),
      errorFormat: 'minimal',
      // Waiting for a turn and the turn itself, in milliseconds: enough for megabytes on a slow disk.
      transactionOptions: { maxWait: 30_000, timeout: 30_000 },
    });
    // The first statement sets the connection up, and finds out now if it cannot.
    await client.$queryRaw`SELECT 1`;
    return {
      client,
      now: sql`CAST(round(unixepoch('subsec') * 1000) AS INTEGER)`,
      async close() {
        await client.$disconnect();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** `file:./data/rampart.db`, relative to the working directory, or `file:/…` or `file:///…`. */
function pathOf(databaseUrl: string): string {
  const rest = databaseUrl.slice('file:'.length);
  if (/[?#]/.test(rest)) throw new Error('DATABASE_URL: a file: URL takes a path and no options');
  if (rest === '') throw new Error('DATABASE_URL: a file: URL needs the path of the file');
  return rest.startsWith('//') ? fileURLToPath(databaseUrl) : resolve(decodeURIComponent(rest));
}
