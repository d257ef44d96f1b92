import { useId } from 'react';
import type { InputBlock } from 'slack-blocks-to-jsx';
import { InteractiveElement } from '../elements/interactive-element.tsx';
import { PlainText } from '../text/rich-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { useInteraction } from './interaction.ts';
import { actionId, blockId } from './kit.ts';
import { Trouble } from './trouble.tsx';

/** A labelled field. What is wrong with it stands under it, and is read out with it. */
export function Input({ block }: { block: InputBlock }) {
  const { errorOf } = useInteraction();
  const id = useId();
  const error = errorOf(blockId(block));
  const described = [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(' ');
  const slot = {
    blockId: blockId(block),
    field: {
      labelledBy: `${id}-label`,
      inputId: `${id}-input`,
      describedBy: described === '' ? undefined : described,
      optional: block.optional ?? false,
      invalid: error !== null,
      dispatches: block.dispatch_action ?? false,
    },
  };
  // A label belongs to one field; a group of options is only named by it.
  const isGroup = block.element.type === 'radio_buttons' || block.element.type === 'checkboxes';
  const Label = isGroup ? 'div' : 'label';
  return (
    <div className="block field" data-block-id={blockId(block)}>
      <Label className="field-label" id={`${id}-label`} {...(isGroup ? {} : { htmlFor: `${id}-input` })}>
        <PlainText text={block.label.text} />
        {block.optional && <span className="field-optional"> (optional)</span>}
      </Label>
      <InteractiveElement element={block.element} slot={slot} />
      {error !== null && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="warning" size={14} /> {error}
        </p>
      )}
      {block.hint && (
        <p className="field-hint" id={`${id}-hint`}>
          <PlainText text={block.hint.text} />
        </p>
      )}
      <Trouble blockId={blockId(block)} actionIds={[actionId(block.element)]} />
    </div>
  );
}
