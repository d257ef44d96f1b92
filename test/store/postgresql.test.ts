import { inspect } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/ports/store.ts';
import { openStore } from '../../src/store/connect.ts';
import { BoundedPostgres, impatientSocket } from '../../src/store/postgresql-connection.ts';
import { emptyPostgresDatabase } from '../support/empty-postgres-database.ts';
import { freezingProxy } from '../support/freezing-proxy.ts';
import { commitAfter, commitMany, EMPTY_LOG, sampleItem, sampleRow } from '../support/sample-commits.ts';
import { connectOnce } from '../support/schema-diff.ts';
import { describeStore } from '../support/store-contract.ts';

describeStore('PostgreSQL', {
  async emptyDatabase() {
    const url = await emptyPostgresDatabase();
    return () => openStore(url);
  },
  durable: true,
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(url: string): Promise<Store> {
  const store = await openStore(url);
  closing.push(() => store.close());
  return store;
}

/** Somebody else at the database, by hand. */
async function byHand(url: string) {
  const connection = await connectOnce(url);
  closing.push(() => connection.dispose());
  return asker(connection);
}

function asker(connection: Pick<SqlDriverAdapter, 'queryRaw'>) {
  return async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
}

const waitingForALock = `SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'rampart' AND wait_event_type = 'Lock'`;

describe('replicas on one PostgreSQL', () => {
  it.each(['read committed', 'serializable'])(
    'race for a revision, by default %s: one wins, the others lose, nothing is half there',
    async (isolation) => {
      const url = await emptyPostgresDatabase();
      const sql = await byHand(url);
      const [[database] = []] = await sql('SELECT current_database()');
      await sql(`ALTER DATABASE ${database} SET default_transaction_isolation = '${isolation}'`);
      const replicas = await Promise.all(Array.from({ length: 5 }, () => open(url)));
      let head = EMPTY_LOG;
      for (let round = 0; round < 10; round += 1) {
        const racers = replicas.flatMap((store, replica) =>
          [0, 1].map((turn) => {
            const commitId = `round-${round}-${replica}-${turn}`;
            const rows = [sampleRow('new-checkout', commitId), sampleRow(commitId)];
            return { store, commit: commitAfter(head, { commitId, rows, outbox: [sampleItem(commitId)] }) };
          }),
        );
        const reading = replicas.map((store) => store.load());
        const results = await Promise.all(racers.map(({ store, commit }) => store.commit(commit)));
        await Promise.all(reading);
        expect(results.filter((result) => result === 'committed')).toHaveLength(1);
        expect(results.filter((result) => result === 'lost')).toHaveLength(9);
        head = racers[results.indexOf('committed')]?.commit.entry ?? head;
      }
      const [store] = replicas;
      const loaded = await store?.load();
      expect(loaded).toMatchObject({ revision: 10, hash: head.hash });
      expect(loaded?.rows).toHaveLength(11);
      expect(await store?.outboxDue(new Date('2100-01-01'), 100)).toHaveLength(10);
    },
  );

  it('give a lease to one of them', async () => {
    const url = await emptyPostgresDatabase();
    const replicas = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    const answers = await Promise.all(
      replicas.map((store, index) => store.claimLease('fire', `replica-${index}`, 60_000)),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });
});

describe('a connection to PostgreSQL', () => {
  it('that is cut in the middle of a commit makes it throw, and the next commit works', async () => {
    const url = await emptyPostgresDatabase();
    const store = await open(url);
    const head = await commitMany(store, 1);
    const other = await byHand(url);
    const admin = await byHand(url);
    // Somebody else is about to take revision 2, so that our commit waits in its first statement.
    await other('BEGIN');
    await other(`INSERT INTO log SELECT 2, 'other', "at", "by", request_id, events, 1, hash, 'h2' FROM log`);
    const committing = store.commit(commitAfter(head));
    const thrown = expect(committing).rejects.toThrow();
    await expect.poll(() => admin(waitingForALock)).toHaveLength(1);

    await admin(`SELECT pg_terminate_backend(pid) FROM (${waitingForALock}) AS waiting`);

    await thrown;
    await other('ROLLBACK');
    expect((await store.load()).revision).toBe(1);
    expect(await store.commit(commitAfter(head))).toBe('committed');
  });

  it('that is cut while it is idle is replaced', async () => {
    const url = await emptyPostgresDatabase();
    const store = await open(url);
    const head = await commitMany(store, 1);
    const admin = await byHand(url);
    const ours = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rampart'";
    await admin(`SELECT pg_terminate_backend(pid) ${ours}`);
    await expect.poll(() => admin(`SELECT 1 ${ours}`)).toEqual([]);
    expect(await store.commit(commitAfter(head))).toBe('committed');
  });

  it('lets PostgreSQL end a transaction in which the process stands still, and only there', async () => {
    const url = await emptyPostgresDatabase();
    const adapter = await new BoundedPostgres({ connectionString: url, max: 1 }).connect();
    closing.push(() => adapter.dispose());
    const show = 'SHOW idle_in_transaction_session_timeout';
    const transaction = await adapter.startTransaction();
    expect(await asker(transaction)(show)).toEqual([['5s']]);
    await transaction.executeRaw({ sql: 'COMMIT', args: [], argTypes: [] });
    await transaction.commit();
    expect(await asker(adapter)(show)).toEqual([['0']]);
  });

  it('is given up when the other side is gone without a word, and the next one works', async () => {
    const proxy = await freezingProxy(await emptyPostgresDatabase());
    closing.push(proxy.close);
    const adapter = await new BoundedPostgres({
      connectionString: proxy.url,
      max: 1,
      stream: () => impatientSocket(300),
    }).connect();
    closing.push(() => adapter.dispose());
    const transaction = await adapter.startTransaction();
    expect(await asker(transaction)('SELECT 1')).toEqual([[1]]);
    proxy.freeze();
    await expect(asker(transaction)('SELECT 2')).rejects.toThrow();
    await expect(transaction.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] })).rejects.toThrow();
    await transaction.rollback();
    proxy.thaw();
    expect(await asker(adapter)('SELECT 3')).toEqual([[3]]);
  });

  it('gives the lost race to who waited for a process that PostgreSQL had to end', async () => {
    const url = await emptyPostgresDatabase();
    const store = await open(url);
    const head = await commitMany(store, 1);
    const stopped = await new PrismaPg({ connectionString: url, max: 1 }).connect();
    const ask = asker(stopped);
    await ask('BEGIN');
    await ask("SET LOCAL idle_in_transaction_session_timeout = '200ms'");
    await ask(`INSERT INTO log SELECT 2, 'other', "at", "by", request_id, events, 1, hash, 'h2' FROM log`);
    expect(await store.commit(commitAfter(head))).toBe('committed');
    await stopped.dispose();
  });
});

describe('a PostgreSQL that cannot be used', () => {
  const password = 'canary-password';
  it.each([
    [
      `postgresql://rampart:${password}@127.0.0.1:1/rampart`,
      'PostgreSQL at 127.0.0.1:1/rampart cannot be used',
    ],
    [`postgres://%zz:${password}@/`, 'not a URL'],
    [`postgresql://rampart:${password}@127.0.0.1:1/rampart?schema=mine`, 'schema public'],
  ])('%s is said so, and the password is not', async (url, message) => {
    const error = await openStore(url).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toContain(message);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(password);
  });

  it('because the password is wrong is said so too', async () => {
    const url = new URL(await emptyPostgresDatabase());
    url.password = password;
    const error = await openStore(url.href).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('password authentication failed for user "rampart"');
    expect(String(error)).not.toContain(password);
  });

  it('a database of another kind is refused', async () => {
    await expect(openStore('mysql://localhost/x')).rejects.toThrow('file: or postgresql://');
  });
});
