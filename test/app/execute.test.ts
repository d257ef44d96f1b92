import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/app/chain.ts';
import type { Store } from '../../src/app/ports/store.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { install, openProduct, type Product } from '../support/product.ts';
import { AT_ONCE, planOf } from '../support/scenario.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const clock = () => NOW;

const ramp = (flag: string, percent: number) =>
  ({
    type: 'ramp',
    flag,
    environment: 'production',
    audience: 'everyone',
    to: percent * 100,
    seen: null,
    start: AT_ONCE,
    channel: null,
  }) as const;

async function started(store: Store = createMemoryStore()): Promise<Product> {
  const product = await openProduct(store, clock);
  await install(product, 'checkout');
  return product;
}

describe('a command', () => {
  it('is committed with its rows, its news and a hash that chains it to the entry before', async () => {
    const store = createMemoryStore();
    const product = await started(store);
    const outcome = await product.does('mara', ramp('checkout', 25));
    expect(outcome.ok && outcome.after.revision).toBe(3);
    const [newest, before] = await store.history(3, 2);
    expect(newest?.previousHash).toBe(before?.hash);
    expect(newest && hashOf(newest)).toBe(newest?.hash);
    expect((await store.outboxDue(NOW, 10)).map(({ item }) => item.kind)).toEqual(['card', 'ask']);
  });

  it('leaves the same state to whoever loads the store later as to whoever was there', async () => {
    const store = createMemoryStore();
    const product = await started(store);
    await product.does('mara', ramp('checkout', 25));
    await product.approves('amara', 'r1');
    const later = await openProduct(store, clock);
    expect(later.ledger.current()).toEqual(product.ledger.current());
  });

  it('that is refused changes nothing', async () => {
    const product = await started();
    const { revision } = product.ledger.current();
    const outcome = await product.does('gil', ramp('checkout', 25));
    expect(outcome).toMatchObject({ ok: false, rejection: { code: 'NOT_A_MEMBER' } });
    expect(product.ledger.current().revision).toBe(revision);
  });

  it('that loses the race is decided again on what the other left: two releases opened at once leave one', async () => {
    const store = createMemoryStore();
    const [first, second] = [await started(store), await openProduct(store, clock)];
    const open = {
      type: 'open-release',
      title: 'x',
      environment: 'production',
      flags: ['checkout'],
      plan: planOf([10]),
      start: AT_ONCE,
      channel: null,
      draft: false,
    };
    const outcomes = await Promise.all([
      first.does('mara', { ...open, type: 'open-release' }),
      second.does('nico', { ...open, type: 'open-release' }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({
      rejection: { code: 'IN_FLIGHT', release: 'r1' },
    });
  });

  it('whose answer from the store got lost is found in the log, and not done twice', async () => {
    const memory = createMemoryStore();
    let forgetAnswer = false;
    const store: Store = {
      ...memory,
      async commit(commit) {
        const result = await memory.commit(commit);
        if (!forgetAnswer) return result;
        forgetAnswer = false;
        throw new Error('connection reset');
      },
    };
    const product = await started(store);
    forgetAnswer = true;
    const outcome = await product.does('mara', ramp('checkout', 25));
    expect(outcome.ok).toBe(true);
    expect(product.ledger.current().state.releases.size).toBe(1);
    expect(product.ledger.current().revision).toBe(3);
  });

  it('whose answer got lost is found in the log also when this process had read it there meanwhile', async () => {
    const memory = createMemoryStore();
    let product: Product | null = null;
    let forgetAnswer = false;
    const store: Store = {
      ...memory,
      async commit(commit) {
        const result = await memory.commit(commit);
        if (!forgetAnswer) return result;
        forgetAnswer = false;
        await product?.ledger.catchUp();
        throw new Error('connection reset');
      },
    };
    product = await started(store);
    forgetAnswer = true;
    expect((await product.does('mara', ramp('checkout', 25))).ok).toBe(true);
    expect(product.ledger.current().revision).toBe(3);
  });

  it('that never reached the store is an error, and nothing is half done', async () => {
    const memory = createMemoryStore();
    let broken = false;
    const store: Store = {
      ...memory,
      async commit(commit) {
        if (broken) throw new Error('disk full');
        return memory.commit(commit);
      },
    };
    const product = await started(store);
    broken = true;
    await expect(product.does('mara', ramp('checkout', 25))).rejects.toThrow('disk full');
    broken = false;
    expect((await product.does('mara', ramp('checkout', 25))).ok).toBe(true);
    expect(product.ledger.current().state.releases.size).toBe(1);
  });
});

describe('a process that slept between reading and committing', () => {
  async function asleep() {
    const memory = createMemoryStore();
    const results: string[] = [];
    let sleptMs = 0;
    const store: Store = {
      ...memory,
      async changesSince(revision, limit) {
        const { entries, readAt } = await memory.changesSince(revision, limit);
        const before = sleptMs;
        sleptMs = 0;
        return { entries, readAt: readAt - before };
      },
      async commit(commit) {
        const result = await memory.commit(commit);
        results.push(result);
        return result;
      },
    };
    const product = await started(store);
    await product.does('mara', ramp('checkout', 25));
    const sleep = (ms: number) => {
      results.length = 0;
      sleptMs = ms;
    };
    return { product, results, sleep };
  }

  it('reads again before it widens anything', async () => {
    const { product, results, sleep } = await asleep();
    sleep(10_000);
    expect((await product.approves('amara', 'r1')).ok).toBe(true);
    expect(results).toEqual(['stale', 'committed']);
  });

  it('takes away at once', async () => {
    const { product, results, sleep } = await asleep();
    await product.approves('amara', 'r1');
    sleep(10_000);
    await product.does('mara', {
      type: 'unrelease',
      flags: ['checkout'],
      environment: 'production',
      audience: null,
      reason: '',
    });
    expect(results).toEqual(['committed']);
  });
});

describe('a process that catches up twice at a time', () => {
  it('takes over each entry once', async () => {
    const store = createMemoryStore();
    const first = await started(store);
    const second = await openProduct(store, clock);
    await first.does('mara', ramp('checkout', 25));
    await Promise.all([second.ledger.catchUp(), second.ledger.catchUp()]);
    expect(second.ledger.current()).toEqual(first.ledger.current());
  });
});

describe('a history that somebody changed', () => {
  it('is not followed', async () => {
    const memory = createMemoryStore();
    const product = await started(memory);
    const forged: Store = {
      ...memory,
      async changesSince(revision, limit) {
        const { entries, readAt } = await memory.changesSince(revision, limit);
        return { entries: entries.map((entry) => ({ ...entry, by: 'mallory' })), readAt };
      },
    };
    const follower = await openProduct(forged, clock);
    await product.does('mara', ramp('checkout', 25));
    await expect(follower.ledger.catchUp()).rejects.toThrow('does not follow');
  });
});
