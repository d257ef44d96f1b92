import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createDeliver } from '../../src/app/deliver.ts';
import { type Messages, SendFailed } from '../../src/app/ports/messages.ts';
import type { MessageRef, StoredOutboxItem } from '../../src/app/ports/store.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { install, openProduct } from '../support/product.ts';
import { AT_ONCE, planOf } from '../support/scenario.ts';

const log = pino({ level: 'silent' });

/** The other side: takes messages, or answers with an error when told to. */
function mailbox(): Messages & { sent: string[]; refuse: SendFailed | null } {
  return {
    sent: [],
    refuse: null,
    async namesFor({ item }) {
      return 'release' in item ? [`card/${item.release}`] : [];
    },
    async send(stored: StoredOutboxItem, _current, known): Promise<MessageRef[]> {
      if (this.refuse !== null) throw this.refuse;
      const { item } = stored;
      const root = 'release' in item ? known.get(`card/${item.release}`) : undefined;
      const what = item.kind === 'card' && root ? 'card again' : item.kind;
      this.sent.push(`${what} ${'release' in item ? item.release : ''}`.trim());
      if (item.kind !== 'card') return [];
      return [{ name: `card/${item.release}`, channel: 'C1', ts: root?.ts ?? '1.000001' }];
    },
  };
}

async function world() {
  const state = { now: new Date('2026-11-23T08:00:00.000Z') };
  const clock = () => state.now;
  const store = createMemoryStore();
  const product = await openProduct(store, clock);
  await install(product, 'checkout', 'search');
  const messages = mailbox();
  const deliver = createDeliver({ store, ledger: product.ledger, messages, clock, log });
  const open = (flag: string) =>
    product.does('mara', {
      type: 'open-release',
      title: flag,
      environment: 'production',
      flags: [flag],
      plan: planOf([10, 100], 60_000),
      start: AT_ONCE,
      channel: null,
      draft: false,
    });
  const later = (ms: number) => {
    state.now = new Date(state.now.getTime() + ms);
  };
  return { product, messages, deliver, open, later, store, clock };
}

describe('news', () => {
  it('goes out in the order in which it happened, the card first', async () => {
    const { product, messages, deliver, open } = await world();
    await open('checkout');
    await deliver.run();
    await product.approves('amara', 'r1');
    await deliver.run();
    expect(messages.sent).toEqual(['card r1', 'ask r1', 'card again r1', 'thread r1', 'thread r1']);
  });

  it('of a card that several commits touched is sent once, with the newest state', async () => {
    const { product, messages, deliver, open } = await world();
    await open('checkout');
    await product.approves('amara', 'r1');
    await deliver.run();
    expect(messages.sent.filter((kind) => kind.startsWith('card'))).toEqual(['card r1']);
  });

  it('that cannot be sent waits, and so does what came after it in the same conversation, but nothing else', async () => {
    const { messages, deliver, open, later, store, clock } = await world();
    await open('checkout');
    messages.refuse = new SendFailed('not now', null);
    await deliver.run();
    messages.refuse = null;
    await open('search');
    await deliver.run();
    expect(messages.sent).toEqual(['card r2', 'ask r2']);
    later(1_000);
    await deliver.run();
    expect(messages.sent).toEqual(['card r2', 'ask r2', 'card r1', 'ask r1']);
    expect(await store.outboxDue(clock(), 10)).toEqual([]);
  });

  it('waits as long as the other side asks', async () => {
    const { messages, deliver, open, later } = await world();
    await open('checkout');
    messages.refuse = new SendFailed('rate limited', 30_000);
    await deliver.run();
    messages.refuse = null;
    later(29_999);
    await deliver.run();
    expect(messages.sent).not.toContain('card r1');
    later(1);
    await deliver.run();
    expect(messages.sent).toContain('card r1');
  });
});
