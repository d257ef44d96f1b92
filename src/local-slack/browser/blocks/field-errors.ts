import type { InputBlock } from 'slack-blocks-to-jsx';
import type { ElementState, ViewStateValues } from '../../protocol.ts';
import { actionId, blockId, type KitBlock } from './kit.ts';

const REQUIRED = 'Please complete this required field.';

/** What Slack's own client finds wrong with a modal before it is sent, by block id. */
export function fieldErrors(blocks: KitBlock[], values: ViewStateValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const state = values[blockId(block)]?.[actionId(block.element)];
    const error = isEmpty(state) ? (block.optional ? null : REQUIRED) : valueError(block.element, state);
    if (error !== null) errors[blockId(block)] = error;
  }
  return errors;
}

/** Every state names its type; what was put in is in the other fields. */
function isEmpty(state: ElementState | undefined): boolean {
  const held = Object.entries(state ?? {}).filter(([field]) => field !== 'type');
  return held.every(
    ([, value]) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

function valueError(element: InputBlock['element'], state: ElementState | undefined): string | null {
  const value = typeof state?.value === 'string' ? state.value : '';
  switch (element.type) {
    case 'plain_text_input': {
      const { min_length: min = 0, max_length: max = 3000 } = element;
      if (value.length < min) return `Please enter at least ${min} characters.`;
      return value.length > max ? `Please enter at most ${max} characters.` : null;
    }
    case 'number_input': {
      const number = Number(value);
      if (!/^-?\d*\.?\d+$/.test(value)) return 'Please enter a number.';
      if (!element.is_decimal_allowed && !Number.isInteger(number)) return 'Please enter a whole number.';
      if (element.min_value !== undefined && number < Number(element.min_value)) {
        return `Please enter a number that is ${element.min_value} or more.`;
      }
      const above = element.max_value !== undefined && number > Number(element.max_value);
      return above ? `Please enter a number that is ${element.max_value} or less.` : null;
    }
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(value) && /^https?:/i.test(value) ? null : 'Please enter a valid URL.';
    default:
      return null;
  }
}
