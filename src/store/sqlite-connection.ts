import { PrismaLibSql } from '@prisma/adapter-libsql';

type Config = Parameters<PrismaLibSql['createClient']>[0];
export type Client = ReturnType<PrismaLibSql['createClient']>;
type Transaction = Awaited<ReturnType<Client['transaction']>>;
type Statement = Parameters<Transaction['execute']>[0];

/** How long a statement waits for a lock that another program holds. The process stands still meanwhile. */
const BUSY_TIMEOUT_MS = 1_000;

/**
 * The longest that a transaction may be open when it commits, by SQLite's own clock; in truth they take some
 * milliseconds. A process that was stopped in the middle must not commit what it decided before. PostgreSQL ends
 * such a transaction itself, after the same time.
 */
const LONGEST_TRANSACTION_MS = 5_000;

/** Every setting is read back: a connection that does not have them all is not used. */
const SETTINGS = [
  { name: 'busy_timeout', set: `${BUSY_TIMEOUT_MS}`, readsAs: BUSY_TIMEOUT_MS },
  { name: 'journal_mode', set: 'WAL', readsAs: 'wal' },
  // FULL: a commit is on the disk before it is answered. In WAL mode some builds reopen with NORMAL.
  { name: 'synchronous', set: 'FULL', readsAs: 2 },
  { name: 'foreign_keys', set: 'ON', readsAs: 1 },
] as const;

/**
 * Prisma's libSQL adapter on one connection with our settings.
 *
 * Left to itself the client begins each transaction on a connection of its own, without settings, and forgets it
 * unclosed. And after one SQLITE_BUSY it keeps the failed statement open: from then on a COMMIT fails, and a
 * single write answers well but is committed only when the garbage collector comes by. So there is one connection;
 * a transaction takes the write lock when it begins, before it has done anything; and after any error but a
 * violated constraint the connection is replaced.
 */
export class OneSqliteConnection extends PrismaLibSql {
  readonly #longestTransactionMs: number;

  constructor(config: Config, longestTransactionMs = LONGEST_TRANSACTION_MS) {
    super(config);
    this.#longestTransactionMs = longestTransactionMs;
  }

  override createClient(config: Config): Client {
    return onOneConnection(super.createClient(config), this.#longestTransactionMs);
  }
}

function onOneConnection(client: Client, longestTransactionMs: number): Client {
  const execute = client.execute.bind(client);
  let connection: 'bare' | 'ready' | 'spoiled' = 'bare';

  async function attempt(statement: Statement | string) {
    try {
      return await (typeof statement === 'string' ? execute(statement) : execute(statement));
    } catch (error) {
      if (!violatesConstraint(error)) connection = 'spoiled';
      throw error;
    }
  }

  async function prepare(): Promise<void> {
    if (connection === 'ready') return;
    if (connection === 'spoiled') await client.reconnect();
    connection = 'bare';
    for (const { name, set, readsAs } of SETTINGS) {
      await attempt(`PRAGMA ${name} = ${set}`);
      const value = (await attempt(`PRAGMA ${name}`)).rows[0]?.[0];
      if (value !== readsAs) throw new Error(`SQLite has ${name} = ${String(value)}, not ${set}`);
    }
    connection = 'ready';
  }

  async function now(): Promise<number> {
    return Number((await attempt("SELECT unixepoch('subsec') * 1000")).rows[0]?.[0]);
  }

  client.execute = async (statement: Statement | string) => {
    await prepare();
    return attempt(statement);
  };

  client.transaction = async () => {
    await prepare();
    await attempt('BEGIN IMMEDIATE');
    const begunAt = await now();
    let open = true;

    // Never a ROLLBACK for a transaction that is over: it would hit the one that came after it.
    async function rollback(): Promise<void> {
      if (!open) return;
      open = false;
      await attempt('ROLLBACK');
    }

    async function executeOpen(statement: Statement) {
      if (!open) throw new Error('The transaction is over');
      return attempt(statement);
    }

    const transaction: Transaction = {
      execute: executeOpen,
      async batch(statements) {
        const results = [];
        for (const statement of statements) results.push(await executeOpen(statement));
        return results;
      },
      executeMultiple: () => Promise.reject(new Error('A transaction runs statements one by one')),
      async commit() {
        if (!open) throw new Error('The transaction is over');
        try {
          if ((await now()) - begunAt >= longestTransactionMs) {
            throw new Error('The process stood still in the middle of a transaction; it was given up');
          }
          await attempt('COMMIT');
          open = false;
        } catch (error) {
          await rollback().catch(() => undefined);
          throw error;
        }
      },
      rollback,
      close: () => undefined,
      get closed() {
        return !open;
      },
    };
    return transaction;
  };

  return client;
}

/** SQLITE_CONSTRAINT, whatever its kind: the statement is undone and over, the connection is as good as before. */
function violatesConstraint(error: unknown): boolean {
  return (
    error instanceof Error &&
    'rawCode' in error &&
    typeof error.rawCode === 'number' &&
    (error.rawCode & 0xff) === 19
  );
}
