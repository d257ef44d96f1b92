import { describe, expect, it } from 'vitest';
import { runningClock } from '../../src/local-slack/clock.ts';

const NOON = Date.UTC(2026, 3, 6, 12);
const standing = () => runningClock(0, () => NOON);

describe('the clock', () => {
  it('starts as far ahead as it was told', () => {
    expect(runningClock(5000, () => NOON).now()).toBe(NOON + 5000);
  });

  it('skips the calendar without trying anyone’s patience', () => {
    const clock = standing();
    const ran: string[] = [];
    clock.after(3000, () => ran.push('too late'));
    clock.at(NOON + 3000, () => ran.push('due'));
    clock.skip(3_600_000);
    expect(ran).toEqual(['due']);
    expect(clock.aheadMs()).toBe(3_600_000);
  });

  it('moves both', () => {
    const clock = standing();
    const ran: string[] = [];
    clock.after(3000, () => ran.push('too late'));
    clock.at(NOON + 2000, () => ran.push('due'));
    clock.move(2999);
    expect(ran).toEqual(['due']);
    clock.move(1);
    expect(ran).toEqual(['due', 'too late']);
  });

  it('runs what is due in order, and once', () => {
    const clock = standing();
    const ran: number[] = [];
    for (const ms of [300, 100, 200]) clock.at(NOON + ms, () => ran.push(ms));
    clock.skip(1000);
    clock.skip(1000);
    expect(ran).toEqual([100, 200, 300]);
  });

  it('forgets what was cancelled', () => {
    const clock = standing();
    const ran: string[] = [];
    const cancel = clock.after(10, () => ran.push('x'));
    cancel();
    clock.move(100);
    expect(ran).toEqual([]);
  });
});
