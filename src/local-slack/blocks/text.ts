import * as z from 'zod';

/**
 * Text and the small objects that elements are made of.
 * Source: https://docs.slack.dev/reference/block-kit/composition-objects
 */
export const plainText = (max = 3000) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });

export const mrkdwn = (max = 3000) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });

export const anyText = (max = 3000) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export const blockId = z.string().max(255).optional();
export const actionId = z.string().min(1).max(255).optional();

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirm = z
  .strictObject({
    title: plainText(100).optional(),
    text: anyText(300),
    confirm: plainText(30).optional(),
    deny: plainText(30).optional(),
    style: z.enum(['primary', 'danger']).optional(),
  })
  .optional();

const optionFields = {
  value: z.string().min(1).max(150),
  description: plainText(75).optional(),
};

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const option = z.strictObject({ text: plainText(75), ...optionFields });

/** Radio buttons and checkboxes also take mrkdwn. */
export const richOption = z.strictObject({
  text: anyText(75),
  value: optionFields.value,
  description: anyText(75).optional(),
});

/** Overflow menus alone may hold links. */
export const overflowOption = z.strictObject({
  text: plainText(75),
  ...optionFields,
  url: z.string().max(3000).optional(),
});

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(option).min(1).max(100),
});

/** https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
export const dispatchActionConfig = z
  .strictObject({
    trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
  })
  .optional();

/** https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object */
export const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((filter) => Object.keys(filter).length > 0, 'must provide at least 1 property')
  .optional();

/** By id or by url, never both. https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
export const slackFile = z
  .strictObject({ id: z.string().optional(), url: z.string().max(3000).optional() })
  .refine(
    (file) => (file.id === undefined) !== (file.url === undefined),
    'must provide either `id` or `url`',
  );
