import { describe, expect, it } from 'vitest';
import { bucketOf } from '../../src/flag/bucket.ts';
import { evaluate } from '../../src/flag/evaluate.ts';
import { exposed, flag, listed, setOf, where } from './support/builders.ts';

const PEOPLE = 1_000_000;
const STEPS = [0, 1, 10, 100, 500, 1_000, 2_500, 5_000, 7_500, 9_999, 10_000];

describe('a ramp', () => {
  it('shows a feature to the asked percentage of a million people within 0.2 points, and never drops one', () => {
    const seen = new Map(STEPS.map((step) => [step, 0]));
    for (let n = 0; n < PEOPLE; n += 1) {
      const bucket = bucketOf('new-checkout', 'x', `user-${n}`);
      // Once on at a step means on at each later one: the bucket does not depend on the step.
      for (const step of STEPS) if (bucket < step) seen.set(step, (seen.get(step) ?? 0) + 1);
    }
    for (const [step, people] of seen) {
      expect(Math.abs((people / PEOPLE) * 100 - step / 100)).toBeLessThan(0.2);
    }
    expect(seen.get(0)).toBe(0);
    expect(seen.get(10_000)).toBe(PEOPLE);
  });

  it('keeps everyone of 5,000 people on, and on their variant, from 0 to 100 % in two audiences', () => {
    const variants = ['a', 'b', 'c'].map((name) => ({ name, value: name, description: '', weight: 1 }));
    const base = flag('pricing', { off: { value: 'old', description: '' }, variants });
    const pro = where('pro', { op: 'is', attribute: 'plan', value: 'pro' });
    const people = Array.from({ length: 5_000 }, (_, n) => ({
      targetingKey: `user-${n}`,
      plan: n % 3 === 0 ? 'pro' : 'free',
    }));
    const got = new Map<string, unknown>();
    for (const everyone of STEPS) {
      for (const ofPro of [0, everyone, 10_000].filter((to) => to >= everyone)) {
        const set = setOf([exposed(base, { percentages: { everyone, pro: ofPro } })], [pro]);
        if (ofPro === 10_000 && everyone < 10_000) continue;
        for (const person of people) {
          const evaluation = evaluate(set, 'pricing', person);
          const before = got.get(person.targetingKey);
          if (before !== undefined) expect(evaluation?.value).toBe(before);
          else if (evaluation?.on) got.set(person.targetingKey, evaluation.value);
        }
      }
    }
    expect(got.size).toBe(people.length);
    expect(new Set(got.values()).size).toBe(3);
  });

  it('counts the highest percentage among someone’s audiences, be it the smaller audience’s or everyone’s', () => {
    const set = (percentages: Record<string, number>) =>
      setOf([flag('a', { exposure: { percentages } })], [listed('us', 'user-1')]);
    const bucket = bucketOf('a', 'x', 'user-1');
    const on = (percentages: Record<string, number>) =>
      evaluate(set(percentages), 'a', { targetingKey: 'user-1' })?.on;
    expect(on({ us: bucket, everyone: bucket })).toBe(false);
    expect(on({ us: bucket + 1, everyone: 0 })).toBe(true);
    expect(on({ us: 0, everyone: bucket + 1 })).toBe(true);
  });

  it('shows flags of one seed to the same people, and flags of two seeds to a share of a share', () => {
    const at = (key: string, seed: string, to: number, prerequisites: string[] = []) =>
      flag(key, { seed, prerequisites, exposure: { percentages: { everyone: to } } });
    const set = setOf([at('a', 'one', 2_500), at('b', 'one', 2_500), at('c', 'two', 5_000, ['a'])]);
    const people = Array.from({ length: 20_000 }, (_, n) => ({ targetingKey: `user-${n}` }));
    const of = (key: string) => people.filter((person) => evaluate(set, key, person)?.on);
    expect(of('b')).toEqual(of('a'));
    expect(of('c').length / people.length).toBeCloseTo(0.125, 2);
  });
});
