/**
 * Local Slack's time. There are two readings, because they mean different things:
 * - `now` is the calendar: message ids, scheduled messages, ages. It may be moved ahead of the machine's.
 * - `waited` only measures patience: how long an app takes to answer, how old a trigger is. Skipping the
 *   calendar ahead, as a person may, does not make an answer late; a test that moves the clock does both.
 */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds on a scale of its own. */
  waited(): number;
  /** How far the calendar is ahead of the machine, in milliseconds. */
  aheadMs(): number;
  /** Runs once the calendar reaches `dueAt`. The answer cancels it. */
  at(dueAt: number, run: () => void): () => void;
  /** Runs once `ms` were waited. The answer cancels it. */
  after(ms: number, run: () => void): () => void;
  /** Moves the calendar ahead; what falls due on the way runs in order. */
  skip(byMs: number): void;
  /** Moves the calendar and patience ahead alike, as if the time had passed. */
  move(byMs: number): void;
};

type Timer = { scale: 'calendar' | 'patience'; due: number; run: () => void };

/** Node's timers hold at most 2^31 ms; longer waits are taken in steps. */
const LONGEST_TIMER_MS = 86_400_000;

/**
 * A clock that runs with the machine's, `aheadMs` in front of it.
 * This is the only place in Local Slack that reads the machine's time.
 */
export function runningClock(aheadMs = 0, machine: () => number = Date.now): Clock {
  let ahead = aheadMs;
  let patience = 0;
  const timers = new Set<Timer>();
  let armed: NodeJS.Timeout | undefined;

  const read = (scale: Timer['scale']) => machine() + (scale === 'calendar' ? ahead : patience);

  const arm = () => {
    clearTimeout(armed);
    const waits = [...timers].map((timer) => timer.due - read(timer.scale));
    if (waits.length === 0) return;
    const wait = Math.min(Math.max(0, Math.min(...waits)), LONGEST_TIMER_MS);
    armed = setTimeout(fire, wait);
    armed.unref();
  };

  const fire = () => {
    const due = [...timers].filter((timer) => timer.due <= read(timer.scale));
    due.sort((a, b) => a.due - b.due);
    for (const timer of due) if (timers.delete(timer)) timer.run();
    arm();
  };

  const add = (timer: Timer) => {
    timers.add(timer);
    arm();
    return () => {
      timers.delete(timer);
    };
  };

  return {
    now: () => read('calendar'),
    waited: () => read('patience'),
    aheadMs: () => ahead,
    at: (due, run) => add({ scale: 'calendar', due, run }),
    after: (ms, run) => add({ scale: 'patience', due: read('patience') + ms, run }),
    skip: (byMs) => {
      ahead += byMs;
      fire();
    },
    move: (byMs) => {
      ahead += byMs;
      patience += byMs;
      fire();
    },
  };
}

/** Whole seconds since 1970, as Slack counts them. */
export function seconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}
