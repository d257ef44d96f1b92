import type { ButtonElement as Button } from 'slack-blocks-to-jsx';
import { PlainText } from '../text/rich-text.tsx';
import { type Slot, useSlot } from './slot.ts';

/** A button with a link opens it, and tells the app as well. */
export function ButtonElement({ element, slot }: { element: Button; slot: Slot }) {
  const { choose, pending } = useSlot(slot, element);
  const style = { primary: ' button-primary', danger: ' button-danger' }[String(element.style)] ?? '';
  const press = () => {
    if (pending) return;
    choose({ type: 'button', ...(element.value === undefined ? {} : { value: element.value }) });
    if (element.url !== undefined) window.open(element.url, '_blank', 'noreferrer');
  };
  return (
    <button
      type="button"
      className={`button button-block${style}${pending ? ' pending' : ''}`}
      aria-label={element.accessibility_label}
      aria-busy={pending}
      data-action-id={element.action_id}
      onClick={press}
    >
      <PlainText text={element.text.text} />
    </button>
  );
}
