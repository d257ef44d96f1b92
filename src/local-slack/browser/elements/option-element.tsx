import { useId } from 'react';
import type { CheckboxesElement, OptionObject, RadioButtonsElement } from 'slack-blocks-to-jsx';
import { Text } from '../text/rich-text.tsx';
import { type Slot, useSlot } from './slot.ts';

/** Radio buttons or checkboxes: all options in sight. */
export function OptionElement({
  element,
  slot,
}: {
  element: RadioButtonsElement | CheckboxesElement;
  slot: Slot;
}) {
  const { state, choose, pending } = useSlot(slot, element);
  const name = useId();
  const one = state?.selected_option as OptionObject | null | undefined;
  const many = (state?.selected_options as OptionObject[] | undefined) ?? [];
  const isRadio = element.type === 'radio_buttons';
  const isChosen = (option: OptionObject) =>
    isRadio ? one?.value === option.value : many.some((other) => other.value === option.value);
  const toggle = (option: OptionObject) => {
    if (isRadio) return choose({ type: element.type, selected_option: option });
    const selected = element.options.filter((other) => isChosen(other) !== (other.value === option.value));
    return choose({ type: element.type, selected_options: selected });
  };
  return (
    <fieldset
      className={`options${pending ? ' pending' : ''}`}
      role={isRadio ? 'radiogroup' : undefined}
      aria-labelledby={slot.field?.labelledBy}
      aria-describedby={slot.field?.describedBy}
      aria-label={slot.field === null ? 'Options' : undefined}
    >
      {element.options.map((option) => (
        <label key={option.value} className="option-row">
          <input
            type={isRadio ? 'radio' : 'checkbox'}
            name={name}
            checked={isChosen(option)}
            onChange={() => toggle(option)}
          />
          <span className="option-text">
            <Text value={option.text} />
            {option.description && (
              <small>
                <Text value={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
