import type { ElementState, ViewStateValues } from '../protocol.ts';
import { type Element, elementsOf, type RawBlock, withInner } from './walk.ts';

/** For each stateful element: the field its value stands in, and the field that gives it at first. */
const FIELDS: Record<string, [value: string, initial: string]> = {
  plain_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  checkboxes: ['selected_options', 'initial_options'],
  radio_buttons: ['selected_option', 'initial_option'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  file_input: ['files', ''],
};

/** The field in which an element of this type keeps what a person chose. */
export function valueField(type: string): string | undefined {
  return FIELDS[type]?.[0];
}

/** What an element holds before anyone touched it. */
function initialState(element: Element): ElementState | undefined {
  const fields = FIELDS[element.type];
  if (!fields) return undefined;
  const [value, initial] = fields;
  const isList = value.endsWith('s') && value !== 'files';
  const zone = element.type === 'timepicker' && element.timezone ? { timezone: element.timezone } : {};
  return {
    type: element.type,
    [value]: element[initial] ?? (isList || value === 'files' ? [] : null),
    ...zone,
  };
}

/**
 * The state of every stateful element of some blocks: what the person gave, else what they held before, else
 * what they showed at first. Values for elements that are not there are dropped.
 */
export function stateOf(
  blocks: RawBlock[],
  given: ViewStateValues,
  before: ViewStateValues = {},
): ViewStateValues {
  const state: ViewStateValues = {};
  for (const { block } of blocks.flatMap((one) => withInner(one, ''))) {
    for (const { element } of elementsOf(block)) {
      const id = block.block_id ?? '';
      const action = element.action_id ?? '';
      const current = given[id]?.[action] ?? before[id]?.[action] ?? initialState(element);
      if (!current || !FIELDS[element.type]) continue;
      state[id] = { ...state[id], [action]: { ...current, type: element.type } };
    }
  }
  return state;
}
