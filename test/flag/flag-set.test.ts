import { describe, expect, it } from 'vitest';
import { DARK } from '../../src/flag/exposure.ts';
import { dependentsOf, exposureOf, findCycle, prerequisitesOf } from '../../src/flag/flag-set.ts';
import { flag, setOf } from './support/builders.ts';

const needs = (key: string, ...prerequisites: string[]) => flag(key, { prerequisites });
const set = setOf([
  needs('a', 'b', 'c'),
  needs('b', 'd'),
  needs('c', 'd', 'ghost'),
  needs('d'),
  needs('e', 'a'),
]);
const circle = setOf([
  needs('a', 'b'),
  needs('b', 'c'),
  needs('c', 'd', 'b'),
  needs('d'),
  needs('self', 'self'),
]);

describe('a set of flags', () => {
  it('knows what a flag needs, over any number of steps, the missing included', () => {
    expect([...prerequisitesOf(set, 'a')]).toEqual(['b', 'd', 'c', 'ghost']);
    expect([...prerequisitesOf(set, 'd')]).toEqual([]);
    expect([...prerequisitesOf(set, 'ghost')]).toEqual([]);
    expect([...prerequisitesOf(circle, 'b')]).toEqual(['c', 'd', 'b']);
  });

  it('knows who needs a flag, over any number of steps', () => {
    expect(dependentsOf(set, 'd')).toEqual(new Set(['a', 'b', 'c', 'e']));
    expect(dependentsOf(set, 'ghost')).toEqual(new Set(['a', 'c', 'e']));
    expect(dependentsOf(set, 'e')).toEqual(new Set());
    expect(dependentsOf(circle, 'b')).toEqual(new Set(['a', 'c']));
  });

  it('finds a circle from wherever it is reached', () => {
    expect(findCycle(set, 'e')).toBeNull();
    expect(findCycle(circle, 'a')).toEqual(['b', 'c', 'b']);
    expect(findCycle(circle, 'c')).toEqual(['c', 'b', 'c']);
    expect(findCycle(circle, 'self')).toEqual(['self', 'self']);
    expect(findCycle(circle, 'd')).toBeNull();
  });

  it('walks 10,000 flags that need each other in a row', () => {
    const row = Array.from({ length: 10_000 }, (_, n) => needs(`f-${n}`, ...(n > 0 ? [`f-${n - 1}`] : [])));
    const long = setOf(row);
    expect(prerequisitesOf(long, 'f-9999').size).toBe(9_999);
    expect(dependentsOf(long, 'f-0').size).toBe(9_999);
    expect(findCycle(long, 'f-9999')).toBeNull();
  });

  it('takes an environment of which nothing was said for dark', () => {
    expect(exposureOf(flag('a'), 'production')).toBe(DARK);
    expect(exposureOf(flag('a'), 'constructor')).toBe(DARK);
  });
});
