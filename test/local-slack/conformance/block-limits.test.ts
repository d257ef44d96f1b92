import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, bench, messagesOf } from '../support/bench.ts';

/**
 * Each limit of Block Kit, at the limit and one past it, on every call that takes blocks of a message.
 * Numbers and pages are those of Slack's documentation, written out here on purpose.
 */
const docs = 'https://docs.slack.dev/reference/block-kit';

const x = (n: number) => 'x'.repeat(n);
const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const plain = (n: number) => ({ type: 'plain_text', text: x(n) });
const mrkdwn = (n: number) => ({ type: 'mrkdwn', text: x(n) });
const button = (more: object = {}) => ({ type: 'button', text: plain(5), ...more });
const actions = (...elements: object[]) => [{ type: 'actions', elements }];
const section = (more: object) => [{ type: 'section', text: mrkdwn(1), ...more }];
const option = (i: number, more: object = {}) => ({ text: plain(5), value: `v${i}`, ...more });
const select = (more: object) => actions({ type: 'static_select', options: [option(0)], ...more });
const input = (element: object, more: object = {}) => [{ type: 'input', label: plain(5), element, ...more }];
const cell = (n = 1) => ({ type: 'raw_text', text: x(n) });
const confirm = (more: object) => actions(button({ confirm: { text: plain(5), ...more } }));

type Limit = {
  what: string;
  page: string;
  at: number;
  past?: number;
  make: (n: number) => unknown[];
  /** What Slack says one past the limit. */
  says: string;
};

