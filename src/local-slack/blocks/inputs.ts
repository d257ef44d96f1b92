import * as z from 'zod';
import { actionId, dispatchActionConfig, plainText } from './text.ts';

/** Elements that only an input block takes. Source: https://docs.slack.dev/reference/block-kit/block-elements */
const typed = {
  action_id: actionId,
  dispatch_action_config: dispatchActionConfig,
  focus_on_load: z.boolean().optional(),
  placeholder: plainText(150).optional(),
};

const number = z.string().regex(/^-?\d+(\.\d+)?$/);

export const inputElements = [
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      ...typed,
      initial_value: z.string().max(3000).optional(),
      multiline: z.boolean().optional(),
      min_length: z.int().min(0).max(3000).optional(),
      max_length: z.int().min(1).max(3000).optional(),
    })
    .refine(
      ({ min_length = 0, max_length = min_length }) => min_length <= max_length,
      '`min_length` must not be greater than `max_length`',
    ),
  z
    .strictObject({
      type: z.literal('number_input'),
      ...typed,
      is_decimal_allowed: z.boolean(),
      initial_value: number.optional(),
      min_value: number.optional(),
      max_value: number.optional(),
    })
    .refine(
      ({ min_value, max_value }) =>
        min_value === undefined || max_value === undefined || Number(min_value) <= Number(max_value),
      '`min_value` must not be greater than `max_value`',
    ),
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('file_input'),
    action_id: actionId,
    filetypes: z.array(z.string()).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
] as const;
