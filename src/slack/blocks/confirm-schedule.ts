import { ACTION } from '../ids.ts';
import type { ResolvedTime } from '../parse/when.ts';
import { scheduleLines } from '../words/schedule.ts';
import { wallWords, zoneWords } from '../words/time.ts';
import { button } from './button.ts';
import { actions, rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

export type ConfirmScheduleInput = {
  /** What would start then, in our words: `*new-checkout* 0 → *25 %* of everyone in production`. */
  what: string;
  time: ResolvedTime;
  /** The whole command with the time resolved, run once confirmed: see ACTION.confirmSchedule. */
  command: string;
};

/** Shows a start back as wall time, zone, offset and instant, before it counts. */
export function confirmSchedule({ what, time, command }: ConfirmScheduleInput): Rendered {
  const text = `Start at ${wallWords(time.wallTime)} ${zoneWords(time.zone)}?`;
  return rendered(`${text} Nothing is scheduled yet.`, [
    section([`📅 *Is this the time?* ${what}`, ...scheduleLines(time)]),
    ...actions([
      button('Yes, schedule it', ACTION.confirmSchedule, { command }, { style: 'primary' }),
      button('Choose another time…', ACTION.planRelease, {}),
    ]),
  ]);
}
