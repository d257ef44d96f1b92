import { useState } from 'react';
import type { Act } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { slackNow } from '../state/select.ts';
import { useNow } from '../state/use-now.ts';
import { clockTime, formatDate } from '../text/date-format.ts';
import { Icon } from '../ui/icon.tsx';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How far the clock was moved: `2 h`, `3 days`. */
function spanWords(ms: number): string {
  if (ms >= 2 * DAY_MS) return `${Math.round(ms / DAY_MS)} days`;
  const hours = Math.round(ms / HOUR_MS);
  return hours > 0 ? `${hours} h` : `${Math.max(1, Math.round(ms / 60_000))} min`;
}

/** Local Slack's time for the viewer, and the ways to move it. Not there when it cannot be moved. */
export function ClockControl() {
  const { viewer, act, time } = useClient();
  const machineNow = useNow(1000);
  const [pending, setPending] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { clock } = viewer;
  if (!clock.movable) return null;

  const now = slackNow(viewer, machineNow);
  const view = { ...time, now };
  const due = clock.nextDueAt === null ? null : Math.floor(Date.parse(clock.nextDueAt) / 1000);
  const dueWords = due === null ? 'nothing is due' : formatDate(due, '{date_short_pretty} {time}', view);
  const move = async (how: Act) => {
    setPending(how.type);
    setTrouble(null);
    const reply = await act(how);
    setPending(null);
    if (!reply.ok && 'trouble' in reply) setTrouble(reply.explanation);
  };

  return (
    <section className="clock" aria-label="Clock">
      <span
        className="clock-now"
        title={`${formatDate(Math.floor(now / 1000), '{date_long}', view)}, ${viewer.me.tzLabel}`}
      >
        <Icon name="clock" size={16} />
        <span className="clock-day">
          {new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: time.tz }).format(now)}
        </span>
        {clockTime(now, time)}
        {clock.aheadMs > 0 && <span className="clock-ahead">+{spanWords(clock.aheadMs)}</span>}
      </span>
      <button
        type="button"
        className={`clock-button${pending === 'skip' ? ' pending' : ''}`}
        disabled={pending !== null}
        onClick={() => void move({ type: 'skip', byMs: HOUR_MS })}
      >
        <span>Skip 1 hour</span>
      </button>
      <button
        type="button"
        className={`clock-button${pending === 'skip-to-next' ? ' pending' : ''}`}
        disabled={pending !== null || due === null}
        onClick={() => void move({ type: 'skip-to-next' })}
      >
        <Icon name="skip" size={14} />
        <span>
          Skip to next<span className="clock-due">: {dueWords}</span>
        </span>
      </button>
      {trouble !== null && (
        <span className="clock-trouble" role="alert">
          {trouble}
        </span>
      )}
    </section>
  );
}
