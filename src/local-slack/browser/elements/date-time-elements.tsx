import type { DatePickerElement, DateTimePickerElement, TimePickerElement } from 'slack-blocks-to-jsx';
import { useClient } from '../state/context.ts';
import { isoDate } from '../text/date-format.ts';
import { unixOf, wallOf } from '../text/zoned.ts';
import { DateField } from './date-field.tsx';
import { type Slot, useSlot } from './slot.ts';
import { TimeField } from './time-field.tsx';

export function DateElement({ element, slot }: { element: DatePickerElement; slot: Slot }) {
  const { state, choose, pending } = useSlot(slot, element);
  return (
    <DateField
      slot={slot}
      value={(state?.selected_date as string | null | undefined) ?? null}
      placeholder={element.placeholder?.text ?? 'Select a date'}
      autoFocus={element.focus_on_load ?? false}
      pending={pending}
      onChoose={(date) => choose({ type: element.type, selected_date: date })}
    />
  );
}

export function TimeElement({ element, slot }: { element: TimePickerElement; slot: Slot }) {
  const { state, choose } = useSlot(slot, element);
  return (
    <TimeField
      slot={slot}
      value={(state?.selected_time as string | null | undefined) ?? null}
      placeholder={element.placeholder?.text ?? 'Select a time'}
      inputId={slot.field?.inputId}
      autoFocus={element.focus_on_load ?? false}
      onChoose={(time) => choose({ type: element.type, selected_time: time })}
    />
  );
}

/** A day and a time in the viewer's zone, sent as one instant. */
export function DateTimeElement({ element, slot }: { element: DateTimePickerElement; slot: Slot }) {
  const { time, viewer } = useClient();
  const { state, choose, pending } = useSlot(slot, element);
  const unix = (state?.selected_date_time as number | null | undefined) ?? null;
  const wall = unix === null ? null : wallOf(unix, time.tz);
  const set = (date: string, clock: string) => {
    choose({ type: element.type, selected_date_time: unixOf(date, clock, time.tz) });
  };
  return (
    <div className="date-time">
      <DateField
        slot={slot}
        value={wall?.date ?? null}
        placeholder="Select a date"
        autoFocus={element.focus_on_load ?? false}
        pending={pending}
        onChoose={(date) => set(date, wall?.time ?? '09:00')}
      />
      <TimeField
        slot={slot}
        value={wall?.time ?? null}
        placeholder="Select a time"
        onChoose={(clock) => clock !== null && set(wall?.date ?? isoDate(time.now, time.tz), clock)}
      />
      <small className="zone">{viewer.me.tzLabel}</small>
    </div>
  );
}
