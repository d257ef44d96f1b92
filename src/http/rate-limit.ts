import type { Clock } from '../clock.ts';

export type RateLimit = {
  /** Requests a second that may go on for ever. */
  readonly perSecond: number;
  /** Requests that may come at once after a quiet time. */
  readonly burst: number;
};

/** Takes one request of `name`; 0 when it may go on, else the seconds to wait. */
export type TakeTurn = (name: string) => number;

/** A token bucket for each name. Names are read keys, so there are as many buckets as keys in use. */
export function createRateLimit(limit: RateLimit, clock: Clock): TakeTurn {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return (name) => {
    const nowMs = clock().getTime();
    const bucket = buckets.get(name) ?? { tokens: limit.burst, atMs: nowMs };
    const earned = (Math.max(0, nowMs - bucket.atMs) / 1_000) * limit.perSecond;
    const tokens = Math.min(limit.burst, bucket.tokens + earned);
    const allowed = tokens >= 1;
    buckets.set(name, { tokens: allowed ? tokens - 1 : tokens, atMs: nowMs });
    return allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / limit.perSecond));
  };
}
