import { useEffect, useRef, useState } from 'react';
import type {
  ExternalSelectElement as External,
  MultiExternalSelectElement,
  OptionGroupObject,
  OptionObject,
} from 'slack-blocks-to-jsx';
import { Combobox } from '../ui/combobox.tsx';
import { optionChoice, optionChoices } from './select-choices.tsx';
import { selectProps } from './select-element.tsx';
import { type Slot, useSlot } from './slot.ts';

/** Slack asks the app after this many characters unless told otherwise. */
const DEFAULT_MIN_QUERY_LENGTH = 3;
const PAUSE_MS = 200;

/** A select whose options the app finds as one types. */
export function ExternalSelectElement({
  element,
  slot,
}: {
  element: External | MultiExternalSelectElement;
  slot: Slot;
}) {
  const { state, choose, suggest, pending } = useSlot(slot, element);
  const [found, setFound] = useState<(OptionObject | OptionGroupObject)[]>([]);
  const [waiting, setWaiting] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef('');
  const multi = element.type === 'multi_external_select';
  const least = element.min_query_length ?? DEFAULT_MIN_QUERY_LENGTH;
  const field = multi ? 'selected_options' : 'selected_option';

  useEffect(() => () => clearTimeout(timer.current), []);

  const onQuery = (query: string) => {
    latest.current = query;
    clearTimeout(timer.current);
    setFound([]);
    setWaiting(query.length >= least);
    if (query.length < least) return;
    timer.current = setTimeout(async () => {
      const options = await suggest(query);
      if (latest.current !== query) return;
      setFound(options as (OptionObject | OptionGroupObject)[]);
      setWaiting(false);
    }, PAUSE_MS);
  };

  const groups = found.filter((entry): entry is OptionGroupObject => 'options' in entry);
  const loose = found.filter((entry): entry is OptionObject => !('options' in entry));
  const options = [...loose, ...groups.flatMap((group) => group.options)];
  const held = [state?.[field] ?? []].flat() as OptionObject[];
  return (
    <div className={`select${pending ? ' pending' : ''}`}>
      <Combobox
        {...selectProps(element, slot)}
        choices={optionChoices(loose, groups)}
        chosen={held.map((option) => optionChoice(option))}
        onQuery={onQuery}
        emptyText={
          waiting
            ? 'Looking…'
            : latest.current.length < least
              ? `Type ${least} or more characters`
              : 'No matches'
        }
        onChoose={(chosen) => {
          const values = chosen.map((choice) =>
            [...options, ...held].find((option) => option.value === choice.key),
          );
          choose({ type: element.type, [field]: multi ? values : (values[0] ?? null) });
        }}
      />
    </div>
  );
}
