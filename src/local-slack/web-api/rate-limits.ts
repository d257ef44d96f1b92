import type { Clock } from '../clock.ts';

/**
 * How often a method may be called by an app in a workspace. Tiers are calls a minute.
 * Source: https://docs.slack.dev/apis/web-api/rate-limits
 */
export type Rate = { tier: 1 | 2 | 3 | 4 } | { everyMs: number; per: 'channel' } | 'unlimited';

const PER_MINUTE = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;
const MINUTE_MS = 60_000;

export type RateLimits = {
  /** Counts a call. Seconds to wait when it is one too many, else `undefined`. */
  take(method: string, rate: Rate, caller: string, channel: string | undefined): number | undefined;
};

/** Counts calls in a sliding minute, and the newest message of each channel. */
export function rateLimits(clock: Clock): RateLimits {
  const calls = new Map<string, number[]>();
  return {
    take: (method, rate, caller, channel) => {
      if (rate === 'unlimited') return undefined;
      const [most, spanMs] = 'tier' in rate ? [PER_MINUTE[rate.tier], MINUTE_MS] : [1, rate.everyMs];
      const key = 'tier' in rate ? `${caller}:${method}` : `${caller}:${method}:${channel}`;
      const now = clock.now();
      const recent = (calls.get(key) ?? []).filter((at) => now - at < spanMs);
      const oldest = recent[0];
      if (recent.length >= most && oldest !== undefined) {
        calls.set(key, recent);
        return Math.max(1, Math.ceil((oldest + spanMs - now) / 1000));
      }
      calls.set(key, [...recent, now]);
      return undefined;
    },
  };
}

/** No limits, for looking at other things. */
export const noRateLimits: RateLimits = { take: () => undefined };
