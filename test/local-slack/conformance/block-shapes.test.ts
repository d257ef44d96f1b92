import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';

/** Blocks that are wrong in other ways than their size. */
const docs = 'https://docs.slack.dev/reference/block-kit';

const plain = { type: 'plain_text', text: 'x' };
const mrkdwn = { type: 'mrkdwn', text: 'x' };
const option = { text: plain, value: 'v' };

const wrong: [what: string, page: string, blocks: unknown, says: string][] = [
  ['a block of no type', 'blocks', [{}], 'missing required field: type [json-pointer:/blocks/0]'],
  [
    'a block of an unknown type',
    'blocks',
    [{ type: 'nope' }],
    'unsupported type: nope [json-pointer:/blocks/0/type]',
  ],
  ['text in place of a block', 'blocks', ['x'], 'must provide an object [json-pointer:/blocks/0]'],
  [
    'a field that does not exist',
    'blocks/divider-block',
    [{ type: 'divider', color: 'red' }],
    'invalid additional property: color [json-pointer:/blocks/0]',
  ],
  [
    'a section without text',
    'blocks/section-block',
    [{ type: 'section' }],
    'must provide either `text` or `fields` [json-pointer:/blocks/0]',
  ],
  [
    'a bare string as text',
    'composition-objects/text-object',
    [{ type: 'section', text: 'x' }],
    'must provide an object [json-pointer:/blocks/0/text]',
  ],
  [
    'mrkdwn in a header',
    'blocks/header-block',
    [{ type: 'header', text: mrkdwn }],
    'value must be one of the allowed values [json-pointer:/blocks/0/text/type]',
  ],
  [
    'mrkdwn on a button',
    'block-elements/button-element',
    [{ type: 'actions', elements: [{ type: 'button', text: mrkdwn }] }],
    'value must be one of the allowed values [json-pointer:/blocks/0/elements/0/text/type]',
  ],
  [
    'emoji on mrkdwn',
    'composition-objects/text-object',
    [{ type: 'section', text: { ...mrkdwn, emoji: true } }],
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
  ],
  [
    'an unknown button style',
    'block-elements/button-element',
    [{ type: 'actions', elements: [{ type: 'button', text: plain, style: 'warning' }] }],
    'value must be one of the allowed values [json-pointer:/blocks/0/elements/0/style]',
  ],
  [
    'an actions block without elements',
    'blocks/actions-block',
    [{ type: 'actions', elements: [] }],
    'must provide at least 1 items [json-pointer:/blocks/0/elements]',
  ],
  [
    'an input in an actions block',
    'blocks/actions-block',
    [{ type: 'actions', elements: [{ type: 'plain_text_input' }] }],
    'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'a button in an input block',
    'blocks/input-block',
    [{ type: 'input', label: plain, element: { type: 'button', text: plain } }],
    'unsupported type: button [json-pointer:/blocks/0/element/type]',
  ],
  [
    'a button in a context block',
    'blocks/context-block',
    [{ type: 'context', elements: [{ type: 'button', text: plain }] }],
    'unsupported type: button [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'a select with neither options nor groups',
    'block-elements/select-menu-element',
    [{ type: 'actions', elements: [{ type: 'static_select' }] }],
    'must provide either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a select with options and groups',
    'block-elements/select-menu-element',
    [
      {
        type: 'actions',
        elements: [
          { type: 'static_select', options: [option], option_groups: [{ label: plain, options: [option] }] },
        ],
      },
    ],
    'must provide either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a select without options',
    'block-elements/select-menu-element',
    [{ type: 'actions', elements: [{ type: 'static_select', options: [] }] }],
    'must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'a date that is none',
    'block-elements/date-picker-element',
    [{ type: 'actions', elements: [{ type: 'datepicker', initial_date: '4/6/2026' }] }],
    'failed to match the required format [json-pointer:/blocks/0/elements/0/initial_date]',
  ],
  [
    'a time that is none',
    'block-elements/time-picker-element',
    [{ type: 'actions', elements: [{ type: 'timepicker', initial_time: '9:00' }] }],
    'failed to match the required format [json-pointer:/blocks/0/elements/0/initial_time]',
  ],
  [
    'an instant in milliseconds',
    'block-elements/datetime-picker-element',
    [{ type: 'actions', elements: [{ type: 'datetimepicker', initial_date_time: 1_775_476_800_000 }] }],
    'must be less than or equal to 9999999999 [json-pointer:/blocks/0/elements/0/initial_date_time]',
  ],
  [
    'an image of no source',
    'blocks/image-block',
    [{ type: 'image', alt_text: 'x' }],
    'must provide either `image_url` or `slack_file` [json-pointer:/blocks/0]',
  ],
  [
    'an image of two sources',
    'blocks/image-block',
    [{ type: 'image', alt_text: 'x', image_url: 'https://a.example/i.png', slack_file: { id: 'F1' } }],
    'must provide either `image_url` or `slack_file` [json-pointer:/blocks/0]',
  ],
  [
    'an image without alt text',
    'blocks/image-block',
    [{ type: 'image', image_url: 'https://a.example/i.png' }],
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'a file by id and url',
    'composition-objects/slack-file-object',
    [{ type: 'image', alt_text: 'x', slack_file: { id: 'F1', url: 'https://a.example' } }],
    'must provide either `id` or `url` [json-pointer:/blocks/0/slack_file]',
  ],
  [
    'a file that is not there',
    'composition-objects/slack-file-object',
    [{ type: 'image', alt_text: 'x', slack_file: { id: 'F0000000000' } }],
    'invalid slack file [json-pointer:/blocks/0/slack_file]',
  ],
  [
    'an empty filter',
    'composition-objects/conversation-filter-object',
    [{ type: 'actions', elements: [{ type: 'conversations_select', filter: {} }] }],
    'must provide at least 1 property [json-pointer:/blocks/0/elements/0/filter]',
  ],
  [
    'a confirm dialog without text',
    'composition-objects/confirmation-dialog-object',
    [{ type: 'actions', elements: [{ type: 'button', text: plain, confirm: {} }] }],
    'missing required field: text [json-pointer:/blocks/0/elements/0/confirm]',
  ],
  [
    'two blocks of one id',
    'blocks',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    '`block_id` "a" already exists [json-pointer:/blocks/1/block_id]',
  ],
  [
    'two elements of one id',
    'blocks/actions-block',
    [
      {
        type: 'actions',
        elements: [
          { type: 'button', text: plain, action_id: 'a' },
          { type: 'button', text: plain, action_id: 'a' },
        ],
      },
    ],
    '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  [
    'two tables',
    'blocks/table-block',
    [
      { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
      { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
    ],
    'only one table allowed [json-pointer:/blocks/1]',
  ],
  [
    'a data table of unequal rows',
    'blocks/data-table-block',
    [
      {
        type: 'data_table',
        caption: 'x',
        rows: [
          [
            { type: 'raw_text', text: 'x' },
            { type: 'raw_text', text: 'y' },
          ],
          [{ type: 'raw_text', text: 'x' }],
        ],
      },
    ],
    'all rows must have the same number of values [json-pointer:/blocks/0]',
  ],
  [
    'an alert in a message',
    'blocks/alert-block',
    [{ type: 'alert', text: plain }],
    'unsupported type: alert [json-pointer:/blocks/0/type]',
  ],
  [
    'a card with nothing on it',
    'blocks/card-block',
    [{ type: 'card', subtitle: mrkdwn }],
    'must provide at least one of `hero_image`, `title`, `actions` or `body` [json-pointer:/blocks/0]',
  ],
  [
    'a card title that is a string',
    'blocks/card-block',
    [{ type: 'card', title: 'x' }],
    'must provide an object [json-pointer:/blocks/0/title]',
  ],
  [
    'a container without a title',
    'blocks/container-block',
    [{ type: 'container', child_blocks: [{ type: 'divider' }] }],
    'must provide either `title` or `rich_text_title` [json-pointer:/blocks/0]',
  ],
  [
    'a task of an unknown state',
    'blocks/task-card-block',
    [{ type: 'task_card', task_id: 't', title: 'x', status: 'done' }],
    'value must be one of the allowed values [json-pointer:/blocks/0/status]',
  ],
  [
    'an unknown rich text element',
    'blocks/rich-text-block',
    [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'mention' }] }] }],
    'unsupported type: mention [json-pointer:/blocks/0/elements/0/elements/0/type]',
  ],
  [
    'a number input that does not say whether decimals are allowed',
    'block-elements/number-input-element',
    [{ type: 'input', label: plain, element: { type: 'number_input' } }],
    'missing required field: is_decimal_allowed [json-pointer:/blocks/0/element]',
  ],
  [
    'a least value above the most',
    'block-elements/number-input-element',
    [
      {
        type: 'input',
        label: plain,
        element: { type: 'number_input', is_decimal_allowed: false, min_value: '5', max_value: '1' },
      },
    ],
    '`min_value` must not be greater than `max_value` [json-pointer:/blocks/0/element]',
  ],
  [
    'focus asked for twice',
    'block-elements/plain-text-input-element',
    [0, 1].map(() => ({
      type: 'input',
      label: plain,
      element: { type: 'plain_text_input', focus_on_load: true },
    })),
    '`focus_on_load` may be true only once [json-pointer:/blocks/1/element/focus_on_load]',
  ],
];

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

for (const [what, page, blocks, says] of wrong) {
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
