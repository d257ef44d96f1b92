import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createDeliver } from '../../src/app/deliver.ts';
import type { Messages } from '../../src/app/ports/messages.ts';
import type { Store } from '../../src/app/ports/store.ts';
import { createWorker, type Worker } from '../../src/app/worker.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { install, openProduct, type Product } from '../support/product.ts';
import { planOf } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const START = new Date('2026-11-23T08:00:00.000Z');
const LAUNCH = new Date('2026-11-23T09:00:00.000Z');
const log = pino({ level: 'silent' });

/** A launch at nine that is approved, and a worker that sends through these messages. */
async function beforeLaunch(
  messages: Messages,
): Promise<{ product: Product; worker: Worker; store: Store; atLaunch: () => void }> {
  let now = START;
  const clock = () => now;
  const store = createMemoryStore();
  const product = await openProduct(store, clock);
  await install(product, 'checkout');
  await product.does('mara', {
    type: 'open-release',
    title: 'checkout',
    environment: 'production',
    flags: ['checkout'],
    plan: planOf([100]),
    start: { kind: 'at', at: LAUNCH.toISOString(), wallTime: '2026-11-23T10:00', zone: 'Europe/Berlin' },
    channel: null,
    draft: false,
  });
  await product.approves('amara', 'r1');
  const { ledger, advance } = product;
  const deliver = createDeliver({ store, ledger, messages, clock, log });
  const worker = createWorker({ store, ledger, advance, deliver, holder: 'me', newId: () => 'id', log });
  ledger.subscribe(() => worker.wake());
  const atLaunch = () => {
    now = LAUNCH;
  };
  return { product, worker, store, atLaunch };
}

describe('the worker', () => {
  it('fires what is due while a message hangs', async () => {
    let answer: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let sending = 0;
    const { product, worker, atLaunch } = await beforeLaunch({
      namesFor: async () => [],
      async send() {
        sending += 1;
        await hanging;
        return [];
      },
    });
    worker.wake();
    await until(() => sending === 1);
    atLaunch();
    worker.wake();
    await until(() => product.ledger.current().state.releases.get('r1')?.phase.kind === 'ended');
    answer();
    await worker.stop();
  });

  it('has sent everything when it is settled, the news of what it fired included', async () => {
    const sent: string[] = [];
    const { worker, store, atLaunch } = await beforeLaunch({
      namesFor: async () => [],
      async send({ item }) {
        sent.push('event' in item ? item.event.type : item.kind);
        return [];
      },
    });
    atLaunch();
    await worker.settle();
    expect(sent).toContain('StageFired');
    expect(await store.outboxDue(LAUNCH, 10)).toEqual([]);
    await worker.stop();
  });
});
