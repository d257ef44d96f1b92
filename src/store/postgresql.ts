import { PrismaPg } from '@prisma/adapter-pg';
import { sqltag as sql } from '@prisma/client/runtime/client';
import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import type { Database } from './database.ts';
import { PrismaClient } from './generated/postgresql/client.ts';
import type { PrismaClient as SqliteClient } from './generated/sqlite/client.ts';
import { migrate } from './migrate.ts';
import { BoundedPostgres, impatientSocket } from './postgresql-connection.ts';

/**
 * Connects to a PostgreSQL database and brings it up to date, waiting where another process is at it. Throws when
 * it cannot be reached or used; the error names the place, never the password.
 */
export async function openPostgresql(databaseUrl: string): Promise<Database> {
  // The error of the URL itself would carry all of it.
  if (!URL.canParse(databaseUrl)) throw new Error('DATABASE_URL is not a URL that can be understood');
  const { host, pathname, searchParams } = new URL(databaseUrl);
  if ((searchParams.get('schema') ?? 'public') !== 'public') {
    throw new Error('DATABASE_URL: Rampart keeps its tables in the schema public of a database of its own');
  }
  const connection = {
    connectionString: databaseUrl,
    application_name: 'rampart',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
  const client = new PrismaClient({
    adapter: new BoundedPostgres({ ...connection, max: 10, stream: () => impatientSocket() }),
    errorFormat: 'minimal',
    // Waiting for a connection and the transaction itself, in milliseconds.
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  });
  try {
    const migrating = await new PrismaPg(connection).connect();
    await migrate('postgresql', migrating).finally(() => migrating.dispose());
    await client.$connect();
  } catch (error) {
    await client.$disconnect();
    throw new Error(`PostgreSQL at ${host}${pathname} cannot be used: ${reasonOf(error)}`, { cause: error });
  }
  return {
    // The two clients have the same tables and differ in the names of their types only.
    client: client as unknown as SqliteClient,
    now: sql`floor(extract(epoch FROM statement_timestamp()) * 1000)::bigint`,
    close: () => client.$disconnect(),
  };
}

function reasonOf(error: unknown): string {
  if (isDriverAdapterError(error)) return error.cause.originalMessage ?? error.cause.kind;
  return error instanceof Error ? error.message : String(error);
}
