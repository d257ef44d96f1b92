import { valueField } from '../blocks/state-values.ts';
import { type Element, elementsOf, type RawBlock } from '../blocks/walk.ts';
import type { ViewStateValues } from '../protocol.ts';

/**
 * What Slack's client itself refuses before an app hears of a submission, by block id: required inputs that are
 * empty, texts too short or long, and what is no number, address or link.
 */
export function inputErrors(blocks: RawBlock[], values: ViewStateValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks.filter((one) => one.type === 'input')) {
    const [found] = elementsOf(block);
    if (!found || !block.block_id) continue;
    const state = values[block.block_id]?.[found.element.action_id ?? ''];
    const value = state?.[valueField(found.element.type) ?? ''];
    const error = isEmpty(value)
      ? block.optional !== true && 'Please complete this required field.'
      : typeof value === 'string' && formatError(found.element, value);
    if (error) errors[block.block_id] = error;
  }
  return errors;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function formatError(element: Element, value: string): string | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return lengthError(value, Number(element.min_length ?? 0), Number(element.max_length ?? 3000));
    case 'number_input':
      return numberError(element, value);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return /^https?:\/\/\S+\.\S+$/.test(value) ? undefined : 'Please enter a valid URL.';
    default:
      return undefined;
  }
}

function lengthError(value: string, least: number, most: number): string | undefined {
  if (value.length < least) return `Please enter at least ${least} characters.`;
  return value.length > most ? `Please enter at most ${most} characters.` : undefined;
}

function numberError(element: Element, value: string): string | undefined {
  const shape = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!shape.test(value)) return 'Please enter a valid number.';
  const { min_value: least, max_value: most } = element;
  if (least !== undefined && Number(value) < Number(least)) return `Please enter ${least} or more.`;
  if (most !== undefined && Number(value) > Number(most)) return `Please enter ${most} or less.`;
  return undefined;
}
