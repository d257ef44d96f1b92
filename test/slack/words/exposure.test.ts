import { describe, expect, it } from 'vitest';
import { changesWords, takenWords, visibleWords, whoHasIt } from '../../../src/slack/words/exposure.ts';
import { bakeWords, planWords } from '../../../src/slack/words/stage.ts';
import { DAY, stagedPlan } from '../../support/sample-state.ts';
import { planOf } from '../../support/scenario.ts';

describe('who sees it, in words', () => {
  it.each([
    [{}, 'nobody'],
    [{ everyone: 1_000 }, '10 % of everyone'],
    [{ everyone: 1_000, internal: 10_000, beta: 10_000 }, '10 % of everyone · internal and beta 100 %'],
    [{ internal: 10_000, beta: 500 }, 'internal 100 %, beta 5 %'],
    [{ everyone: 10_000, internal: 10_000 }, '100 % of everyone'],
  ])('says %j as "%s"', (visible, words) => {
    expect(visibleWords(visible, false)).toBe(words);
  });

  it('says within a sentence who has it', () => {
    expect(whoHasIt({ everyone: 1_000, internal: 10_000, beta: 10_000 })).toBe(
      '10 % of everyone, internal and beta in full',
    );
    expect(whoHasIt({ partners: 500 })).toBe('5 % of partners');
    expect(whoHasIt({ everyone: 10_000 })).toBe('everyone');
    expect(whoHasIt({})).toBe('nobody');
  });

  it('writes changes before → after, once for flags that change alike', () => {
    const changes = ['a', 'b'].flatMap((flag) => [
      { flag, audience: 'everyone', from: 0, to: 2_500 },
      { flag, audience: 'internal', from: 0, to: 10_000 },
    ]);
    expect(changesWords(changes)).toBe('0 → 25 % of everyone and internal 0 → 100 %');
  });

  it('says what an un-release took', () => {
    const all = [
      { flag: 'a', audience: 'everyone', from: 1_000, to: 0 },
      { flag: 'a', audience: 'internal', from: 10_000, to: 0 },
    ];
    expect(takenWords(all, null)).toBe('10 % of everyone, internal in full → *nobody*');
    expect(takenWords(all.slice(1), 'internal')).toBe('internal 100 → *0 %*');
    expect(takenWords([], null)).toBe('');
  });
});

describe('a plan in words', () => {
  it('names stages in order, and "of everyone" once', () => {
    expect(planWords(stagedPlan())).toBe('internal → beta → 1 % → 10 % → 50 % → 100 % of everyone');
    expect(
      planWords([{ step: { kind: 'restore', audience: 'beta', unreleasedAt: {} }, bakeMs: 0, gates: [] }]),
    ).toBe('restore beta');
  });

  it('says how long it bakes', () => {
    expect(bakeWords(planOf([1, 10, 100], DAY))).toBe('bake 1 day each');
    expect(bakeWords(planOf([10, 100], DAY))).toBe('bake 1 day');
    expect(bakeWords(planOf([100]))).toBe('');
    const uneven = planOf([1, 10, 100], DAY);
    expect(
      bakeWords(uneven.map((stage, index) => (index === 0 ? { ...stage, bakeMs: 2 * DAY } : stage))),
    ).toBe('bake 3 days in all');
  });
});
