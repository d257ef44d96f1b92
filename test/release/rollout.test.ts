import { describe, expect, it } from 'vitest';
import { flagSet } from '../../src/release/stage.ts';
import { planFrom, TEMPLATES } from '../../src/release/template.ts';
import { planOf, Scenario } from '../support/scenario.ts';

const MINUTE = 60_000;

function rolling(percents: number[], bakeMs = MINUTE): Scenario {
  const world = Scenario.installed('checkout');
  world.open('mara', 'checkout', planOf(percents, bakeMs));
  world.approve('amara');
  return world;
}

describe('a staged rollout', () => {
  it('runs by itself, each stage after the bake time of the one before', () => {
    const world = rolling([1, 10, 100]);
    expect(world.later(MINUTE - 1).tick()).toEqual([]);
    expect(world.later(1).tick()).toEqual(['StageFired']);
    expect(world.exposure('checkout')).toEqual({ everyone: 10 });
    expect(world.tick()).toEqual([]);
    expect(world.later(MINUTE).tick()).toEqual(['StageFired', 'ReleaseEnded']);
    expect(world.exposure('checkout')).toEqual({ everyone: 100 });
  });

  it('does not bunch its stages after an outage: each bakes from when the one before really fired', () => {
    const world = rolling([1, 10, 50, 100]);
    expect(world.later(7 * 86_400_000).tick()).toEqual(['StageFired']);
    expect(world.tick()).toEqual([]);
    expect(world.later(MINUTE).tick()).toEqual(['StageFired']);
  });

  it('keeps the remainder of the bake over a pause', () => {
    const world = rolling([1, 10]);
    world.later(40_000).mustDo('nico', { type: 'pause', release: 'r1', reason: 'lunch' });
    expect(world.later(3_600_000).tick()).toEqual([]);
    world.mustDo('mara', { type: 'resume', release: 'r1' });
    expect(world.later(19_999).tick()).toEqual([]);
    expect(world.later(1).tick()).toEqual(['StageFired', 'ReleaseEnded']);
  });

  it('adds up what baked between several pauses', () => {
    const world = rolling([1, 10]);
    for (let pause = 0; pause < 2; pause += 1) {
      world.later(20_000).mustDo('nico', { type: 'pause', release: 'r1', reason: '' });
      world.later(3_600_000).mustDo('mara', { type: 'resume', release: 'r1' });
    }
    expect(world.later(19_999).tick()).toEqual([]);
    expect(world.later(1).tick()).toEqual(['StageFired', 'ReleaseEnded']);
  });

  it('goes on at once when a person advances it, and only once', () => {
    const world = rolling([1, 10, 100]);
    expect(world.mustDo('mara', { type: 'advance', release: 'r1' })).toEqual(['Advanced', 'StageFired']);
    expect(world.exposure('checkout')).toEqual({ everyone: 10 });
    expect(world.tick()).toEqual([]);
  });

  it('watches longer when a person extends the bake', () => {
    const world = rolling([1, 10]);
    world.mustDo('mara', { type: 'extend-bake', release: 'r1', byMs: MINUTE });
    expect(world.later(MINUTE).tick()).toEqual([]);
    expect(world.later(MINUTE).tick()).toEqual(['StageFired', 'ReleaseEnded']);
  });

  it('is held by a freeze while bake goes on, and goes on after it', () => {
    const world = rolling([1, 10]);
    world.mustDo('mara', {
      type: 'add-freeze',
      environment: 'production',
      freeze: {
        id: 'f1',
        name: 'Fair',
        reason: '',
        startsAt: world.now.toISOString(),
        endsAt: new Date(world.now.getTime() + 10 * MINUTE).toISOString(),
      },
    });
    expect(world.later(MINUTE).tick()).toEqual([]);
    expect(world.later(9 * MINUTE).tick()).toEqual(['StageFired', 'ReleaseEnded']);
  });

  it('cannot be advanced past a freeze', () => {
    const world = rolling([1, 10]);
    world.mustDo('mara', {
      type: 'add-freeze',
      environment: 'production',
      freeze: {
        id: 'f1',
        name: 'Fair',
        reason: '',
        startsAt: '2026-11-01T00:00:00.000Z',
        endsAt: '2027-01-01T00:00:00.000Z',
      },
    });
    expect(world.mustDo('mara', { type: 'advance', release: 'r1' })).toEqual(['Advanced']);
    expect(world.exposure('checkout')).toEqual({ everyone: 1 });
  });

  it('waits at a manual gate until a person advances', () => {
    const world = Scenario.installed('checkout');
    const [first, second] = planOf([1, 10], MINUTE);
    if (first === undefined || second === undefined) throw new Error('two stages expected');
    world.open('mara', 'checkout', [first, { ...second, gates: [{ kind: 'manual' }] }]);
    world.approve('amara');
    expect(world.later(2 * MINUTE).tick()).toEqual([]);
    expect(world.mustDo('mara', { type: 'advance', release: 'r1' })).toEqual([
      'Advanced',
      'StageFired',
      'ReleaseEnded',
    ]);
  });

  it('stops when cancelled, and exposure stays', () => {
    const world = rolling([10, 100]);
    world.mustDo('mara', { type: 'cancel', release: 'r1', reason: '' });
    expect(world.later(MINUTE).tick()).toEqual(['RELEASE_ENDED']);
    expect(world.exposure('checkout')).toEqual({ everyone: 10 });
  });

  it('from the Demo template goes internal, beta, 1, 10, 50, 100 %', () => {
    const world = Scenario.installed('checkout');
    const demo = TEMPLATES.find((template) => template.key === 'demo');
    if (demo === undefined) throw new Error('the Demo template is gone');
    const plan = planFrom(demo, flagSet(world.state, 'production'), 'checkout');
    expect(plan.map((stage) => stage.step)).toEqual([
      { kind: 'raise', to: { internal: 10_000 } },
      { kind: 'raise', to: { beta: 10_000 } },
      { kind: 'raise', to: { everyone: 100 } },
      { kind: 'raise', to: { everyone: 1_000 } },
      { kind: 'raise', to: { everyone: 5_000 } },
      { kind: 'raise', to: { everyone: 10_000 } },
    ]);
    world.open('mara', 'checkout', plan);
    world.approve('amara');
    for (let stage = 2; stage <= 6; stage += 1) expect(world.later(10_000).tick()).toContain('StageFired');
    expect(world.release().phase.kind).toBe('ended');
  });

  it('leaves out of a template what the flag has reached already', () => {
    const world = rolling([10]);
    const standard = TEMPLATES.find((template) => template.key === 'standard');
    if (standard === undefined) throw new Error('the Standard template is gone');
    const plan = planFrom(standard, flagSet(world.state, 'production'), 'checkout');
    expect(plan.map((stage) => stage.step)).toEqual([
      { kind: 'raise', to: { everyone: 2_500 } },
      { kind: 'raise', to: { everyone: 5_000 } },
      { kind: 'raise', to: { everyone: 10_000 } },
    ]);
  });
});

