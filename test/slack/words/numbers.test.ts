import { describe, expect, it } from 'vitest';
import { counted, people } from '../../../src/slack/words/count.ts';
import { duration } from '../../../src/slack/words/duration.ts';
import { joined, joinedUpTo } from '../../../src/slack/words/join.ts';
import { percent } from '../../../src/slack/words/percent.ts';
import { progressBar } from '../../../src/slack/words/progress.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('numbers in words', () => {
  it.each([
    [0, '0 %'],
    [1, '0.01 %'],
    [50, '0.5 %'],
    [100, '1 %'],
    [1_000, '10 %'],
    [2_550, '25.5 %'],
    [10_000, '100 %'],
  ])('writes %d basis points without needless zeros: %s', (points, words) => {
    expect(percent(points)).toBe(words);
  });

  it.each([
    [0, '0 s'],
    [10 * SECOND, '10 s'],
    [90 * SECOND, '1 min 30 s'],
    [40 * MINUTE, '40 min'],
    [HOUR, '1 h'],
    [DAY, '1 day'],
    [2 * DAY, '2 days'],
    [DAY + 6 * HOUR, '1 day 6 h'],
    [DAY + 6 * HOUR + 5 * MINUTE, '1 day 6 h'],
    [2 * DAY + 3 * MINUTE, '2 days'],
  ])('says %d ms as people do: %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  it('counts with thousands separators, one and many', () => {
    expect(people(3_100)).toBe('3,100 people');
    expect(people(1)).toBe('1 person');
    expect(counted(1, 'stage')).toBe('1 stage');
    expect(counted(6, 'stage')).toBe('6 stages');
  });

  it('joins words as a sentence does, and stops where it gets long', () => {
    expect(joined([])).toBe('');
    expect(joined(['a'])).toBe('a');
    expect(joined(['a', 'b', 'c'], 'or')).toBe('a, b or c');
    expect(joinedUpTo(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  });

  it.each([
    [0, '▱▱▱▱▱▱▱▱▱▱'],
    [1, '▰▱▱▱▱▱▱▱▱▱'],
    [1_000, '▰▱▱▱▱▱▱▱▱▱'],
    [5_000, '▰▰▰▰▰▱▱▱▱▱'],
    [9_999, '▰▰▰▰▰▰▰▰▰▱'],
    [10_000, '▰▰▰▰▰▰▰▰▰▰'],
  ])('shows %d basis points as %s: anything shows, and only everyone is full', (points, bar) => {
    expect(progressBar(points)).toBe(bar);
  });
});
