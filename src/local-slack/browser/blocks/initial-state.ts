import type { ElementState, ViewStateValues } from '../../protocol.ts';
import { type ActionElement, actionId, blockId, isActionElement, type KitBlock } from './kit.ts';

/**
 * What an element holds before the person touches it, in the field names of `view.state.values`
 * (docs.slack.dev/reference/views, "view.state"). Null for elements that hold nothing, such as buttons.
 * @param current the conversation that was open, for selects that start with it
 */
function initialState(element: ActionElement, current: string | null = null): ElementState | null {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null };
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'rich_text_input':
      return element.initial_value === undefined
        ? { type }
        : { type, rich_text_value: element.initial_value };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'conversations_select':
      return {
        type,
        selected_conversation:
          element.initial_conversation ?? (element.default_to_current_conversation ? current : null),
      };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'file_input':
      return { type, files: [] };
    case 'button':
    case 'overflow':
    case 'icon_button':
    case 'feedback_buttons':
      return null;
  }
}

/** The elements of a block that a person can use. */
export function interactiveOf(block: KitBlock): ActionElement[] {
  switch (block.type) {
    case 'input':
      return [block.element];
    case 'section':
      return block.accessory === undefined ? [] : [block.accessory].filter(isActionElement);
    case 'actions':
    case 'context_actions':
      return block.elements.filter(isActionElement);
    default:
      return [];
  }
}

/** All values as the app gets them: what the person put in, else what was there at first. */
export function stateValues(
  blocks: KitBlock[],
  kept: ViewStateValues,
  current: string | null = null,
): ViewStateValues {
  const values: ViewStateValues = {};
  for (const block of blocks) {
    for (const element of interactiveOf(block)) {
      const state = kept[blockId(block)]?.[actionId(element)] ?? initialState(element, current);
      if (state === null) continue;
      values[blockId(block)] = { ...values[blockId(block)], [actionId(element)]: state };
    }
  }
  return values;
}
