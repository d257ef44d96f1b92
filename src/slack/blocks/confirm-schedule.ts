import type { WallTime } from '../../release/wall-time.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

/** A wall time that exists. */
export type ResolvedTime = Extract<WallTime, { ok: true }>;

export type ConfirmScheduleInput = {
  /** What would start then, in words: `new-checkout 0 → 25 % of everyone in production`. */
  what: string;
  time: ResolvedTime;
  viewerZone: string;
  /** The whole command with the time resolved, run once confirmed: see ACTION.confirmSchedule. */
  command: string;
};

/** Shows a start back as wall time, zone, offset and instant, before it counts. */
export function confirmSchedule({ what }: ConfirmScheduleInput): Rendered {
  return rendered(what, [section(what)]);
}

/** A start that is no time: the clocks skip it, the zone is unknown, or it is not a time at all. */
export function noSuchTime(time: Extract<WallTime, { ok: false }>): Rendered {
  return rendered(time.why, [section(time.why)]);
}
