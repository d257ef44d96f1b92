const plain = { type: 'plain_text', text: 'x' };
const mrkdwn = { type: 'mrkdwn', text: 'x' };

/** Blocks that are wrong in other ways than their size: what, the page that says so, and what Slack answers. */
export const wrongBlocks: [what: string, page: string, blocks: unknown, says: string][] = [
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
    'mrkdwn in a header',
    'blocks/header-block',
    [{ type: 'header', text: mrkdwn }],
    'value must be one of the allowed values [json-pointer:/blocks/0/text/type]',
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
];
