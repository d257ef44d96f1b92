import type { KeyboardEvent } from 'react';
import type {
  EmailInputElement,
  NumberInputElement,
  PlainTextInputElement,
  UrlTextInputElement,
} from 'slack-blocks-to-jsx';
import { type Slot, useSlot } from './slot.ts';

type Element = PlainTextInputElement | EmailInputElement | UrlTextInputElement | NumberInputElement;

const INPUT_TYPE = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'text',
  plain_text_input: 'text',
};

/** Text, number, address: what is put in is kept, and told where the app asked for it. */
export function TextElement({ element, slot }: { element: Element; slot: Slot }) {
  const { state, keep, choose } = useSlot(slot, element);
  const value = typeof state?.value === 'string' ? state.value : '';
  const multiline = element.type === 'plain_text_input' && element.multiline === true;
  const max = element.type === 'plain_text_input' ? element.max_length : undefined;
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const dispatches = slot.field?.dispatches ?? true;

  const put = (text: string) => {
    const next = { type: element.type, value: text === '' ? null : text };
    if (dispatches && triggers.includes('on_character_entered')) choose(next);
    else keep(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || multiline || !dispatches || !triggers.includes('on_enter_pressed')) return;
    event.preventDefault();
    choose({ type: element.type, value: value === '' ? null : value });
  };
  const common = {
    id: slot.field?.inputId,
    className: `input${slot.field?.invalid ? ' invalid' : ''}`,
    'aria-labelledby': slot.field?.labelledBy,
    'aria-describedby': slot.field?.describedBy,
    'aria-invalid': slot.field?.invalid,
    'data-autofocus': element.focus_on_load || undefined,
    placeholder: element.placeholder?.text,
    value,
  };
  if (multiline) return <textarea {...common} rows={4} onChange={(event) => put(event.target.value)} />;
  return (
    <>
      <input
        {...common}
        type={INPUT_TYPE[element.type]}
        inputMode={element.type === 'number_input' ? 'decimal' : undefined}
        autoComplete="off"
        onChange={(event) => put(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {max !== undefined && max - value.length < 20 && (
        <span className={`countdown${value.length > max ? ' countdown-over' : ''}`}>
          {max - value.length}
        </span>
      )}
    </>
  );
}
