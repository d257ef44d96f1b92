import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../src/http/rate-limit.ts';

const SEED = 20_251_121;

describe('the rate limit', () => {
  it('lets a burst through, then as many as it earns, and says how long to wait', () => {
    let nowMs = 0;
    const takeTurn = createRateLimit({ perSecond: 0.5, burst: 2 }, () => new Date(nowMs));
    expect([takeTurn('a'), takeTurn('a'), takeTurn('a')]).toEqual([0, 0, 2]);
    expect(takeTurn('b')).toBe(0);
    nowMs = 1_900;
    expect(takeTurn('a')).toBe(1);
    nowMs = 2_000;
    expect([takeTurn('a'), takeTurn('a')]).toEqual([0, 2]);
  });

  it('never lets more through than burst and time allow, also when the clock steps back', () => {
    const limit = { perSecond: 10, burst: 5 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 200 }), { maxLength: 300 }), (steps) => {
        let nowMs = 0;
        let forwardMs = 0;
        let passed = 0;
        const takeTurn = createRateLimit(limit, () => new Date(nowMs));
        for (const step of steps) {
          nowMs += step;
          forwardMs += Math.max(0, step);
          if (takeTurn('a') === 0) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(limit.burst + (forwardMs / 1_000) * limit.perSecond + 1e-6);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
