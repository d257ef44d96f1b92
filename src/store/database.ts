import type { Sql } from '@prisma/client/runtime/client';
import { z } from 'zod';
import type { PrismaClient } from './generated/sqlite/client.ts';

/** An open database, as the rest of the store sees it. One type serves both: their clients differ only in name. */
export type Database = {
  readonly client: PrismaClient;
  /** SQL for the database's own time in milliseconds since 1970, at the statement it stands in. */
  readonly now: Sql;
  close(): Promise<void>;
};

const Violation = z.object({
  kind: z.string(),
  originalMessage: z.string().default(''),
  table: z.string().optional(),
  constraint: z
    .union([z.object({ fields: z.array(z.string()) }), z.object({ index: z.string() })])
    .optional(),
});
export type Violation = z.infer<typeof Violation>;

const FromTheAdapter = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: Violation }) }),
});

/** What the database objected to, when that is what an error is about. */
export function violationOf(error: unknown): Violation | null {
  const parsed = FromTheAdapter.safeParse(error);
  return parsed.success ? parsed.data.meta.driverAdapterError.cause : null;
}
