/** The time now. Handed in everywhere, so that tests, replays and the demo's skipped hours can set it. */
export type Clock = () => Date;

/** The machine's clock: the one place in the source that reads it. */
export const systemClock: Clock = () => new Date();
