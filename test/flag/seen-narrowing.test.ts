import { describe, expect, it } from 'vitest';
import { DARK } from '../../src/flag/exposure.ts';
import { hiddenNarrowing } from '../../src/flag/seen-narrowing.ts';
import { everyoneOff, overlay } from './support/builders.ts';

const at = (percentages: Record<string, number>) => ({ ...DARK, percentages });

describe('lowering an audience', () => {
  it('is not seen where everyone, or another audience, is as high', () => {
    expect(hiddenNarrowing(at({ beta: 3_000, everyone: 5_000, team: 3_000 }), 'beta', 0)).toEqual([
      { audience: 'everyone', at: 5_000, hides: 'all' },
      { audience: 'team', at: 3_000, hides: 'all' },
    ]);
  });

  it('is seen only down to everyone’s percentage', () => {
    expect(hiddenNarrowing(at({ beta: 8_000, everyone: 5_000 }), 'beta', 2_000)).toEqual([
      { audience: 'everyone', at: 5_000, hides: 'part' },
    ]);
  });

  it('is seen as asked where all others are at what was asked, or below', () => {
    expect(hiddenNarrowing(at({ beta: 8_000, everyone: 5_000 }), 'beta', 5_000)).toEqual([]);
    expect(hiddenNarrowing(at({ beta: 8_000 }), 'beta', 0)).toEqual([]);
    expect(hiddenNarrowing(at({ beta: 8_000, everyone: 5_000 }), 'beta', 9_000)).toEqual([]);
  });

  it('of everyone is seen, though those of smaller audiences keep theirs', () => {
    expect(hiddenNarrowing(at({ internal: 10_000, everyone: 5_000 }), 'everyone', 0)).toEqual([]);
  });

  it('is hidden by nothing that is itself taken away', () => {
    const excluded = { ...at({ beta: 3_000, team: 9_000 }), excluded: ['team'] };
    expect(hiddenNarrowing(excluded, 'beta', 0)).toEqual([]);
    const unreleased = {
      ...at({ beta: 3_000, team: 9_000 }),
      unreleased: { whole: null, audiences: { team: overlay } },
    };
    expect(hiddenNarrowing(unreleased, 'beta', 0)).toEqual([]);
    expect(
      hiddenNarrowing({ ...at({ beta: 3_000, everyone: 9_000 }), unreleased: everyoneOff }, 'beta', 0),
    ).toEqual([]);
  });
});
