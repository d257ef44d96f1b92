import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { install, openProduct } from '../support/product.ts';
import { planOf } from '../support/scenario.ts';

const START = new Date('2026-11-23T08:00:00.000Z');
const LAUNCH = new Date('2026-11-23T09:00:00.000Z');

describe('what is due', () => {
  it('of many releases at one instant fires once each, in commits of at most fifty', async () => {
    let now = START;
    const store = createMemoryStore();
    const product = await openProduct(store, () => now);
    const flags = Array.from({ length: 120 }, (_, index) => `flag-${index}`);
    await install(product, ...flags);
    for (const [index, flag] of flags.entries()) {
      await product.does('mara', {
        type: 'open-release',
        title: flag,
        environment: 'production',
        flags: [flag],
        plan: planOf([100]),
        start: { kind: 'at', at: LAUNCH.toISOString(), wallTime: '2026-11-23T10:00', zone: 'Europe/Berlin' },
        channel: null,
        draft: false,
      });
      await product.approves('amara', `r${index + 1}`);
    }
    expect(product.advance.nextDueAt()).toEqual(LAUNCH);
    now = new Date(LAUNCH.getTime() - 1);
    expect(await product.advance.run('tick')).toBe(0);

    now = LAUNCH;
    const before = product.ledger.current().revision;
    await product.advance.run('tick');
    await product.advance.run('tick');
    const { entries } = await store.changesSince(before);
    const fired = entries.flatMap((entry) => entry.events).filter((event) => event.type === 'StageFired');
    expect(fired).toHaveLength(120);
    expect(new Set(fired.map((event) => event.type === 'StageFired' && event.release)).size).toBe(120);
    expect(entries).toHaveLength(3);
    expect(product.advance.nextDueAt()).toBeNull();
  });

  it('in two processes fires once', async () => {
    let now = START;
    const store = createMemoryStore();
    const [one, two] = [await openProduct(store, () => now), await openProduct(store, () => now)];
    await install(one, 'checkout');
    await one.does('mara', {
      type: 'open-release',
      title: 'checkout',
      environment: 'production',
      flags: ['checkout'],
      plan: planOf([1, 10, 100], 60_000),
      start: { kind: 'when-approved' },
      channel: null,
      draft: false,
    });
    await one.approves('amara', 'r1');
    now = new Date(START.getTime() + 60_000);
    await Promise.all([one.advance.run('a'), two.advance.run('b')]);
    await two.ledger.catchUp();
    expect(two.ledger.current().state.releases.get('r1')?.firings).toHaveLength(2);
    expect(two.advance.nextDueAt()).toEqual(new Date(now.getTime() + 60_000));
  });
});
