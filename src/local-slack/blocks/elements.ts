import * as z from 'zod';
import { image } from './image.ts';
import { inputElements } from './inputs.ts';
import { richText } from './rich-text.ts';
import { selects } from './selects.ts';
import { actionId, confirm, overflowOption, plainText, richOption } from './text.ts';

/**
 * Interactive elements that stand in sections, actions and elsewhere.
 * Source: https://docs.slack.dev/reference/block-kit/block-elements
 */
const style = z.enum(['primary', 'danger']).optional();
const label = z.string().max(75).optional();

export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: actionId,
  url: z.string().max(3000).optional(),
  value: z.string().max(2000).optional(),
  style,
  confirm,
  accessibility_label: label,
});

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  text: plainText(75),
  action_id: actionId,
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: z.string(),
      customizable_input_parameters: z
        .array(z.strictObject({ name: z.string(), value: z.unknown() }))
        .optional(),
    }),
  }),
  style,
  confirm,
  accessibility_label: label,
});

const focus_on_load = z.boolean().optional();

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: actionId,
  options: z.array(richOption).min(1).max(10),
  initial_options: z.array(richOption).min(1).optional(),
  confirm,
  focus_on_load,
});

const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: actionId,
  options: z.array(richOption).min(1).max(10),
  initial_option: richOption.optional(),
  confirm,
  focus_on_load,
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z.array(overflowOption).min(1).max(5),
  confirm,
});

const placeholder = plainText(150).optional();

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  action_id: actionId,
  initial_date: z.iso.date().optional(),
  confirm,
  focus_on_load,
  placeholder,
});

const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  action_id: actionId,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  confirm,
  focus_on_load,
  placeholder,
  timezone: z.string().optional(),
});

const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  action_id: actionId,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  confirm,
  focus_on_load,
});

const choices = [checkboxes, radioButtons, overflow, datepicker, timepicker, ...selects] as const;

/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const sectionAccessory = z.discriminatedUnion('type', [button, workflowButton, image, ...choices]);

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const actionsElement = z.discriminatedUnion('type', [
  button,
  workflowButton,
  datetimepicker,
  ...choices,
]);

/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const inputElement = z.discriminatedUnion('type', [
  checkboxes,
  radioButtons,
  datepicker,
  timepicker,
  datetimepicker,
  ...selects,
  ...inputElements,
  z.strictObject({
    type: z.literal('rich_text_input'),
    action_id: actionId,
    initial_value: richText.optional(),
    focus_on_load,
    placeholder,
    min_lines: z.int().min(1).max(100).optional(),
    max_lines: z.int().min(1).max(100).optional(),
    dispatch_action_config: z.unknown().optional(),
  }),
]);

const feedback = z.strictObject({
  text: plainText(75),
  value: z.string().max(2000),
  accessibility_label: label,
});

/** https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
export const contextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    action_id: actionId,
    positive_button: feedback,
    negative_button: feedback,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    action_id: actionId,
    icon: z.enum(['trash']),
    text: plainText(75),
    accessibility_label: label,
    value: z.string().max(2000).optional(),
    visible_to_user_ids: z.array(z.string()).optional(),
    confirm,
  }),
]);
