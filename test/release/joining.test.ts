import { describe, expect, it } from 'vitest';
import { CAREFUL_POLICY } from '../../src/environment/policy.ts';
import { BETA, planOf, Scenario } from '../support/scenario.ts';

const HOUR = 3_600_000;

/** Rolling without approvals: 1 % is out, and everyone follows after a day; beta was taken away meanwhile. */
function rollingWithoutBeta(...others: string[]): Scenario {
  const world = Scenario.installed('checkout', ...others);
  world.mustDo('mara', {
    type: 'set-policy',
    environment: 'production',
    policy: { ...CAREFUL_POLICY, quorum: 0 },
  });
  world.open('mara', 'checkout', planOf([1, 100], 24 * HOUR));
  world.later(HOUR).unrelease('amara', 'checkout', 'beta');
  world.mustDo('mara', { type: 'resume', release: 'r1' });
  return world;
}

const restoreBeta = (...flags: string[]) =>
  ({ type: 'restore', flags, environment: 'production', audience: 'beta', channel: null }) as const;

describe('a restore that joins the release in flight', () => {
  it('happens at once, and the stage after it still bakes', () => {
    const world = rollingWithoutBeta();
    expect(world.mustDo('mara', restoreBeta('checkout'))).toContain('StageFired');
    expect(world.later(HOUR).tick()).toEqual([]);
    expect(world.exposure('checkout')).toEqual({ everyone: 1 });
    expect(world.later(23 * HOUR).tick()).toEqual(['StageFired', 'ReleaseEnded']);
  });

  it('is refused when it is planned already', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([25]));
    world.unrelease('amara', 'checkout', 'beta');
    world.mustDo('mara', restoreBeta('checkout'));
    expect(world.refusal('mara', restoreBeta('checkout'))).toBe('STAGE_CHANGES_NOTHING');
  });

  it('is refused for flags of other releases, rather than forgetting them', () => {
    const world = rollingWithoutBeta('search');
    world.unrelease('amara', 'search', 'beta');
    expect(world.refusal('mara', restoreBeta('checkout', 'search'))).toBe('IN_FLIGHT');
  });
});

describe('a ramp with a time', () => {
  it('is refused on a release that has started, rather than done at once', () => {
    const world = rollingWithoutBeta();
    const at = new Date(world.now.getTime() + 24 * HOUR).toISOString();
    const decision = world.do('mara', {
      type: 'ramp',
      flag: 'checkout',
      environment: 'production',
      audience: 'everyone',
      to: 5_000,
      seen: null,
      start: { kind: 'at', at, wallTime: '', zone: 'UTC' },
      channel: null,
    });
    expect(decision).toMatchObject({ ok: false, rejection: { code: 'IN_FLIGHT' } });
    expect(world.exposure('checkout')).toEqual({ everyone: 1 });
  });
});

describe('an audience', () => {
  it('is only opened to change without approval by an admin', () => {
    const world = Scenario.installed('checkout');
    const command = { type: 'define-audience', audience: { ...BETA, open: true } } as const;
    expect(world.refusal('amara', command)).toBe('ADMINS_ONLY');
    expect(world.mustDo('mara', command)).toEqual(['AudienceDefined']);
  });
});
