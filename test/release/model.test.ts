import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeAt } from '../../src/environment/freeze.ts';
import { CAREFUL_POLICY, OPEN_POLICY } from '../../src/environment/policy.ts';
import { narrows } from '../../src/flag/narrows.ts';
import type { Command } from '../../src/release/command.ts';
import { digestOf } from '../../src/release/digest.ts';
import { Event } from '../../src/release/event.ts';
import { evolveAll } from '../../src/release/evolve.ts';
import { inFlight, Release } from '../../src/release/release.ts';
import { flagSet } from '../../src/release/stage.ts';
import { EMPTY, type State } from '../../src/release/state.ts';
import { AT_ONCE, planOf, Scenario, TEAM } from '../support/scenario.ts';

const SEED = 20_261_123;
const RUNS = Number(process.env.MODEL_RUNS ?? 1_500);
const PEOPLE = Object.keys(TEAM);
/** Stands for nobody: what is due happens. */
const TIME = PEOPLE.length;
const FLAGS = ['checkout', 'search'];

/** What a person or time may do next, before it is bound to what is in flight. */
type Move = {
  by: number;
  what: number;
  flag: number;
  percent: number;
  audience: number;
  waitMs: number;
  fresh: boolean;
};

const move: fc.Arbitrary<Move> = fc.record({
  // Weighted so that walks get somewhere: time often passes, members often act, knowledge is mostly fresh.
  by: fc.constantFrom(0, 0, 1, 1, 1, 2, 2, 3, 4, 5, TIME, TIME, TIME, TIME),
  what: fc.constantFrom(...Array.from({ length: 23 }, (_, what) => what), 3, 3, 6, 6, 6, 6, 12, 12, 13),
  flag: fc.nat(FLAGS.length - 1),
  percent: fc.constantFrom(0, 1, 5, 10, 25, 50, 100),
  audience: fc.nat(3),
  waitMs: fc.constantFrom(0, 0, 0, 1_000, 1_000, 60_000, 60_000, 3_600_000, 15 * 86_400_000),
  fresh: fc.constantFrom(true, true, true, true, false),
});

const AUDIENCES = ['everyone', 'internal', 'beta', 'everyone'];

function commandOf(move: Move, world: Scenario): Command {
  const flag = FLAGS[move.flag] ?? 'checkout';
  const audience = AUDIENCES[move.audience] ?? 'everyone';
  const on = [...world.state.releases.values()].filter((release) => release.flags.includes(flag)).at(-1);
  const release = on?.id ?? 'r1';
  const environment = 'production';
  const at = {
    kind: 'at',
    at: new Date(world.now.getTime() + 3_600_000).toISOString(),
    wallTime: '',
    zone: 'UTC',
  } as const;
  const raise = [
    { step: { kind: 'raise' as const, to: { [audience]: move.percent * 100 } }, bakeMs: 60_000, gates: [] },
  ];
  switch (move.what) {
    case 0:
    case 1:
    case 2:
      return {
        type: 'ramp',
        flag,
        environment,
        audience,
        to: move.percent * 100,
        seen: null,
        start: AT_ONCE,
        channel: null,
      };
    case 3:
    case 4: {
      const plan = [...raise, ...planOf([10, 50, 100], 60_000)];
      const start = move.what === 4 ? at : AT_ONCE;
      return {
        type: 'open-release',
        title: flag,
        environment,
        flags: [flag],
        plan,
        start,
        channel: null,
        draft: move.fresh,
      };
    }
    case 5:
      return {
        type: 'open-release',
        title: 'both',
        environment,
        flags: FLAGS,
        plan: planOf([10, 100], 60_000),
        start: AT_ONCE,
        channel: null,
        draft: false,
      };
    case 6:
    case 7:
    case 8: {
      const known = world.state.releases.get(release);
      const digest = known === undefined ? 'x' : digestOf(world.state, known);
      return { type: 'approve', release, digest: move.percent === 5 ? 'forged' : digest };
    }
    case 9:
      return { type: 'withdraw-approval', release };
    case 10:
      return { type: 'reject', release, reason: 'no' };
    case 11:
      return { type: 'pause', release, reason: '' };
    case 12:
      return { type: 'resume', release };
    case 13:
      return { type: 'advance', release };
    case 14:
      return {
        type: 'unrelease',
        flags: [flag],
        environment,
        audience: audience === 'everyone' ? null : audience,
        reason: '',
      };
    case 15:
    case 16:
      return {
        type: 'restore',
        flags: [flag],
        environment,
        audience: audience === 'everyone' ? null : audience,
        channel: null,
      };
    case 17:
      return { type: 'cancel', release, reason: '' };
    case 18: {
      const fired =
        world.state.releases.get(release)?.plan.slice(0, world.state.releases.get(release)?.firings.length) ??
        [];
      return { type: 'edit', release, plan: [...fired, ...raise, ...planOf([100])] };
    }
    case 19: {
      const policy = move.waitMs > 0 ? CAREFUL_POLICY : { ...CAREFUL_POLICY, quorum: move.audience };
      return { type: 'set-policy', environment, policy: move.percent === 100 ? OPEN_POLICY : policy };
    }
    case 20: {
      const startsAt = world.now.toISOString();
      const endsAt = new Date(world.now.getTime() + 3_600_000).toISOString();
      return {
        type: 'add-freeze',
        environment,
        freeze: { id: `f${world.history.length}`, name: 'calm', reason: '', startsAt, endsAt },
      };
    }
    case 21:
      return { type: 'start-late', release };
    default:
      return { type: 'request-approval', release };
  }
}

