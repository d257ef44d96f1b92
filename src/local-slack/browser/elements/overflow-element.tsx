import type { OverflowMenuElement } from 'slack-blocks-to-jsx';
import { PlainText } from '../text/rich-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { type Slot, useSlot } from './slot.ts';

export function OverflowElement({ element, slot }: { element: OverflowMenuElement; slot: Slot }) {
  const { choose, pending } = useSlot(slot, element);
  return (
    <Menu
      label="More options"
      button={<Icon name="more" />}
      buttonClass={`button button-block button-overflow${pending ? ' pending' : ''}`}
      align="start"
      items={element.options.map((option) => ({
        key: option.value,
        label: <PlainText text={option.text.text} />,
        ...(option.description ? { description: <PlainText text={option.description.text} /> } : {}),
        ...(option.url ? { href: option.url } : {}),
        onChoose: () => choose({ type: 'overflow', selected_option: option }),
      }))}
    />
  );
}
