import { Socket } from 'node:net';
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

/**
 * How long a server may say nothing. A statement waits for another process's transaction at most as long as that
 * may stand still, and connections that nobody uses are closed earlier, after ten seconds.
 */
const SILENCE_MS = 20_000;

/**
 * A socket that gives up when the other side has gone without a word, as after a failover or behind a firewall:
 * the system itself would go on trying for a quarter of an hour, and every write would wait for it. The driver's
 * own limit on a query will not do: it answers, but keeps the connection, with the transaction still open.
 */
export function impatientSocket(silenceMs = SILENCE_MS): Socket {
  const socket = new Socket();
  socket.setTimeout(silenceMs, () => {
    socket.destroy(new Error(`PostgreSQL said nothing for ${silenceMs} ms`));
  });
  return socket;
}
