import { useState } from 'react';
import type { RichTextBlock, RichTextInputElement } from 'slack-blocks-to-jsx';
import { mrkdwn } from '../text/mrkdwn.ts';
import { richTextSource } from '../text/rich-text-source.ts';
import { type Slot, useSlot } from './slot.ts';

/** Formatted text, written with mrkdwn's marks (`*bold*`) and sent as the rich text they stand for. */
export function RichTextElement({ element, slot }: { element: RichTextInputElement; slot: Slot }) {
  const { state, keep } = useSlot(slot, element);
  const [typed, setTyped] = useState(() =>
    richTextSource(state?.rich_text_value as RichTextBlock | undefined),
  );
  const put = (text: string) => {
    const { type } = element;
    setTyped(text);
    keep(text === '' ? { type } : { type, rich_text_value: { type: 'rich_text', elements: mrkdwn(text) } });
  };
  return (
    <textarea
      id={slot.field?.inputId}
      className={`input${slot.field?.invalid ? ' invalid' : ''}`}
      aria-labelledby={slot.field?.labelledBy}
      aria-describedby={slot.field?.describedBy}
      aria-invalid={slot.field?.invalid}
      data-autofocus={element.focus_on_load || undefined}
      placeholder={element.placeholder?.text}
      rows={4}
      value={typed}
      onChange={(event) => put(event.target.value)}
    />
  );
}
