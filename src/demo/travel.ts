import type { Advance } from '../app/advance.ts';
import type { Ledger } from '../app/ledger.ts';
import type { Worker } from '../app/worker.ts';
import type { ClockReading, ClockTarget } from './local-slack-process.ts';
import type { MovableClock } from './movable-clock.ts';

/** Beyond this many instants in one skip something asks for time without end. */
const MOST_STOPS = 10_000;

/**
 * Moves the demo's clock the way time itself would pass: every instant at which something is due on the way is
 * visited in order and carried out, so that a skipped day never looks like an outage.
 */
export function createTravel(parts: {
  clock: MovableClock;
  advance: Advance;
  worker: Worker;
  ledger: Ledger;
}): (to: ClockTarget, visited: (reading: ClockReading) => void) => Promise<ClockReading> {
  const { clock, advance, worker } = parts;
  const reading = (): ClockReading => ({ now: clock.now(), nextDueAt: advance.nextDueAt() });
  return async (to, visited) => {
    await worker.settle();
    const target = to === 'next' ? (advance.nextDueAt() ?? clock.now()) : to;
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const due = advance.nextDueAt();
      const next = due !== null && due < target ? due : target;
      const { revision } = parts.ledger.current();
      const before = clock.now();
      clock.moveTo(next);
      await worker.settle();
      visited(reading());
      const stuck = due !== null && due <= before && parts.ledger.current().revision === revision;
      if (next >= target || stuck) break;
    }
    clock.moveTo(target);
    await worker.settle();
    return reading();
  };
}
