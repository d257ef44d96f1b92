import type { Element, Block as KitBlock } from 'slack-blocks-to-jsx';
import type { Block } from '../../protocol.ts';

export type { KitBlock };

const ACTION_ELEMENTS = [
  'button',
  'icon_button',
  'feedback_buttons',
  'overflow',
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
  'radio_buttons',
  'checkboxes',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'rich_text_input',
  'file_input',
] as const;

/** Elements a person can press, choose from or write in. */
export type ActionElement = Extract<Element, { type: (typeof ACTION_ELEMENTS)[number] }>;

export function isActionElement(element: Element): element is ActionElement {
  return ACTION_ELEMENTS.some((type) => type === element.type);
}

/** Local Slack checked the block against Slack's schema before it was stored, so its shape can be relied on. */
export function kit(block: Block): KitBlock {
  return block as unknown as KitBlock;
}

/** The id Local Slack gave it, or the app. */
export function blockId(block: { block_id?: string }): string {
  return block.block_id ?? '';
}

/** Feedback and icon buttons may come without one. */
export function actionId(element: { action_id?: string }): string {
  return element.action_id ?? '';
}
