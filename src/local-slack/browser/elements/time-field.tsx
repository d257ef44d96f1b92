import { useState } from 'react';
import { useClient } from '../state/context.ts';
import { shownTime, typedTime } from '../text/typed-time.ts';
import { type Choice, Combobox } from '../ui/combobox.tsx';
import type { Slot } from './slot.ts';

type Props = {
  slot: Slot;
  /** `09:30`, or null. */
  value: string | null;
  placeholder: string;
  autoFocus?: boolean;
  /** The id that its label names; left out where the day beside it has that. */
  inputId?: string | undefined;
  onChoose: (time: string | null) => void;
};

const HALF_HOURS = Array.from({ length: 48 }, (_, index) => {
  const hour = String(Math.floor(index / 2)).padStart(2, '0');
  return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
});

/** A time of day: each half hour to choose from, any other minute by typing it. */
export function TimeField({ slot, value, placeholder, autoFocus = false, inputId, onChoose }: Props) {
  const { preferences } = useClient();
  const [query, setQuery] = useState('');
  const choice = (time: string): Choice => ({ key: time, label: shownTime(time, preferences.hour24) });
  const typed = typedTime(query);
  const listed = HALF_HOURS.filter(
    (time) => query === '' || choice(time).label.toLowerCase().includes(query.toLowerCase()),
  );
  const times = typed === null ? listed : [typed, ...listed.filter((time) => time !== typed)];
  return (
    <div className="select select-time">
      <Combobox
        id={inputId}
        label={slot.field === null ? placeholder : undefined}
        labelledBy={slot.field?.labelledBy}
        describedBy={slot.field?.describedBy}
        invalid={slot.field?.invalid ?? false}
        placeholder={placeholder}
        clearable={slot.field?.optional ?? false}
        autoFocus={autoFocus}
        startKey="09:00"
        choices={times.map(choice)}
        chosen={value === null ? [] : [choice(value)]}
        onQuery={setQuery}
        onChoose={(chosen) => onChoose(chosen[0]?.key ?? null)}
      />
    </div>
  );
}
