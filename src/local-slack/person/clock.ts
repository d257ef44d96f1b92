import type { ActReply, Clock } from '../protocol.ts';
import type { Slack } from '../slack.ts';
import { type Acting, carriedOut, trouble } from './acting.ts';

/** The clock as clients show it. */
export function clockForPerson(slack: Slack): Clock {
  return {
    now: new Date(slack.clock.now()).toISOString(),
    aheadMs: slack.clock.aheadMs(),
    nextDueAt: slack.mover?.nextDueAt ?? null,
    movable: slack.mover !== undefined,
  };
}

export function showClock(slack: Slack): void {
  const clock = clockForPerson(slack);
  slack.live.tell(() => ({ type: 'clock', clock }));
}

/** Asks whoever started Local Slack to move the clock, and waits until all that was due on the way happened. */
export async function skip({ slack }: Acting, byMs: number | 'next'): Promise<ActReply> {
  if (!slack.mover) return trouble('clock_not_movable', 'The clock cannot be moved here.');
  if (byMs === 'next') {
    if (!slack.mover.nextDueAt) return trouble('nothing_due', 'Nothing is due.');
    return moved(slack.mover.move('next'));
  }
  if (!(byMs > 0)) return trouble('invalid_time', 'The clock only moves forward.');
  return moved(slack.mover.move(new Date(slack.clock.now() + byMs).toISOString(), byMs));
}

/** Visiting every due instant of weeks takes a while; whoever failed to may never say so. */
const LONGEST_MOVE_MS = 120_000;

async function moved(moving: Promise<void>): Promise<ActReply> {
  let giveUp: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    giveUp = setTimeout(resolve, LONGEST_MOVE_MS, 'late' as const);
  });
  const outcome = await Promise.race([moving, late]);
  clearTimeout(giveUp);
  return outcome === 'late' ? trouble('operation_timeout', 'The clock did not get there.') : carriedOut;
}
