import type { FeedbackButtonsElement, IconButtonElement } from 'slack-blocks-to-jsx';
import { Icon } from '../ui/icon.tsx';
import { type Slot, useSlot } from './slot.ts';

/** A picture to press under an app's message; Slack has one picture so far, a bin. */
export function IconButton({ element, slot }: { element: IconButtonElement; slot: Slot }) {
  const { choose, pending } = useSlot(slot, element);
  return (
    <button
      type="button"
      className={`icon-button${pending ? ' pending' : ''}`}
      aria-label={element.accessibility_label ?? element.text.text}
      onClick={() => choose({ type: element.type, ...(element.value ? { value: element.value } : {}) })}
    >
      <Icon name="trash" size={16} />
    </button>
  );
}

export function FeedbackButtons({ element, slot }: { element: FeedbackButtonsElement; slot: Slot }) {
  const { choose, pending } = useSlot(slot, element);
  return (
    <span className={pending ? 'pending' : ''}>
      {[element.positive_button, element.negative_button].map((button) => (
        <button
          key={button.value}
          type="button"
          className="button button-small"
          aria-label={button.accessibility_label}
          onClick={() => choose({ type: element.type, value: button.value })}
        >
          {button.text.text}
        </button>
      ))}
    </span>
  );
}
