import { describe, expect, it } from 'vitest';
import { OPEN_POLICY } from '../../src/environment/policy.ts';
import { AT_ONCE, planOf, Scenario } from '../support/scenario.ts';

describe('a ramp up', () => {
  it('opens a one-stage release that waits for approval in production', () => {
    const world = Scenario.installed('checkout');
    const decision = world.ramp('mara', 'checkout', 25);
    expect(decision.ok && decision.events.map((event) => event.type)).toEqual([
      'ReleaseOpened',
      'ApprovalRequested',
    ]);
    expect(world.exposure('checkout')).toEqual({});
    expect(world.release().phase.kind).toBe('waiting');
  });

  it('fires in the commit of the approval that completes the quorum', () => {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 25);
    expect(world.approve('amara')).toEqual(['Approved', 'StageFired', 'ReleaseEnded']);
    expect(world.exposure('checkout')).toEqual({ everyone: 25 });
    expect(world.release().phase).toMatchObject({ kind: 'ended', outcome: 'released' });
  });

  it('needs nobody where the policy asks for nobody', () => {
    const world = Scenario.installed('checkout');
    world.mustDo('mara', { type: 'set-policy', environment: 'production', policy: OPEN_POLICY });
    world.ramp('nico', 'checkout', 25);
    expect(world.exposure('checkout')).toEqual({ everyone: 25 });
  });

  it('refuses a second release on the flag in the same environment, and says which is in flight', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([10, 50]));
    const decision = world.decide('nico', {
      type: 'open-release',
      title: 'again',
      environment: 'production',
      flags: ['checkout'],
      plan: planOf([100]),
      start: AT_ONCE,
      channel: null,
      draft: false,
    });
    expect(decision).toEqual({
      ok: false,
      rejection: { code: 'IN_FLIGHT', release: 'r1', flag: 'checkout' },
    });
  });

  it('on a release under way becomes its next stage, without waiting for the bake, and asks again', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([1, 10, 50, 100], 3_600_000));
    world.approve('amara');
    expect(world.exposure('checkout')).toEqual({ everyone: 1 });
    world.ramp('nico', 'checkout', 25);
    expect(world.release().plan.map((stage) => stage.step)).toEqual([
      { kind: 'raise', to: { everyone: 100 } },
      { kind: 'raise', to: { everyone: 2_500 } },
      { kind: 'raise', to: { everyone: 5_000 } },
      { kind: 'raise', to: { everyone: 10_000 } },
    ]);
    expect(world.exposure('checkout')).toEqual({ everyone: 1 });
    world.approve('amara');
    expect(world.exposure('checkout')).toEqual({ everyone: 25 });
  });

  it('on a one-stage release that waits replaces what it asked for', () => {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 25);
    world.ramp('mara', 'checkout', 10);
    expect(world.release().plan).toEqual(planOf([10]));
    world.approve('amara');
    expect(world.exposure('checkout')).toEqual({ everyone: 10 });
  });

  it('that was computed from a percentage which has moved since is refused', () => {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 25);
    world.approve('amara');
    expect(
      world.refusal('mara', {
        type: 'ramp',
        flag: 'checkout',
        environment: 'production',
        audience: 'everyone',
        to: 2_000,
        seen: 1_000,
        start: AT_ONCE,
        channel: null,
      }),
    ).toBe('MOVED_SINCE_SEEN');
  });

  it.each([
    ['gil', 'NOT_A_MEMBER'],
    ['olga', 'NOT_A_MEMBER'],
    ['nobody', 'NOT_A_MEMBER'],
  ])('by %s is refused', (by, code) => {
    const world = Scenario.installed('checkout');
    const decision = world.ramp(by, 'checkout', 25);
    expect(decision).toMatchObject({ ok: false, rejection: { code } });
  });

  it('by someone about whom only old facts are known is refused', () => {
    const world = Scenario.installed('checkout');
    world.factsAgeMs = 11 * 60_000;
    expect(world.ramp('nico', 'checkout', 25)).toMatchObject({ rejection: { code: 'PERSON_NOT_FRESH' } });
  });

  it('to where the flag stands already is refused', () => {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 25);
    world.approve('amara');
    expect(world.ramp('mara', 'checkout', 25)).toMatchObject({
      rejection: { code: 'ALREADY_AT', at: 2_500 },
    });
  });

  it('for an audience without conditions is refused: it would reach nobody', () => {
    const world = Scenario.installed('checkout');
    world.mustDo('mara', {
      type: 'define-audience',
      audience: { key: 'empty', description: '', membership: { kind: 'where', all: [] }, open: false },
    });
    expect(world.ramp('mara', 'checkout', 25, 'empty')).toMatchObject({
      rejection: { code: 'REACHES_NOBODY' },
    });
  });
});

describe('an audience with the name of something every object inherits', () => {
  it('is at 0 until it is raised, and can be un-released and restored', () => {
    const world = Scenario.installed('checkout');
    const audience = {
      key: 'constructor',
      description: '',
      membership: { kind: 'listed' as const, keys: ['user-1'] },
      open: false,
    };
    world.mustDo('mara', { type: 'define-audience', audience });
    world.ramp('mara', 'checkout', 100, 'constructor');
    world.approve('amara');
    expect(world.exposure('checkout')).toEqual({ constructor: 100 });
    expect(world.unrelease('nico', 'checkout', 'constructor').ok).toBe(true);
    expect(world.unrelease('nico', 'checkout', 'constructor')).toMatchObject({
      rejection: { code: 'ALREADY_UNRELEASED' },
    });
  });
});

describe('a ramp down', () => {
  it('is done at once, by any member, without approval, also in a freeze', () => {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 50);
    world.approve('amara');
    world.mustDo('mara', {
      type: 'add-freeze',
      environment: 'production',
      freeze: {
        id: 'f1',
        name: 'Black Friday',
        reason: '',
        startsAt: '2026-11-20T00:00:00.000Z',
        endsAt: '2026-12-01T00:00:00.000Z',
      },
    });
    expect(world.ramp('nico', 'checkout', 10).ok).toBe(true);
    expect(world.exposure('checkout')).toEqual({ everyone: 10 });
  });

  it('pauses the release that is rolling', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([10, 50], 60_000));
    world.approve('amara');
    const decision = world.ramp('nico', 'checkout', 5);
    expect(decision.ok && decision.events.map((event) => event.type)).toEqual(['RampedDown', 'Paused']);
    expect(world.release().phase.kind).toBe('paused');
    expect(world.later(60_000).tick()).toEqual([]);
  });

  it('works on facts of any age, but not for a guest', () => {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 50);
    world.approve('amara');
    world.factsAgeMs = 30 * 86_400_000;
    expect(world.ramp('gil', 'checkout', 10)).toMatchObject({ rejection: { code: 'NOT_A_MEMBER' } });
    expect(world.ramp('nico', 'checkout', 10).ok).toBe(true);
  });
});
