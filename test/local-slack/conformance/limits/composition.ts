import { actions, confirm, input, type Limit, many, mrkdwn, option, plain, select, x } from './builders.ts';

/** Limits of composition objects, as Slack documents them. */
export const compositionLimits: Limit[] = [
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
    what: 'plain text at least',
    page: 'composition-objects/text-object',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'header', text: plain(n) }],
    says: 'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
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
    what: 'options in a select at least',
    page: 'composition-objects/option-object',
    at: 1,
    past: 0,
    make: (n) => select({ options: many(n, option) }),
    says: 'must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]',
  },
  {
    what: 'overflow option description',
    page: 'composition-objects/option-object',
    at: 75,
    make: (n) => actions({ type: 'overflow', options: [option(0, { description: plain(n) })] }),
    says: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/description/text]',
  },
];
