/**
 * What Local Slack and the process that forked it say to each other, over Node's IPC channel.
 *
 * Whoever starts Local Slack with `child_process.fork` gets {@link Ready} once it listens, and Local Slack ends
 * when the channel closes, so that it never outlives its parent.
 *
 * The clock: a parent that follows Local Slack's calendar says so with {@link Movable}. Its own clock must then
 * start `aheadMs` (of {@link Ready}) in front of the machine's. From then on a person may skip ahead in the
 * client. Local Slack asks with {@link Move}; the parent visits every instant at which something is due, in
 * order and no further than asked, sending {@link ClockTold} at each, and {@link Moved} at the end. Local Slack
 * moves its calendar with each of them, and remembers how far it is ahead over restarts.
 */
export type FromLocalSlack = Ready | Move;
export type ToLocalSlack = Movable | ClockTold | Moved;

/** Local Slack listens. The tokens are those of the first app in the first workspace, worthless elsewhere. */
export type Ready = {
  type: 'ready';
  /** Such as `http://127.0.0.1:3000`; the Web API is below `/api/`. */
  url: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** How far the calendar is in front of the machine's clock, in milliseconds. */
  aheadMs: number;
};

/** A person wants the clock moved. `byMs` is set when they asked for a span. */
export type Move = {
  type: 'move';
  /** Comes back in {@link Moved}. */
  id: string;
  /** An instant, ISO 8601, or to what is due next. */
  to: string | 'next';
  byMs?: number;
};

/** The parent's clock can be moved. */
type Movable = { type: 'movable' };

/** The parent's time, and what it will do next. May be sent at any time. */
type ClockTold = {
  type: 'clock';
  /** ISO 8601. */
  now: string;
  nextDueAt: string | null;
};

/** The move asked for is done, and everything due on the way happened. */
type Moved = { type: 'moved'; id: string; now: string; nextDueAt: string | null };
