import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GENESIS, hashOf } from '../../src/app/chain.ts';
import { type Ledger, openLedger } from '../../src/app/ledger.ts';
import type { StateRow } from '../../src/release/state.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { booleanFlag, readKey, type StateHolder, shownTo, stateHolder } from '../read/state-holder.ts';
import { ask, bodyOf, KEY, startServer, type TestServer } from './server.ts';

const ANN = { context: { targetingKey: 'ann' } };
const NOW = new Date('2025-11-20T12:00:00.000Z');
const LIMIT_MS = 600_000;

let holder: StateHolder;
let server: TestServer;
let now: Date;

beforeEach(async () => {
  now = NOW;
  holder = stateHolder(() => now);
  holder.put(booleanFlag('checkout', { exposures: shownTo({ everyone: 10_000 }) }));
  server = await startServer({ holder, clock: () => now, staleLimitMs: LIMIT_MS });
});
afterEach(() => server.close());

async function readiness(of = server) {
  const response = await fetch(`${of.baseUrl}/readyz`);
  return { status: response.status, body: await response.json() };
}

describe('while the store is away', () => {
  it('reads go on at once, and say how old they are', async () => {
    holder.disconnect(NOW);
    now = new Date(NOW.getTime() + 75_000);
    const single = await ask(server, '/checkout', ANN);
    expect(single.status).toBe(200);
    expect(single.headers.get('x-rampart-stale-seconds')).toBe('75');
    expect(await single.json()).toMatchObject({ value: true, metadata: { stale: true, staleSeconds: 75 } });
    const bulk = await ask(server, '', ANN);
    expect((await bodyOf(bulk)).metadata).toMatchObject({ stale: true, staleSeconds: 75 });
    const etag = bulk.headers.get('etag') ?? '';
    const unchanged = await ask(server, '', ANN, { 'x-api-key': 'rk_production', 'if-none-match': etag });
    expect(unchanged.status).toBe(304);
    expect(unchanged.headers.get('x-rampart-stale-seconds')).toBe('75');
  });

  it('the replica is degraded but ready up to its limit, and not beyond', async () => {
    expect(await readiness()).toMatchObject({ status: 200, body: { status: 'ready', source: 'live' } });
    holder.disconnect(NOW);
    now = new Date(NOW.getTime() + LIMIT_MS);
    expect(await readiness()).toMatchObject({ status: 200, body: { status: 'degraded', staleSeconds: 600 } });
    now = new Date(NOW.getTime() + LIMIT_MS + 1_000);
    expect(await readiness()).toMatchObject({ status: 503, body: { status: 'not-ready' } });
    expect((await ask(server, '/checkout', ANN)).status).toBe(200);
    holder.connect();
    expect((await readiness()).body).toMatchObject({ status: 'ready' });
    expect((await fetch(`${server.baseUrl}/healthz`)).status).toBe(200);
  });
});

describe('a store that hangs', () => {
  /** A store with one flag and one read key in it, which answers once and then never again. */
  async function hangingLedger(): Promise<Ledger> {
    const store = createMemoryStore(() => now);
    const { flags, environments } = holder.current().state;
    const entry = {
      revision: 1,
      commitId: 'c1',
      at: NOW.toISOString(),
      by: 'T1/U1',
      requestId: 'q1',
      events: [],
      previousHash: GENESIS,
    };
    await store.commit({
      entry: { ...entry, hash: hashOf(entry) },
      rows: [
        { kind: 'read-key', key: 'k1', doc: readKey(KEY) },
        ...[...flags].map(([key, doc]): StateRow => ({ kind: 'flag', key, doc })),
        ...[...environments].map(([key, doc]): StateRow => ({ kind: 'environment', key, doc })),
      ],
      outbox: [],
      readAt: null,
    });
    return openLedger({ ...store, changesSince: () => new Promise(() => {}) }, () => now);
  }

  it('keeps nobody waiting: 2,000 reads while it owes an answer, and then they say that it does', async () => {
    const ledger = await hangingLedger();
    const replica = await startServer({ state: ledger, clock: () => now });
    let answered = false;
    ledger.catchUp().then(() => {
      answered = true;
    });
    const statuses = new Set<number>();
    for (let round = 0; round < 100; round += 1) {
      const reads = Array.from({ length: 20 }, async () => {
        const response = await ask(replica, '/checkout', ANN);
        await response.arrayBuffer();
        statuses.add(response.status);
      });
      await Promise.all(reads);
    }
    expect([...statuses]).toEqual([200]);

    now = new Date(NOW.getTime() + 45_000);
    expect(await (await ask(replica, '/checkout', ANN)).json()).toMatchObject({
      value: true,
      metadata: { stale: true, staleSeconds: 45 },
    });
    expect((await readiness(replica)).body).toMatchObject({ status: 'degraded' });
    expect(answered).toBe(false);
    await replica.close();
  });
});
