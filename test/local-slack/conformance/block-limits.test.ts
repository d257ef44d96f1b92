import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, bench, messagesOf } from '../support/bench.ts';
import { cardsLimits } from './limits/cards.ts';
import { compositionLimits } from './limits/composition.ts';
import { elementsLimits } from './limits/elements.ts';
import { inputsLimits } from './limits/inputs.ts';
import { layoutLimits } from './limits/layout.ts';
import { mediaLimits } from './limits/media.ts';
import { tablesLimits } from './limits/tables.ts';

/**
 * Each limit of Block Kit, at the limit and one past it, on every call that takes blocks of a message.
 * Numbers and pages are those of Slack's documentation, written out here on purpose.
 */
const docs = 'https://docs.slack.dev/reference/block-kit';

const limits = [
  ...layoutLimits,
  ...compositionLimits,
  ...elementsLimits,
  ...inputsLimits,
  ...tablesLimits,
  ...cardsLimits,
  ...mediaLimits,
];

let b: Bench;
let ts: unknown;

beforeAll(async () => {
  b = await bench();
  ({ ts } = await b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'to be changed' }));
});

afterAll(() => b.close());

const calls: Record<string, (blocks: unknown[]) => Promise<Answer>> = {
  'chat.postMessage': (blocks) => b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x', blocks }),
  'chat.update': (blocks) => b.call('chat.update', { channel: 'CRELEASES1', ts, text: 'x', blocks }),
  'chat.postEphemeral': (blocks) =>
    b.call('chat.postEphemeral', { channel: 'CRELEASES1', user: 'UMARA00001', text: 'x', blocks }),
  'chat.scheduleMessage': (blocks) => {
    const post_at = Math.floor(b.clock.now() / 1000) + 3600;
    return b.call('chat.scheduleMessage', { channel: 'CRELEASES1', text: 'x', blocks, post_at });
  },
  'blocks.validate': (blocks) => b.call('blocks.validate', { blocks }),
};

for (const [name, call] of Object.entries(calls)) {
  describe(name, () => {
    for (const { what, page, at, past = at + 1, make, says } of limits) {
      it(`takes ${what}: ${at} (${docs}/${page})`, async () => {
        expect(await call(make(at))).toMatchObject({ ok: true });
      });

      it(`refuses ${what}: ${past} (${docs}/${page})`, async () => {
        const given = await call(make(past));
        expect(given).toMatchObject({ ok: false, error: 'invalid_blocks', errors: [says] });
        expect(messagesOf(given)).toEqual([`[ERROR] ${says}`]);
      });
    }
  });
}
