import type { Element, OptionObject } from 'slack-blocks-to-jsx';
import { useClient } from '../state/context.ts';
import { Combobox, type ComboboxProps } from '../ui/combobox.tsx';
import { channelChoices, conversationChoices, optionChoices, peopleChoices } from './select-choices.tsx';
import { type Slot, useSlot } from './slot.ts';

type Listed = Extract<
  Element,
  {
    type:
      | 'static_select'
      | 'multi_static_select'
      | 'users_select'
      | 'multi_users_select'
      | 'conversations_select'
      | 'multi_conversations_select'
      | 'channels_select'
      | 'multi_channels_select';
  }
>;

/** The field in which Slack sends the choice, and whether it holds an id or a whole option. */
const HELD_IN = {
  static_select: 'selected_option',
  multi_static_select: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
} as const;

/** What the field around a select says of it, wherever its choices come from. */
export function selectProps(
  element: Listed | Extract<Element, { type: 'external_select' | 'multi_external_select' }>,
  slot: Slot,
): Pick<
  ComboboxProps,
  | 'id'
  | 'label'
  | 'labelledBy'
  | 'describedBy'
  | 'invalid'
  | 'placeholder'
  | 'clearable'
  | 'autoFocus'
  | 'multi'
  | 'max'
> {
  const placeholder = element.placeholder?.text ?? 'Select an option';
  return {
    id: slot.field?.inputId,
    label: slot.field === null ? placeholder : undefined,
    labelledBy: slot.field?.labelledBy,
    describedBy: slot.field?.describedBy,
    invalid: slot.field?.invalid ?? false,
    placeholder,
    clearable: slot.field?.optional ?? false,
    autoFocus: element.focus_on_load ?? false,
    multi: element.type.startsWith('multi_'),
    max: 'max_selected_items' in element ? element.max_selected_items : undefined,
  };
}

/** A select whose choices are known: the app's options, or what is in the workspace. */
export function SelectElement({ element, slot }: { element: Listed; slot: Slot }) {
  const { viewer } = useClient();
  const { state, choose, pending } = useSlot(slot, element);
  const field = HELD_IN[element.type];
  const holdsOptions = element.type === 'static_select' || element.type === 'multi_static_select';
  const options: OptionObject[] = holdsOptions
    ? [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)]
    : [];

  const choices = () => {
    switch (element.type) {
      case 'static_select':
      case 'multi_static_select':
        return optionChoices(element.options, element.option_groups);
      case 'users_select':
      case 'multi_users_select':
        return peopleChoices(viewer);
      case 'conversations_select':
      case 'multi_conversations_select':
        return conversationChoices(viewer, element.filter);
      case 'channels_select':
      case 'multi_channels_select':
        return channelChoices(viewer);
    }
  };
  const all = choices();
  const held = [state?.[field] ?? []].flat() as (string | OptionObject)[];
  const keys = held.map((one) => (typeof one === 'string' ? one : one.value));
  const value = (key: string) => (holdsOptions ? options.find((option) => option.value === key) : key);
  return (
    <div className={`select${pending ? ' pending' : ''}`}>
      <Combobox
        {...selectProps(element, slot)}
        choices={all}
        chosen={keys.flatMap((key) => all.find((choice) => choice.key === key) ?? [])}
        onChoose={(chosen) => {
          const values = chosen.map((choice) => value(choice.key));
          choose({
            type: element.type,
            [field]: element.type.startsWith('multi_') ? values : (values[0] ?? null),
          });
        }}
      />
    </div>
  );
}
