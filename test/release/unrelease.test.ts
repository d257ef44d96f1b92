import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/release/command.ts';
import { applyStep } from '../../src/release/stage.ts';
import { planOf, Scenario } from '../support/scenario.ts';

describe('an un-release', () => {
  it('takes the feature from everyone at once and ends the release, keeping the percentages underneath', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([10, 50], 60_000));
    world.approve('amara');
    const decision = world.unrelease('kiran', 'checkout');
    expect(decision.ok && decision.events.map((event) => event.type)).toEqual(['Unreleased', 'ReleaseEnded']);
    expect(world.exposure('checkout')).toBe('off');
    expect(world.release().phase).toMatchObject({ kind: 'ended', outcome: 'unreleased' });
    expect(world.state.flags.get('checkout')?.exposures.production?.percentages).toEqual({ everyone: 1_000 });
  });

  it('cancels what had not started', () => {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 25);
    world.unrelease('nico', 'checkout');
    expect(world.release().phase).toMatchObject({ kind: 'ended', outcome: 'cancelled' });
  });

  it('of one audience pauses the release and excludes just those people', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([10, 50], 60_000));
    world.approve('amara');
    const decision = world.unrelease('nico', 'checkout', 'beta');
    expect(decision.ok && decision.events.map((event) => event.type)).toEqual(['Unreleased', 'Paused']);
    expect(
      Object.keys(world.state.flags.get('checkout')?.exposures.production?.unreleased.audiences ?? {}),
    ).toEqual(['beta']);
  });

  it('a second time says who did it before', () => {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 25);
    world.approve('amara');
    world.unrelease('nico', 'checkout');
    expect(world.unrelease('kiran', 'checkout')).toMatchObject({
      rejection: { code: 'ALREADY_UNRELEASED', overlay: { by: 'nico' } },
    });
  });

  it('is refused for guests and outsiders only', () => {
    const world = Scenario.installed('checkout');
    expect(world.unrelease('gil', 'checkout')).toMatchObject({ rejection: { code: 'NOT_A_MEMBER' } });
    expect(world.unrelease('olga', 'checkout')).toMatchObject({ rejection: { code: 'NOT_A_MEMBER' } });
    expect(
      world.decide(
        { kind: 'key', owner: 'kiran' },
        {
          type: 'unrelease',
          flags: ['checkout'],
          environment: 'production',
          audience: null,
          reason: '',
        },
      ).ok,
    ).toBe(true);
  });
});

describe('a restore', () => {
  function unreleased(): Scenario {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 25);
    world.approve('amara');
    world.unrelease('kiran', 'checkout');
    return world;
  }

  const restore: Extract<Command, { type: 'restore' }> = {
    type: 'restore',
    flags: ['checkout'],
    environment: 'production',
    audience: null,
    channel: null,
  };

  it('is a widening like any other: it waits for approval, then gives back exactly what was taken', () => {
    const world = unreleased();
    expect(world.mustDo('kiran', restore)).toEqual(['ReleaseOpened', 'ApprovalRequested']);
    expect(world.exposure('checkout')).toBe('off');
    world.approve('amara', 'r2');
    expect(world.exposure('checkout')).toEqual({ everyone: 25 });
  });

  it('removes only the very overlay that the person saw, never a newer one', () => {
    const overlay = { by: 'nico', at: '2026-11-23T10:00:00.000Z', reason: '' };
    const exposure = {
      percentages: { everyone: 2_500 },
      excluded: [],
      unreleased: { whole: overlay, audiences: {} },
    };
    const step = (at: string) =>
      ({ kind: 'restore', audience: null, unreleasedAt: { checkout: at } }) as const;
    expect(applyStep(exposure, 'checkout', step('2026-11-23T09:00:00.000Z'))).toEqual(exposure);
    expect(applyStep(exposure, 'checkout', step(overlay.at)).unreleased.whole).toBeNull();
  });

  it('that waits is cancelled by an un-release, though nothing is left to take away', () => {
    const world = unreleased();
    world.mustDo('kiran', restore);
    const decision = world.unrelease('nico', 'checkout');
    expect(decision.ok && decision.events.map((event) => event.type)).toEqual(['ReleaseEnded']);
    expect(world.release('r2').phase).toMatchObject({ kind: 'ended', outcome: 'cancelled' });
  });

  it('of one flag of a release in flight is its next stage', () => {
    const world = Scenario.installed('checkout', 'search');
    world.mustDo('mara', {
      type: 'open-release',
      title: 'both',
      environment: 'production',
      flags: ['checkout', 'search'],
      plan: planOf([10, 50], 60_000),
      start: { kind: 'when-approved' },
      channel: null,
      draft: false,
    });
    world.approve('amara');
    world.unrelease('kiran', 'search');
    expect(world.mustDo('mara', { ...restore, flags: ['search'] })).toEqual([
      'ReleaseEdited',
      'ApprovalRequested',
    ]);
    world.approve('amara');
    world.mustDo('mara', { type: 'resume', release: 'r1' });
    expect(world.later(60_000).tick()).toEqual(['StageFired']);
    expect([world.exposure('checkout'), world.exposure('search')]).toEqual([
      { everyone: 10 },
      { everyone: 10 },
    ]);
  });

  it('of what was not taken away is refused', () => {
    const world = Scenario.installed('checkout');
    expect(world.refusal('mara', restore)).toBe('NOT_UNRELEASED');
  });

  it('is needed before a ramp: raising underneath an un-release is refused', () => {
    const world = unreleased();
    expect(world.ramp('mara', 'checkout', 50)).toMatchObject({ rejection: { code: 'IS_UNRELEASED' } });
  });
});
