import type { PersonId } from '../../src/environment/person.ts';
import type { Plan, Start } from '../../src/release/plan.ts';
import type { ReleaseStatus } from '../../src/release/status.ts';
import { statusOf } from '../../src/release/status.ts';
import { AT_ONCE, BETA, booleanFlag, INTERNAL, Scenario } from './scenario.ts';

/** People as the Slack edge names them. */
export const MARA: PersonId = 'TACME00001/UMARA00001';
export const NICO: PersonId = 'TACME00001/UNICO00001';
export const AMARA: PersonId = 'TACME00001/UAMARA0001';
export const KIRAN: PersonId = 'TACME00001/UKIRAN0001';
export const GIL: PersonId = 'TACME00001/UGIL000001';

const CHANNEL = 'CRELEASES1';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Installed by Mara in #releases, with `internal` and `beta` defined and a dark flag for each key. */
export function slackWorld(...flags: string[]): Scenario {
  const world = new Scenario();
  for (const person of [MARA, NICO, AMARA, KIRAN]) world.standing[person] = 'member';
  world.standing[GIL] = 'guest';
  world.mustDo(MARA, { type: 'install', channel: CHANNEL, audiences: [INTERNAL, BETA] });
  for (const key of flags) world.mustDo(MARA, { type: 'create-flag', flag: booleanFlag(key, MARA) });
  return world;
}

/** Internal, beta, then percentages of everyone, with one bake time between stages. */
export function stagedPlan(bakeMs = DAY): Plan {
  const steps: Record<string, number>[] = [
    { internal: 10_000 },
    { beta: 10_000 },
    { everyone: 100 },
    { everyone: 1_000 },
    { everyone: 5_000 },
    { everyone: 10_000 },
  ];
  return steps.map((to, index) => ({
    step: { kind: 'raise', to },
    bakeMs: index === steps.length - 1 ? 0 : bakeMs,
    gates: [],
  }));
}

/** A release of one flag with a title of its own, asked for by Mara. */
export function openStaged(
  world: Scenario,
  flag: string,
  plan: Plan = stagedPlan(),
  start: Start = AT_ONCE,
): void {
  world.mustDo(MARA, {
    type: 'open-release',
    title: 'New checkout',
    environment: 'production',
    flags: [flag],
    plan,
    start,
    channel: null,
    draft: false,
  });
}

/** Rolling out, with so many stages fired. */
export function rollingWorld(stages: number, plan: Plan = stagedPlan()): Scenario {
  const world = slackWorld('new-checkout');
  openStaged(world, 'new-checkout', plan);
  world.approve(AMARA);
  for (let fired = 1; fired < stages; fired += 1) {
    world.later(plan[fired - 1]?.bakeMs ?? 0);
    if (world.tick().length === 0) world.mustDo(MARA, { type: 'advance', release: 'r1' });
  }
  return world;
}

export function statusIn(world: Scenario, id = 'r1'): ReleaseStatus {
  return statusOf(world.state, world.release(id), world.people(), world.now);
}
