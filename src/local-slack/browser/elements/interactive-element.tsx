import type { ActionElement } from '../blocks/kit.ts';
import { ButtonElement } from './button-element.tsx';
import { DateElement, DateTimeElement, TimeElement } from './date-time-elements.tsx';
import { ExternalSelectElement } from './external-select-element.tsx';
import { OptionElement } from './option-element.tsx';
import { OverflowElement } from './overflow-element.tsx';
import { RichTextElement } from './rich-text-element.tsx';
import { SelectElement } from './select-element.tsx';
import type { Slot } from './slot.ts';
import { FeedbackButtons, IconButton } from './small-elements.tsx';
import { TextElement } from './text-element.tsx';

/** The element that a block holds, whichever it is. */
export function InteractiveElement({ element, slot }: { element: ActionElement; slot: Slot }) {
  switch (element.type) {
    case 'button':
      return <ButtonElement element={element} slot={slot} />;
    case 'icon_button':
      return <IconButton element={element} slot={slot} />;
    case 'feedback_buttons':
      return <FeedbackButtons element={element} slot={slot} />;
    case 'overflow':
      return <OverflowElement element={element} slot={slot} />;
    case 'radio_buttons':
    case 'checkboxes':
      return <OptionElement element={element} slot={slot} />;
    case 'external_select':
    case 'multi_external_select':
      return <ExternalSelectElement element={element} slot={slot} />;
    case 'static_select':
    case 'multi_static_select':
    case 'users_select':
    case 'multi_users_select':
    case 'conversations_select':
    case 'multi_conversations_select':
    case 'channels_select':
    case 'multi_channels_select':
      return <SelectElement element={element} slot={slot} />;
    case 'datepicker':
      return <DateElement element={element} slot={slot} />;
    case 'timepicker':
      return <TimeElement element={element} slot={slot} />;
    case 'datetimepicker':
      return <DateTimeElement element={element} slot={slot} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextElement element={element} slot={slot} />;
    case 'rich_text_input':
      return <RichTextElement element={element} slot={slot} />;
    case 'file_input':
      return <p className="note">This page cannot send files to an app.</p>;
  }
}
