import { PrismaPg } from '@prisma/adapter-pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/**
 * How long a transaction may wait for our next statement before PostgreSQL ends it. A process that was stopped in
 * the middle must not commit what it decided before, nor keep the next revision from the others.
 */
const IDLE_IN_TRANSACTION_MS = 5_000;

/**
 * Prisma's adapter, with that limit in every transaction. It is set there and not on the connection, because a
 * pooler such as PgBouncer refuses the one and shares the other.
 */
export class BoundedPostgres extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => {
      const transaction = await start(isolation);
      const run = (sql: string) => transaction.executeRaw({ sql, args: [], argTypes: [] });
      try {
        await run(`SET LOCAL idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`);
        return transaction;
      } catch (error) {
        await run('ROLLBACK').catch(() => undefined);
        // Gives the connection back to the pool, no more.
        await transaction.rollback();
        throw error;
      }
    };
    return adapter;
  }
}