describe('a scheduled start', () => {
  const start = {
    kind: 'at',
    at: '2026-11-23T09:00:00.000Z',
    wallTime: '2026-11-23T10:00',
    zone: 'Europe/Berlin',
  } as const;

  function scheduled(): Scenario {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([100]), start);
    return world;
  }

  it('fires at its time when it was approved before', () => {
    const world = scheduled();
    expect(world.approve('amara')).toEqual(['Approved']);
    expect(world.later(3_600_000 - 1).tick()).toEqual([]);
    expect(world.later(1).tick()).toEqual(['StageFired', 'ReleaseEnded']);
  });

  it('fires when it is approved a little late', () => {
    const world = scheduled();
    world.later(3_600_000 + 10 * MINUTE);
    expect(world.approve('amara')).toEqual(['Approved', 'StageFired', 'ReleaseEnded']);
  });

  it('that is late beyond the limit does not fire: the owner decides', () => {
    const world = scheduled();
    world.approve('amara');
    world.later(3_600_000 + 15 * MINUTE + 1);
    expect(world.tick()).toEqual(['StartMissed']);
    expect(world.tick()).toEqual([]);
    expect(world.exposure('checkout')).toEqual({});
    expect(world.mustDo('mara', { type: 'start-late', release: 'r1' })).toEqual([
      'StartedLate',
      'StageFired',
      'ReleaseEnded',
    ]);
  });

  it('that was missed for want of an approval does not fire on a later approval either', () => {
    const world = scheduled();
    world.later(3_600_000 + 15 * MINUTE + 1);
    expect(world.approve('amara')).toEqual(['Approved']);
    expect(world.exposure('checkout')).toEqual({});
    expect(world.tick()).toEqual(['StartMissed']);
  });

  it('that was missed can be rescheduled, which asks again', () => {
    const world = scheduled();
    world.approve('amara');
    world.later(3_600_000 + 15 * MINUTE + 1).tick();
    const later = { ...start, at: '2026-11-24T09:00:00.000Z', wallTime: '2026-11-24T10:00' };
    expect(world.mustDo('mara', { type: 'edit', release: 'r1', start: later })).toEqual([
      'ReleaseEdited',
      'ApprovalRequested',
    ]);
    expect(world.approve('amara')).toEqual(['Approved']);
  });

  it('in the past is refused', () => {
    const world = Scenario.installed('checkout');
    expect(
      world.refusal('mara', {
        type: 'open-release',
        title: 'x',
        environment: 'production',
        flags: ['checkout'],
        plan: planOf([100]),
        start: { ...start, at: '2026-11-23T07:59:00.000Z' },
        channel: null,
        draft: false,
      }),
    ).toBe('START_HAS_PASSED');
  });
});
