import type { InputBlock } from 'slack-blocks-to-jsx';
import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../../src/local-slack/browser/blocks/field-errors.ts';
import { stateValues } from '../../../src/local-slack/browser/blocks/initial-state.ts';
import type { KitBlock } from '../../../src/local-slack/browser/blocks/kit.ts';

const field = (element: InputBlock['element'], more: Partial<InputBlock> = {}): KitBlock => ({
  type: 'input',
  block_id: 'b',
  label: { type: 'plain_text', text: 'Field' },
  element,
  ...more,
});
const option = { text: { type: 'plain_text' as const, text: 'Fast' }, value: 'fast' };
/** What is wrong with a field into which `value` was put. */
const wrong = (element: InputBlock['element'], value: string | null) =>
  fieldErrors([field(element)], { b: { a: { type: element.type, value } } }).b ?? null;

describe('the values of a form', () => {
  it.each([
    [{ type: 'plain_text_input', action_id: 'a' }, { value: null }],
    [{ type: 'plain_text_input', action_id: 'a', initial_value: 'x' }, { value: 'x' }],
    [{ type: 'static_select', action_id: 'a', initial_option: option }, { selected_option: option }],
    [{ type: 'checkboxes', action_id: 'a', options: [option] }, { selected_options: [] }],
    [{ type: 'users_select', action_id: 'a', initial_user: 'U1' }, { selected_user: 'U1' }],
    [{ type: 'datepicker', action_id: 'a' }, { selected_date: null }],
    [{ type: 'datetimepicker', action_id: 'a', initial_date_time: 5 }, { selected_date_time: 5 }],
    [
      { type: 'conversations_select', action_id: 'a', default_to_current_conversation: true },
      { selected_conversation: 'C1' },
    ],
  ] as [InputBlock['element'], object][])('start as Slack sends them: %j', (element, held) => {
    expect(stateValues([field(element)], {}, 'C1')).toEqual({ b: { a: { type: element.type, ...held } } });
  });

  it('are what the person put in, for fields that are still there', () => {
    const kept = {
      b: { a: { type: 'plain_text_input', value: 'new' } },
      gone: { a: { type: 'plain_text_input', value: 'old' } },
    };
    const blocks = [field({ type: 'plain_text_input', action_id: 'a', initial_value: 'first' })];
    expect(stateValues(blocks, kept)).toEqual({ b: { a: { type: 'plain_text_input', value: 'new' } } });
  });

  it('hold nothing for buttons', () => {
    const button = {
      type: 'button' as const,
      action_id: 'go',
      text: { type: 'plain_text' as const, text: 'Go' },
    };
    expect(stateValues([{ type: 'actions', block_id: 'b', elements: [button] }], {})).toEqual({});
  });
});

describe('what the page finds wrong before it sends a form', () => {
  const text = { type: 'plain_text_input', action_id: 'a', min_length: 3, max_length: 5 } as const;
  const number = {
    type: 'number_input',
    action_id: 'a',
    is_decimal_allowed: false,
    min_value: '1',
    max_value: '100',
  } as const;

  it.each([
    [text, null, 'Please complete this required field.'],
    [text, 'ab', 'Please enter at least 3 characters.'],
    [text, 'abc', null],
    [text, 'abcde', null],
    [text, 'abcdef', 'Please enter at most 5 characters.'],
    [number, 'ten', 'Please enter a number.'],
    [number, '1.5', 'Please enter a whole number.'],
    [number, '0', 'Please enter a number that is 1 or more.'],
    [number, '100', null],
    [number, '101', 'Please enter a number that is 100 or less.'],
    [{ type: 'email_text_input', action_id: 'a' } as const, 'nobody', 'Please enter a valid email address.'],
    [{ type: 'email_text_input', action_id: 'a' } as const, 'a@b.example', null],
    [{ type: 'url_text_input', action_id: 'a' } as const, 'example', 'Please enter a valid URL.'],
    [{ type: 'url_text_input', action_id: 'a' } as const, 'https://a.example', null],
  ])('%j with %j: %s', (element, value, error) => {
    expect(wrong(element, value)).toBe(error);
  });

  it('asks nothing of a field that may stay empty', () => {
    const blocks = [field({ type: 'multi_users_select', action_id: 'a' }, { optional: true })];
    expect(fieldErrors(blocks, stateValues(blocks, {}))).toEqual({});
  });
});
