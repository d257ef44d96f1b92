import type { Store } from '../app/ports/store.ts';
import { openPostgresql } from './postgresql.ts';
import { createPrismaStore } from './prisma-store.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens the store that a `DATABASE_URL` names and brings it up to date: `file:…` is SQLite, for one process;
 * `postgresql://…` or `postgres://…` is PostgreSQL, for several. Throws when it cannot be reached, when it is in
 * use by another process (SQLite), or when a migration fails.
 */
export async function openStore(databaseUrl: string): Promise<Store> {
  if (databaseUrl.startsWith('file:')) return createPrismaStore(await openSqlite(databaseUrl));
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return createPrismaStore(await openPostgresql(databaseUrl));
  throw new Error('DATABASE_URL must start with file: or postgresql://');
}
