import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';
import { wrongBlocks } from './limits/wrong-blocks.ts';
import { wrongElements } from './limits/wrong-elements.ts';

/** Blocks that are wrong in other ways than their size. */
const docs = 'https://docs.slack.dev/reference/block-kit';

const plain = { type: 'plain_text', text: 'x' };

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

for (const [what, page, blocks, says] of [...wrongBlocks, ...wrongElements]) {
  it(`refuses ${what} (${docs}/${page})`, async () => {
    const given = await b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x', blocks });
    expect(given).toMatchObject({ ok: false, error: 'invalid_blocks', errors: [says] });
  });
}

it(`says all that is wrong at once (${docs}/blocks)`, async () => {
  const given = await b.call('chat.postMessage', {
    channel: 'CRELEASES1',
    text: 'x',
    blocks: [{ type: 'section' }, { type: 'header' }],
  });
  expect(given.errors).toEqual([
    'must provide either `text` or `fields` [json-pointer:/blocks/0]',
    'missing required field: text [json-pointer:/blocks/1]',
  ]);
});

it('refuses blocks that are no list (https://docs.slack.dev/reference/methods/chat.postMessage)', async () => {
  for (const blocks of ['not json', '{}']) {
    const given = await b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x', blocks });
    expect(given).toMatchObject({ ok: false, error: 'invalid_blocks_format' });
  }
});

it('takes as much text over all blocks as Slack does, and no more (https://docs.slack.dev/reference/methods/chat.postMessage)', async () => {
  const blocks = (n: number) =>
    [3000, 3000, 3000, 3000, n].map((size) => ({
      type: 'section',
      text: { type: 'mrkdwn', text: 'x'.repeat(size) },
    }));
  const send = (n: number) =>
    b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x', blocks: blocks(n) });
  expect(await send(1200)).toMatchObject({ ok: true });
  expect(await send(1201)).toMatchObject({ ok: false, error: 'msg_blocks_too_long' });
});

it(`gives blocks and elements the ids they lack (${docs}/blocks)`, async () => {
  const { message } = await b.call('chat.postMessage', {
    channel: 'CRELEASES1',
    text: 'x',
    blocks: [
      { type: 'divider', block_id: 'mine' },
      { type: 'actions', elements: [{ type: 'button', text: plain }] },
    ],
  });
  expect(message).toMatchObject({
    blocks: [
      { type: 'divider', block_id: 'mine' },
      {
        type: 'actions',
        block_id: expect.stringMatching(/.+/),
        elements: [{ action_id: expect.stringMatching(/.+/) }],
      },
    ],
  });
});
