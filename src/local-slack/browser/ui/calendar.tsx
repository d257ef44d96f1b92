import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const STEP_DAYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

function words(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(Date.parse(date));
}

function addDays(date: string, days: number): string {
  return iso(Date.parse(date) + days * DAY_MS);
}

/** The same day of another month, or that month's last. */
function addMonths(date: string, months: number): string {
  const at = new Date(date);
  const target = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  return iso(target + (Math.min(at.getUTCDate(), last) - 1) * DAY_MS);
}

/** Six weeks from the Monday on or before the first of the month. */
function weeksOf(date: string): string[][] {
  const first = `${date.slice(0, 7)}-01`;
  const start = addDays(first, -((new Date(first).getUTCDay() + 6) % 7));
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day)),
  );
}

/** A month to choose a day from. Days are `2025-11-24`, without a zone. */
export function Calendar({
  chosen,
  today,
  onChoose,
}: {
  chosen: string | null;
  today: string;
  onChoose: (date: string) => void;
}) {
  const [at, setAt] = useState(chosen ?? today);
  const grid = useRef<HTMLTableElement>(null);

  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-date="${at}"]`)?.focus();
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const days = STEP_DAYS[event.key];
    if (days !== undefined) setAt(addDays(at, days));
    else if (event.key === 'PageUp') setAt(addMonths(at, -1));
    else if (event.key === 'PageDown') setAt(addMonths(at, 1));
    else return;
    event.preventDefault();
  };

  return (
    <div className="calendar">
      <div className="calendar-head">
        <button
          type="button"
          className="icon-button"
          aria-label="Previous month"
          onClick={() => setAt(addMonths(at, -1))}
        >
          <Icon name="left" />
        </button>
        <strong aria-live="polite">{words(at, { month: 'long', year: 'numeric' })}</strong>
        <button
          type="button"
          className="icon-button"
          aria-label="Next month"
          onClick={() => setAt(addMonths(at, 1))}
        >
          <Icon name="right" />
        </button>
      </div>
      <table ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col" abbr={day}>
                {day.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    data-date={date}
                    tabIndex={date === at ? 0 : -1}
                    className={`day${date.slice(0, 7) === at.slice(0, 7) ? '' : ' day-outside'}${date === today ? ' day-today' : ''}`}
                    aria-pressed={date === chosen}
                    aria-label={words(date, {
                      weekday: 'long',
                      day: 'numeric',
                      month: 'long',
                      year: 'numeric',
                    })}
                    onClick={() => onChoose(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
