import type { Start } from '../../../src/release/plan.ts';
import type { ReleaseStatus } from '../../../src/release/status.ts';
import {
  AMARA,
  DAY,
  HOUR,
  KIRAN,
  MARA,
  NICO,
  openStaged,
  rollingWorld,
  slackWorld,
  stagedPlan,
  statusIn,
} from '../../support/sample-state.ts';
import { planOf, type Scenario } from '../../support/scenario.ts';

const FLAG = 'new-checkout';

/** Tomorrow at 9 in Berlin, as seen from where every world begins. */
export const TOMORROW_9: Start = {
  kind: 'at',
  at: '2026-11-24T08:00:00.000Z',
  wallTime: '2026-11-24T09:00',
  zone: 'Europe/Berlin',
};

export type Scene = { world: Scenario; status: ReleaseStatus };

function scene(world: Scenario, id = 'r1'): Scene {
  return { world, status: statusIn(world, id) };
}

function asked(start?: Start): Scenario {
  const world = slackWorld(FLAG);
  openStaged(world, FLAG, stagedPlan(), start);
  return world;
}

/** A release in every standing that a card can show, by name. */
export const SCENES: Readonly<Record<string, () => Scene>> = {
  draft: () => {
    const world = slackWorld(FLAG);
    const plan = stagedPlan();
    world.mustDo(MARA, {
      type: 'open-release',
      title: 'New checkout',
      environment: 'production',
      flags: [FLAG],
      plan,
      start: { kind: 'when-approved' },
      channel: null,
      draft: true,
    });
    return scene(world);
  },
  'a ramp asked': () => {
    const world = slackWorld(FLAG);
    world.ramp(MARA, FLAG, 25);
    return scene(world);
  },
  'a plan asked': () => scene(asked()),
  'one of two approved': () => {
    const world = asked();
    const policy = world.state.environments.get('production')?.policy;
    if (policy !== undefined) {
      world.mustDo(MARA, { type: 'set-policy', environment: 'production', policy: { ...policy, quorum: 2 } });
    }
    world.approve(AMARA);
    return scene(world);
  },
  expired: () => {
    const world = asked();
    world.later(15 * DAY).tick();
    return scene(world);
  },
  scheduled: () => {
    const world = asked(TOMORROW_9);
    world.approve(AMARA);
    return scene(world);
  },
  missed: () => {
    const world = asked(TOMORROW_9);
    world.later(2 * DAY).tick();
    return scene(world);
  },
  rolling: () => scene(rollingWorld(4)),
  'rolling in seconds': () => scene(rollingWorld(4, stagedPlan(10_000))),
  'at its last stage': () => {
    const plan = planOf([10, 100], DAY).map((stage) => ({ ...stage, bakeMs: DAY }));
    return scene(rollingWorld(2, plan));
  },
  'waiting to be advanced': () => {
    const plan = stagedPlan().map((stage, index) =>
      index === 3 ? { ...stage, gates: [{ kind: 'manual' as const }] } : stage,
    );
    const world = rollingWorld(3, plan);
    world.later(2 * DAY).tick();
    return scene(world);
  },
  frozen: () => {
    const world = rollingWorld(3);
    const endsAt = new Date(world.now.getTime() + 5 * DAY).toISOString();
    const freeze = { id: 'f1', name: 'Black Friday', reason: '', startsAt: world.now.toISOString(), endsAt };
    world.mustDo(MARA, { type: 'add-freeze', environment: 'production', freeze });
    world.later(DAY + HOUR);
    return scene(world);
  },
  unverified: () => {
    const world = rollingWorld(3);
    world.factsAgeMs = 2 * DAY;
    world.later(DAY);
    return scene(world);
  },
  voided: () => {
    const world = rollingWorld(3);
    world.ramp(MARA, FLAG, 40);
    return scene(world);
  },
  paused: () => {
    const world = rollingWorld(4);
    world.mustDo(NICO, { type: 'pause', release: 'r1', reason: 'support is at lunch' });
    return scene(world);
  },
  'paused before its start': () => {
    const world = asked(TOMORROW_9);
    world.approve(AMARA);
    world.mustDo(NICO, { type: 'pause', release: 'r1', reason: '' });
    return scene(world);
  },
  'one audience taken': () => {
    const world = rollingWorld(4);
    world.unrelease(KIRAN, FLAG, 'beta');
    return scene(world);
  },
  'held by an un-release': () => {
    const world = slackWorld(FLAG, 'other');
    const plan = stagedPlan();
    world.mustDo(MARA, {
      type: 'open-release',
      title: 'Both',
      environment: 'production',
      flags: [FLAG, 'other'],
      plan,
      start: { kind: 'when-approved' },
      channel: null,
      draft: false,
    });
    world.approve(AMARA);
    world.unrelease(KIRAN, FLAG);
    world.mustDo(MARA, { type: 'resume', release: 'r1' });
    return scene(world);
  },
  released: () => scene(rollingWorld(6)),
  'released and taken away since': () => {
    const world = rollingWorld(6);
    world.unrelease(KIRAN, FLAG);
    return scene(world);
  },
  'unreleased and brought back since': () => {
    const world = rollingWorld(4);
    world.unrelease(KIRAN, FLAG);
    const environment = 'production';
    world.mustDo(MARA, { type: 'restore', flags: [FLAG], environment, audience: null, channel: null });
    world.approve(AMARA, 'r2');
    return scene(world);
  },
  unreleased: () => {
    const world = rollingWorld(4);
    world.unrelease(KIRAN, FLAG);
    return scene(world);
  },
  'a restore asked': () => {
    const world = rollingWorld(4);
    world.unrelease(KIRAN, FLAG);
    world.mustDo(MARA, {
      type: 'restore',
      flags: [FLAG],
      environment: 'production',
      audience: null,
      channel: null,
    });
    return scene(world, 'r2');
  },
  'a restore cancelled': () => {
    const world = rollingWorld(4);
    world.unrelease(KIRAN, FLAG);
    world.later(HOUR);
    world.mustDo(MARA, {
      type: 'restore',
      flags: [FLAG],
      environment: 'production',
      audience: null,
      channel: null,
    });
    world.mustDo(MARA, { type: 'cancel', release: 'r2', reason: 'not today' });
    return scene(world, 'r2');
  },
  'released and ramped down since': () => {
    const world = slackWorld(FLAG);
    world.ramp(MARA, FLAG, 25);
    world.approve(AMARA);
    world.ramp(MARA, FLAG, 0);
    return scene(world);
  },
  rejected: () => {
    const world = asked();
    world.mustDo(AMARA, { type: 'reject', release: 'r1', reason: 'legal has not read it' });
    return scene(world);
  },
  'cancelled under way': () => {
    const world = rollingWorld(3);
    world.mustDo(MARA, { type: 'cancel', release: 'r1', reason: 'the date moved' });
    return scene(world);
  },
  'cancelled before its start': () => {
    const world = asked();
    world.mustDo(MARA, { type: 'cancel', release: 'r1', reason: '' });
    return scene(world);
  },
};

export function sceneOf(name: string): Scene {
  const build = SCENES[name];
  if (build === undefined) throw new Error(`there is no scene "${name}"`);
  return build();
}
