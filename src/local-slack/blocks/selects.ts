import * as z from 'zod';
import { actionId, confirm, conversationFilter, option, optionGroup, plainText } from './text.ts';

/**
 * Select menus, single and multi.
 * Sources: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element and
 * https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element
 */
const common = {
  action_id: actionId,
  confirm,
  focus_on_load: z.boolean().optional(),
  placeholder: plainText(150).optional(),
};

const multi = { ...common, max_selected_items: z.int().min(1).optional() };

const lists = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};

const hasOneList = (select: { options?: unknown; option_groups?: unknown }) =>
  (select.options === undefined) !== (select.option_groups === undefined);

const ONE_LIST = 'must provide either `options` or `option_groups`';

const min_query_length = z.int().min(0).optional();
const response_url_enabled = z.boolean().optional();
const ids = z.array(z.string()).optional();

export const selects = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...common,
      ...lists,
      initial_option: option.optional(),
    })
    .refine(hasOneList, ONE_LIST),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...multi,
      ...lists,
      initial_options: z.array(option).optional(),
    })
    .refine(hasOneList, ONE_LIST),
  z.strictObject({
    type: z.literal('external_select'),
    ...common,
    initial_option: option.optional(),
    min_query_length,
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...multi,
    initial_options: z.array(option).optional(),
    min_query_length,
  }),
  z.strictObject({ type: z.literal('users_select'), ...common, initial_user: z.string().optional() }),
  z.strictObject({ type: z.literal('multi_users_select'), ...multi, initial_users: ids }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...common,
    initial_conversation: z.string().optional(),
    default_to_current_conversation: z.boolean().optional(),
    filter: conversationFilter,
    response_url_enabled,
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...multi,
    initial_conversations: ids,
    default_to_current_conversation: z.boolean().optional(),
    filter: conversationFilter,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...common,
    initial_channel: z.string().optional(),
    response_url_enabled,
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), ...multi, initial_channels: ids }),
] as const;
