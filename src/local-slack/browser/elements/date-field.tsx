import { useCallback, useId, useRef, useState } from 'react';
import { useClient } from '../state/context.ts';
import { isoDate } from '../text/date-format.ts';
import { Calendar } from '../ui/calendar.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import type { Slot } from './slot.ts';

type Props = {
  slot: Slot;
  /** `2025-11-24`, or null. */
  value: string | null;
  placeholder: string;
  autoFocus?: boolean;
  pending?: boolean;
  onChoose: (date: string) => void;
};

function words(date: string): string {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  };
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(Date.parse(date));
}

/** A day, chosen from a calendar that opens under it. */
export function DateField({ slot, value, placeholder, autoFocus, pending = false, onChoose }: Props) {
  const { time } = useClient();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const ownId = useId();
  const id = slot.field?.inputId ?? ownId;
  const close = useCallback(() => {
    setOpen(false);
    anchor.current?.focus();
  }, []);
  return (
    <>
      <button
        ref={anchor}
        id={id}
        type="button"
        className={`input input-date${slot.field?.invalid ? ' invalid' : ''}${pending ? ' pending' : ''}`}
        aria-labelledby={slot.field === null ? undefined : `${slot.field.labelledBy} ${id}`}
        aria-describedby={slot.field?.describedBy}
        aria-haspopup="dialog"
        aria-expanded={open}
        data-autofocus={autoFocus || undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="calendar" size={16} />
        {value === null ? <span className="placeholder">{placeholder}</span> : words(value)}
      </button>
      {open && (
        <Popover anchor={anchor} className="calendar-popover" onClose={() => setOpen(false)}>
          <div
            role="dialog"
            aria-label={placeholder}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              close();
            }}
          >
            <Calendar
              chosen={value}
              today={isoDate(time.now, time.tz)}
              onChoose={(date) => {
                close();
                onChoose(date);
              }}
            />
          </div>
        </Popover>
      )}
    </>
  );
}
