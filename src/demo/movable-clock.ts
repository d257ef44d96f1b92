import type { Clock } from '../clock.ts';

/** A clock that runs ahead of another one by a span that can only grow: a demo's skipped hours. */
export type MovableClock = { now: Clock; aheadMs(): number; moveTo(at: Date): void };

export function createMovableClock(base: Clock, startAheadMs: number): MovableClock {
  let aheadMs = startAheadMs;
  const now: Clock = () => new Date(base().getTime() + aheadMs);
  return {
    now,
    aheadMs: () => aheadMs,
    moveTo(at) {
      aheadMs += Math.max(0, at.getTime() - now().getTime());
    },
  };
}