/** The heart of the product, said once more from outside: what may have widened, and by whose leave. */
function checkStep(before: State, world: Scenario, events: readonly Event[]): void {
  const widened = !narrows(flagSet(before, 'production'), flagSet(world.state, 'production'));
  const fired = events.filter((event) => event.type === 'StageFired');
  expect(fired.length, 'at most one stage of a release in a commit').toBeLessThanOrEqual(1);
  if (!widened) return;
  const [firing] = fired;
  if (firing === undefined) throw new Error('exposure rose without a stage');
  const release = world.release(firing.release);
  const policy = world.state.environments.get('production')?.policy;
  if (policy === undefined) throw new Error('production is gone');
  expect(freezeAt(world.state.environments.get('production')?.freezes ?? [], world.now)).toBeNull();
  const digest = digestOf(world.state, release);
  const people = world.people();
  const approvers = new Set(
    release.approvals
      .filter((given) => given.digest === digest)
      .map((given) => given.by)
      .filter((by) => !release.editors.includes(by) && by !== release.requestedBy)
      .filter((by) => people.get(by)?.standing === 'member'),
  );
  expect(approvers.size, 'the quorum of the policy at this moment').toBeGreaterThanOrEqual(policy.quorum);
}

function checkState(world: Scenario): void {
  for (const flag of FLAGS) {
    const open = [...world.state.releases.values()].filter(
      (release) => inFlight(release) && release.flags.includes(flag),
    );
    expect(open.length, 'releases in flight on a flag').toBeLessThanOrEqual(1);
  }
  for (const release of world.state.releases.values()) {
    expect(release.firings.length).toBeLessThanOrEqual(release.plan.length);
    expect(Release.safeParse(release).error).toBeUndefined();
  }
}

describe('any sequence of commands', () => {
  it(`never widens without what the policy asks, and always lets a member take away (seed ${SEED}, ${RUNS} runs)`, () => {
    const happened = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(move, { minLength: 5, maxLength: 100, size: 'max' }), (moves) => {
        const world = Scenario.installed(...FLAGS);
        const ended = new Set<string>();
        for (const next of moves) {
          world.later(next.waitMs);
          world.factsAgeMs = next.fresh ? 0 : 3_600_000;
          const before = world.state;
          const past = world.history.length;
          if (next.by === TIME) {
            for (const release of before.releases.keys()) {
              const each = world.state;
              const from = world.history.length;
              world.tick(release);
              checkStep(each, world, world.history.slice(from));
            }
          } else {
            const command = commandOf(next, world);
            const by = PEOPLE[next.by] ?? 'mara';
            const decision = world.do(by, command);
            checkStep(before, world, world.history.slice(past));
            if (command.type === 'unrelease' && TEAM[by] === 'member' && !decision.ok) {
              expect(decision.rejection.code).toBe('ALREADY_UNRELEASED');
            }
          }
          checkState(world);
          for (const release of world.state.releases.values()) {
            if (ended.has(release.id)) expect(release.phase.kind, 'what has ended stays ended').toBe('ended');
            if (!inFlight(release)) ended.add(release.id);
          }
        }
        for (const event of world.history) {
          happened.set(event.type, (happened.get(event.type) ?? 0) + 1);
          expect(Event.safeParse(event).error).toBeUndefined();
        }
        expect(evolveAll(EMPTY, world.history)).toEqual(world.state);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    // A walk that never gets anywhere would prove nothing.
    for (const kind of [
      'StageFired',
      'Approved',
      'Unreleased',
      'Paused',
      'Resumed',
      'StartMissed',
      'Advanced',
      'ApprovalExpired',
    ]) {
      expect(happened.get(kind) ?? 0, kind).toBeGreaterThan(RUNS / 100);
    }
  }, 120_000);
});
