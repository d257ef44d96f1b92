const plain = { type: 'plain_text', text: 'x' };
const mrkdwn = { type: 'mrkdwn', text: 'x' };
const option = { text: plain, value: 'v' };

/** Elements and objects that are wrong in other ways than their size: what, the page that says so, and what Slack answers. */
export const wrongElements: [what: string, page: string, blocks: unknown, says: string][] = [
  [
    'a bare string as text',
    'composition-objects/text-object',
    [{ type: 'section', text: 'x' }],
    'must provide an object [json-pointer:/blocks/0/text]',
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
