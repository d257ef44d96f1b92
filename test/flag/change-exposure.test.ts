import { describe, expect, it } from 'vitest';
import { lower, raise, restore, unrelease } from '../../src/flag/change-exposure.ts';
import { DARK, type Exposure } from '../../src/flag/exposure.ts';
import { overlay } from './support/builders.ts';

const start: Exposure = {
  ...DARK,
  percentages: { internal: 10_000, everyone: 1_000 },
  excluded: ['partners'],
};
const later = { ...overlay, by: 'T1/U2', at: '2025-11-21T00:00:00.000Z' };

describe('raise', () => {
  it('raises what is below and leaves what is there or above', () => {
    expect(raise(start, { everyone: 5_000, internal: 100, beta: 1 }).percentages).toEqual({
      internal: 10_000,
      everyone: 5_000,
      beta: 1,
    });
  });

  it('gives the same value back when nothing rises', () => {
    expect(raise(start, { everyone: 1_000, internal: 0, beta: 0 })).toBe(start);
  });

  it('touches neither the switch nor an exclusion', () => {
    const off = unrelease(unrelease(start, null, overlay), 'internal', overlay);
    const raised = raise(off, { everyone: 10_000, internal: 10_000, partners: 10_000 });
    expect({ ...raised, percentages: off.percentages }).toEqual(off);
  });

  it('takes an audience named like what every object has for what it is', () => {
    expect(raise(DARK, { constructor: 5 }).percentages).toEqual({ constructor: 5 });
    expect(lower(DARK, 'constructor', 0)).toBe(DARK);
    expect(unrelease(DARK, 'constructor', overlay).unreleased.audiences).toEqual({ constructor: overlay });
    expect(restore(DARK, 'constructor')).toBe(DARK);
  });
});

describe('lower', () => {
  it('lowers one audience and never raises', () => {
    expect(lower(start, 'internal', 0).percentages).toEqual({ internal: 0, everyone: 1_000 });
    expect(lower(start, 'everyone', 1_000)).toBe(start);
    expect(lower(start, 'everyone', 2_000)).toBe(start);
    expect(lower(start, 'beta', 0)).toBe(start);
  });
});

describe('unrelease and restore', () => {
  it('lay and remove an overlay; the percentages stay underneath', () => {
    const off = unrelease(start, null, overlay);
    expect(off).toEqual({ ...start, unreleased: { whole: overlay, audiences: {} } });
    expect(restore(off, null)).toEqual(start);
    const part = unrelease(start, 'internal', overlay);
    expect(part).toEqual({ ...start, unreleased: { whole: null, audiences: { internal: overlay } } });
    expect(restore(part, 'internal')).toEqual(start);
  });

  it('keep the first of two overlays: who took it away, when and why', () => {
    const off = unrelease(start, null, overlay);
    expect(unrelease(off, null, later)).toBe(off);
    const part = unrelease(start, 'internal', overlay);
    expect(unrelease(part, 'internal', later)).toBe(part);
  });

  it('touch exactly one overlay', () => {
    const both = unrelease(unrelease(start, null, overlay), 'internal', later);
    expect(restore(both, null).unreleased).toEqual({ whole: null, audiences: { internal: later } });
    expect(restore(both, 'internal').unreleased).toEqual({ whole: overlay, audiences: {} });
    expect(restore(both, 'beta')).toBe(both);
    expect(restore(start, null)).toBe(start);
  });
});
