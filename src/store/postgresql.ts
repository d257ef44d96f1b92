import { PrismaPg } from '@prisma/adapter-pg';
import type { Database } from './database.ts';
import { PrismaClient } from './generated/postgresql/client.ts';
import { Prisma, type PrismaClient as SqliteClient } from './generated/sqlite/client.ts';
import { migrate } from './migrate.ts';
import { BoundedPostgres } from './postgresql-connection.ts';

/** Connects to a PostgreSQL database and brings it up to date, waiting where another process is at it. */
export async function openPostgresql(databaseUrl: string): Promise<Database> {
  const schema = new URL(databaseUrl).searchParams.get('schema');
  if (schema !== null && schema !== 'public') {
    throw new Error('DATABASE_URL: Rampart keeps its tables in the schema public of a database of its own');
  }
  const connection = {
    connectionString: databaseUrl,
    application_name: 'rampart',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
  const migrating = await new PrismaPg({ ...connection, max: 1 }).connect();
  await migrate('postgresql', migrating).finally(() => migrating.dispose());

  const client = new PrismaClient({
    adapter: new BoundedPostgres({ ...connection, max: 10 }),
    errorFormat: 'minimal',
    // Waiting for a connection and the transaction itself, in milliseconds.
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  });
  await client.$connect();
  return {
    // The two clients have the same tables and differ in the names of their types only.
    client: client as unknown as SqliteClient,
    now: Prisma.sql`floor(extract(epoch FROM statement_timestamp()) * 1000)::bigint`,
    close: () => client.$disconnect(),
  };
}