const limits: Limit[] = [
  {
    what: 'blocks',
    page: 'blocks',
    at: 50,
    make: (n) => many(n, () => ({ type: 'divider' })),
    says: 'no more than 50 items allowed [json-pointer:/blocks]',
  },
  {
    what: 'section text',
    page: 'blocks/section-block',
    at: 3000,
    make: (n) => [{ type: 'section', text: mrkdwn(n) }],
    says: 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  },
  {
    what: 'section text at least',
    page: 'blocks/section-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'section', text: mrkdwn(n) }],
    says: 'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  },
  {
    what: 'section fields',
    page: 'blocks/section-block',
    at: 10,
    make: (n) => [{ type: 'section', fields: many(n, () => mrkdwn(1)) }],
    says: 'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  },
  {
    what: 'text of a section field',
    page: 'blocks/section-block',
    at: 2000,
    make: (n) => [{ type: 'section', fields: [mrkdwn(n)] }],
    says: 'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  },
  {
    what: 'header text',
    page: 'blocks/header-block',
    at: 150,
    make: (n) => [{ type: 'header', text: plain(n) }],
    says: 'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  },
  {
    what: 'context elements',
    page: 'blocks/context-block',
    at: 10,
    make: (n) => [{ type: 'context', elements: many(n, () => mrkdwn(1)) }],
    says: 'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  },
  {
    what: 'actions elements',
    page: 'blocks/actions-block',
    at: 25,
    make: (n) => actions(...many(n, () => button())),
    says: 'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  },
  {
    what: 'block_id',
    page: 'blocks/section-block',
    at: 255,
    make: (n) => section({ block_id: x(n) }),
    says: 'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  },
  {
    what: 'action_id',
    page: 'block-elements/button-element',
    at: 255,
    make: (n) => actions(button({ action_id: x(n) })),
    says: 'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  },
  {
    what: 'button text',
    page: 'block-elements/button-element',
    at: 75,
    make: (n) => actions(button({ text: plain(n) })),
    says: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  },
  {
    what: 'button value',
    page: 'block-elements/button-element',
    at: 2000,
    make: (n) => actions(button({ value: x(n) })),
    says: 'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  },
  {
    what: 'button url',
    page: 'block-elements/button-element',
    at: 3000,
    make: (n) => actions(button({ url: `https://a.example/${x(n - 18)}` })),
    says: 'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]',
  },
  {
    what: 'accessibility label',
    page: 'block-elements/button-element',
    at: 75,
    make: (n) => actions(button({ accessibility_label: x(n) })),
    says: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/accessibility_label]',
  },
  {
    what: 'select options',
    page: 'block-elements/select-menu-element',
    at: 100,
    make: (n) => select({ options: many(n, option) }),
    says: 'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
  },
  {
    what: 'option groups',
    page: 'block-elements/select-menu-element',
    at: 100,
    make: (n) =>
      actions({
        type: 'static_select',
        option_groups: many(n, () => ({ label: plain(1), options: [option(0)] })),
      }),
    says: 'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/option_groups]',
  },
  {
    what: 'options of a group',
    page: 'composition-objects/option-group-object',
    at: 100,
    make: (n) =>
      actions({ type: 'static_select', option_groups: [{ label: plain(1), options: many(n, option) }] }),
    says: 'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/option_groups/0/options]',
  },
  {
    what: 'label of a group',
    page: 'composition-objects/option-group-object',
    at: 75,
    make: (n) =>
      actions({ type: 'static_select', option_groups: [{ label: plain(n), options: [option(0)] }] }),
    says: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/option_groups/0/label/text]',
  },
  {
    what: 'option text',
    page: 'composition-objects/option-object',
    at: 75,
    make: (n) => select({ options: [{ text: plain(n), value: 'v' }] }),
    says: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  },
  {
    what: 'option value',
    page: 'composition-objects/option-object',
    at: 150,
    make: (n) => select({ options: [{ text: plain(1), value: x(n) }] }),
    says: 'must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
  },
  {
    what: 'option description',
    page: 'composition-objects/option-object',
    at: 75,
    make: (n) => select({ options: [option(0, { description: plain(n) })] }),
    says: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/description/text]',
  },
  {
    what: 'placeholder',
    page: 'block-elements/select-menu-element',
    at: 150,
    make: (n) => select({ placeholder: plain(n) }),
    says: 'must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]',
  },
  {
    what: 'max_selected_items at least',
    page: 'block-elements/multi-select-menu-element',
    at: 1,
    past: 0,
    make: (n) => actions({ type: 'multi_users_select', max_selected_items: n }),
    says: 'must be greater than or equal to 1 [json-pointer:/blocks/0/elements/0/max_selected_items]',
  },
  {
    what: 'radio options',
    page: 'block-elements/radio-button-group-element',
    at: 10,
    make: (n) => actions({ type: 'radio_buttons', options: many(n, option) }),
    says: 'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
  },
  {
    what: 'checkbox options',
    page: 'block-elements/checkboxes-element',
    at: 10,
    make: (n) => actions({ type: 'checkboxes', options: many(n, option) }),
    says: 'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
  },
  {
    what: 'overflow options',
    page: 'block-elements/overflow-menu-element',
    at: 5,
    make: (n) => actions({ type: 'overflow', options: many(n, option) }),
    says: 'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
  },
  {
    what: 'overflow url',
    page: 'composition-objects/option-object',
    at: 3000,
    make: (n) => actions({ type: 'overflow', options: [option(0, { url: x(n) })] }),
    says: 'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/options/0/url]',
  },
  {
    what: 'confirm title',
    page: 'composition-objects/confirmation-dialog-object',
    at: 100,
    make: (n) => confirm({ title: plain(n) }),
    says: 'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
  },
  {
    what: 'confirm text',
    page: 'composition-objects/confirmation-dialog-object',
    at: 300,
    make: (n) => confirm({ text: plain(n) }),
    says: 'must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]',
  },
  {
    what: 'confirm button',
    page: 'composition-objects/confirmation-dialog-object',
    at: 30,
    make: (n) => confirm({ confirm: plain(n) }),
    says: 'must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/confirm/text]',
  },
  {
    what: 'deny button',
    page: 'composition-objects/confirmation-dialog-object',
    at: 30,
    make: (n) => confirm({ deny: plain(n) }),
    says: 'must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/deny/text]',
  },
  {
    what: 'image alt text',
    page: 'blocks/image-block',
    at: 2000,
    make: (n) => [{ type: 'image', image_url: 'https://a.example/i.png', alt_text: x(n) }],
    says: 'must be less than 2001 characters [json-pointer:/blocks/0/alt_text]',
  },
  {
    what: 'image url',
    page: 'blocks/image-block',
    at: 3000,
    make: (n) => [{ type: 'image', alt_text: 'x', image_url: x(n) }],
    says: 'must be less than 3001 characters [json-pointer:/blocks/0/image_url]',
  },
  {
    what: 'image title',
    page: 'blocks/image-block',
    at: 2000,
    make: (n) => [{ type: 'image', alt_text: 'x', image_url: 'https://a.example/i.png', title: plain(n) }],
    says: 'must be less than 2001 characters [json-pointer:/blocks/0/title/text]',
  },
  {
    what: 'input label',
    page: 'blocks/input-block',
    at: 2000,
    make: (n) => input({ type: 'plain_text_input' }, { label: plain(n) }),
    says: 'must be less than 2001 characters [json-pointer:/blocks/0/label/text]',
  },
  {
    what: 'input hint',
    page: 'blocks/input-block',
    at: 2000,
    make: (n) => input({ type: 'plain_text_input' }, { hint: plain(n) }),
    says: 'must be less than 2001 characters [json-pointer:/blocks/0/hint/text]',
  },
  {
    what: 'least length of a text input',
    page: 'block-elements/plain-text-input-element',
    at: 3000,
    make: (n) => input({ type: 'plain_text_input', min_length: n }),
    says: 'must be less than or equal to 3000 [json-pointer:/blocks/0/element/min_length]',
  },
  {
    what: 'files of a file input',
    page: 'block-elements/file-input-element',
    at: 10,
    make: (n) => input({ type: 'file_input', max_files: n }),
    says: 'must be less than or equal to 10 [json-pointer:/blocks/0/element/max_files]',
  },
  {
    what: 'table rows',
    page: 'blocks/table-block',
    at: 100,
    make: (n) => [{ type: 'table', rows: many(n, () => [cell()]) }],
    says: 'no more than 100 items allowed [json-pointer:/blocks/0/rows]',
  },
  {
    what: 'cells of a table row',
    page: 'blocks/table-block',
    at: 20,
    make: (n) => [{ type: 'table', rows: [many(n, () => cell())] }],
    says: 'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]',
  },
  {
    what: 'column settings',
    page: 'blocks/table-block',
    at: 20,
    make: (n) => [{ type: 'table', rows: [[cell()]], column_settings: many(n, () => ({ align: 'left' })) }],
    says: 'no more than 20 items allowed [json-pointer:/blocks/0/column_settings]',
  },
  {
    what: 'text of all cells',
    page: 'blocks/table-block',
    at: 10_000,
    make: (n) => [{ type: 'table', rows: [[cell(n)]] }],
    says: 'must be less than 10001 characters over all cells [json-pointer:/blocks/0/rows]',
  },
  {
    what: 'data table rows',
    page: 'blocks/data-table-block',
    at: 101,
    make: (n) => [{ type: 'data_table', caption: 'x', rows: many(n, () => [cell()]) }],
    says: 'no more than 101 items allowed [json-pointer:/blocks/0/rows]',
  },
  {
    what: 'data table page',
    page: 'blocks/data-table-block',
    at: 100,
    make: (n) => [{ type: 'data_table', caption: 'x', page_size: n, rows: [[cell()], [cell()]] }],
    says: 'must be less than or equal to 100 [json-pointer:/blocks/0/page_size]',
  },
  {
    what: 'markdown of one block',
    page: 'blocks/markdown-block',
    at: 12_000,
    make: (n) => [{ type: 'markdown', text: x(n) }],
    says: 'must be less than 12001 characters [json-pointer:/blocks/0/text]',
  },
  {
    what: 'markdown of all blocks',
    page: 'blocks/markdown-block',
    at: 6000,
    make: (n) => [
      { type: 'markdown', text: x(6000) },
      { type: 'markdown', text: x(n) },
    ],
    says: 'must be less than 12001 characters in all markdown blocks [json-pointer:/blocks]',
  },
  {
    what: 'card title',
    page: 'blocks/card-block',
    at: 150,
    make: (n) => [{ type: 'card', title: mrkdwn(n) }],
    says: 'must be less than 151 characters [json-pointer:/blocks/0/title/text]',
  },
  {
    what: 'card body',
    page: 'blocks/card-block',
    at: 200,
    make: (n) => [{ type: 'card', body: mrkdwn(n) }],
    says: 'must be less than 201 characters [json-pointer:/blocks/0/body/text]',
  },
  {
    what: 'card buttons',
    page: 'blocks/card-block',
    at: 3,
    make: (n) => [{ type: 'card', actions: many(n, () => button()) }],
    says: 'no more than 3 items allowed [json-pointer:/blocks/0/actions]',
  },
  {
    what: 'cards of a carousel',
    page: 'blocks/carousel-block',
    at: 10,
    make: (n) => [{ type: 'carousel', elements: many(n, () => ({ type: 'card', title: mrkdwn(1) })) }],
    says: 'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  },
  {
    what: 'blocks of a container',
    page: 'blocks/container-block',
    at: 10,
    make: (n) => [{ type: 'container', title: plain(1), child_blocks: many(n, () => ({ type: 'divider' })) }],
    says: 'no more than 10 items allowed [json-pointer:/blocks/0/child_blocks]',
  },
  {
    what: 'container title',
    page: 'blocks/container-block',
    at: 150,
    make: (n) => [{ type: 'container', title: plain(n), child_blocks: [{ type: 'divider' }] }],
    says: 'must be less than 151 characters [json-pointer:/blocks/0/title/text]',
  },
  {
    what: 'context actions',
    page: 'blocks/context-actions-block',
    at: 5,
    make: (n) => [
      {
        type: 'context_actions',
        elements: many(n, () => ({ type: 'icon_button', icon: 'trash', text: plain(1) })),
      },
    ],
    says: 'no more than 5 items allowed [json-pointer:/blocks/0/elements]',
  },
  {
    what: 'indent of a rich text list',
    page: 'blocks/rich-text-block',
    at: 8,
    make: (n) => [
      { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', indent: n, elements: [] }] },
    ],
    says: 'must be less than or equal to 8 [json-pointer:/blocks/0/elements/0/indent]',
  },
  {
    what: 'video title',
    page: 'blocks/video-block',
    at: 199,
    make: (n) => [
      {
        type: 'video',
        alt_text: 'x',
        thumbnail_url: 'https://a.example/t.png',
        video_url: 'https://a.example/v',
        title: plain(n),
      },
    ],
    says: 'must be less than 200 characters [json-pointer:/blocks/0/title/text]',
  },
  {
    what: 'plain text at least',
    page: 'composition-objects/text-object',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'header', text: plain(n) }],
    says: 'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  },
  {
    what: 'action_id at least',
    page: 'block-elements/button-element',
    at: 1,
    past: 0,
    make: (n) => actions(button({ action_id: x(n) })),
    says: 'must be more than 0 characters [json-pointer:/blocks/0/elements/0/action_id]',
  },
  {
    what: 'option value at least',
    page: 'composition-objects/option-object',
    at: 1,
    past: 0,
    make: (n) => select({ options: [{ text: plain(1), value: x(n) }] }),
    says: 'must be more than 0 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
  },
  {
    what: 'options of a group at least',
    page: 'composition-objects/option-group-object',
    at: 1,
    past: 0,
    make: (n) =>
      actions({ type: 'static_select', option_groups: [{ label: plain(1), options: many(n, option) }] }),
    says: 'must provide at least 1 items [json-pointer:/blocks/0/elements/0/option_groups/0/options]',
  },
  {
    what: 'radio text',
    page: 'composition-objects/option-object',
    at: 75,
    make: (n) => actions({ type: 'radio_buttons', options: [{ text: mrkdwn(n), value: 'v' }] }),
    says: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  },
  {
    what: 'radio description',
    page: 'composition-objects/option-object',
    at: 75,
    make: (n) =>
      actions({ type: 'radio_buttons', options: [{ text: plain(1), value: 'v', description: mrkdwn(n) }] }),
    says: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/description/text]',
  },
  {
    what: 'overflow text',
    page: 'composition-objects/option-object',
    at: 75,
    make: (n) => actions({ type: 'overflow', options: [{ text: plain(n), value: 'v' }] }),
    says: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  },
  {
    what: 'what dispatches an action, at least',
    page: 'composition-objects/dispatch-action-configuration-object',
    at: 1,
    past: 0,
    make: (n) =>
      input({
        type: 'plain_text_input',
        dispatch_action_config: { trigger_actions_on: many(n, () => 'on_enter_pressed') },
      }),
    says: 'must provide at least 1 items [json-pointer:/blocks/0/element/dispatch_action_config/trigger_actions_on]',
  },
  {
    what: 'kinds of conversation in a filter, at least',
    page: 'composition-objects/conversation-filter-object',
    at: 1,
    past: 0,
    make: (n) => actions({ type: 'conversations_select', filter: { include: many(n, () => 'public') } }),
    says: 'must provide at least 1 items [json-pointer:/blocks/0/elements/0/filter/include]',
  },
  {
    what: 'card subtitle',
    page: 'blocks/card-block',
    at: 150,
    make: (n) => [{ type: 'card', title: mrkdwn(1), subtitle: mrkdwn(n) }],
    says: 'must be less than 151 characters [json-pointer:/blocks/0/subtitle/text]',
  },
  {
    what: 'card subtext',
    page: 'blocks/card-block',
    at: 200,
    make: (n) => [{ type: 'card', title: mrkdwn(1), subtext: mrkdwn(n) }],
    says: 'must be less than 201 characters [json-pointer:/blocks/0/subtext/text]',
  },
  {
    what: 'container subtitle',
    page: 'blocks/container-block',
    at: 150,
    make: (n) => [
      { type: 'container', title: plain(1), subtitle: plain(n), child_blocks: [{ type: 'divider' }] },
    ],
    says: 'must be less than 151 characters [json-pointer:/blocks/0/subtitle/text]',
  },
  {
    what: 'cell text at least',
    page: 'blocks/table-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'table', rows: [[cell(n)]] }],
    says: 'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]',
  },
  {
    what: 'number text at least',
    page: 'blocks/table-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'table', rows: [[{ type: 'raw_number', value: 1, text: x(n) }]] }],
    says: 'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]',
  },
  {
    what: 'cells at least',
    page: 'blocks/table-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'table', rows: [many(n, () => cell())] }],
    says: 'must provide at least 1 items [json-pointer:/blocks/0/rows/0]',
  },
  {
    what: 'table rows at least',
    page: 'blocks/table-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'table', rows: many(n, () => [cell()]) }],
    says: 'must provide at least 1 items [json-pointer:/blocks/0/rows]',
  },
  {
    what: 'data table rows at least',
    page: 'blocks/data-table-block',
    at: 2,
    past: 1,
    make: (n) => [{ type: 'data_table', caption: 'x', rows: many(n, () => [cell()]) }],
    says: 'must provide at least 2 items [json-pointer:/blocks/0/rows]',
  },
  {
    what: 'data table caption at least',
    page: 'blocks/data-table-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'data_table', caption: x(n), rows: [[cell()], [cell()]] }],
    says: 'must be more than 0 characters [json-pointer:/blocks/0/caption]',
  },
  {
    what: 'data table page at least',
    page: 'blocks/data-table-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'data_table', caption: 'x', page_size: n, rows: [[cell()], [cell()]] }],
    says: 'must be greater than or equal to 1 [json-pointer:/blocks/0/page_size]',
  },
  {
    what: 'row header column at least',
    page: 'blocks/data-table-block',
    at: 0,
    past: -1,
    make: (n) => [
      { type: 'data_table', caption: 'x', row_header_column_index: n, rows: [[cell()], [cell()]] },
    ],
    says: 'must be greater than or equal to 0 [json-pointer:/blocks/0/row_header_column_index]',
  },
  {
    what: 'card buttons at least',
    page: 'blocks/card-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'card', title: mrkdwn(1), actions: many(n, () => button()) }],
    says: 'must provide at least 1 items [json-pointer:/blocks/0/actions]',
  },
  {
    what: 'cards of a carousel at least',
    page: 'blocks/carousel-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'carousel', elements: many(n, () => ({ type: 'card', title: mrkdwn(1) })) }],
    says: 'must provide at least 1 items [json-pointer:/blocks/0/elements]',
  },
  {
    what: 'blocks of a container at least',
    page: 'blocks/container-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'container', title: plain(1), child_blocks: many(n, () => ({ type: 'divider' })) }],
    says: 'must provide at least 1 items [json-pointer:/blocks/0/child_blocks]',
  },
  {
    what: 'task id at least',
    page: 'blocks/task-card-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'task_card', task_id: x(n), title: 'x', status: 'pending' }],
    says: 'must be more than 0 characters [json-pointer:/blocks/0/task_id]',
  },
  {
    what: 'task title at least',
    page: 'blocks/task-card-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'task_card', task_id: 'x', title: x(n), status: 'pending' }],
    says: 'must be more than 0 characters [json-pointer:/blocks/0/title]',
  },
  {
    what: 'fields at least',
    page: 'blocks/section-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'section', text: mrkdwn(1), fields: many(n, () => mrkdwn(1)) }],
    says: 'must provide at least 1 items [json-pointer:/blocks/0/fields]',
  },
  {
    what: 'context elements at least',
    page: 'blocks/context-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'context', elements: many(n, () => mrkdwn(1)) }],
    says: 'must provide at least 1 items [json-pointer:/blocks/0/elements]',
  },
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
