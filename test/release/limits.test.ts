import { describe, expect, it } from 'vitest';
import { CAREFUL_POLICY } from '../../src/environment/policy.ts';
import type { Command } from '../../src/release/command.ts';
import { StateRow } from '../../src/release/state.ts';
import { AT_ONCE, BETA, booleanFlag, planOf, Scenario } from '../support/scenario.ts';

const YEAR = 365 * 86_400_000;
const LONG = 'x'.repeat(2_000);

function rolling(): Scenario {
  const world = Scenario.installed('checkout', 'search');
  world.mustDo('mara', {
    type: 'set-policy',
    environment: 'production',
    policy: { ...CAREFUL_POLICY, quorum: 0 },
  });
  world.open('mara', 'checkout', planOf([1, 100], 60_000));
  return world;
}

const open = (change: Partial<Extract<Command, { type: 'open-release' }>>): Command => ({
  type: 'open-release',
  title: 'Search',
  environment: 'production',
  flags: ['search'],
  plan: planOf([25]),
  start: AT_ONCE,
  channel: null,
  draft: false,
  ...change,
});

const edit = (change: Partial<Extract<Command, { type: 'edit' }>>): Command => ({
  type: 'edit',
  release: 'r1',
  ...change,
});

const freeze = (change: object): Command => ({
  type: 'add-freeze',
  environment: 'production',
  freeze: {
    id: 'f1',
    name: 'Fair',
    reason: '',
    startsAt: '2026-11-23T08:00:00.000Z',
    endsAt: '2026-11-24T08:00:00.000Z',
    ...change,
  },
});

describe('what cannot be kept is refused in words', () => {
  const tooManyStages = planOf(Array.from({ length: 51 }, (_, index) => index + 2));
  it.each<[string, Command]>([
    ['an empty title', open({ title: '' })],
    ['a title that is too long', open({ title: LONG })],
    ['a plan without stages', open({ plan: [] })],
    ['a plan of too many stages', open({ plan: tooManyStages })],
    ['too many flags', open({ flags: Array.from({ length: 21 }, (_, index) => `flag-${index}`) })],
    ['half a basis point', open({ plan: planOf([0.005]) })],
    ['a bake time without end', open({ plan: planOf([10, 50], YEAR * 1_000) })],
    ['a start that is no time', open({ start: { kind: 'at', at: 'soon', wallTime: '', zone: 'UTC' } })],
    ['an empty title in an edit', edit({ title: '' })],
    ['a plan without stages in an edit', edit({ plan: [] })],
    ['a bake longer by no whole number', { type: 'extend-bake', release: 'r1', byMs: 0.5 }],
    ['a bake longer by more than a year', { type: 'extend-bake', release: 'r1', byMs: YEAR + 1 }],
    ['a freeze without a name', freeze({ name: '' })],
    ['a freeze with a name that is too long', freeze({ name: LONG })],
    ['a freeze with a reason that is too long', freeze({ reason: LONG })],
    ['a freeze from no time', freeze({ startsAt: 'now' })],
    ['a flag whose key has spaces', { type: 'create-flag', flag: booleanFlag('new checkout') }],
    [
      'a flag with a description that is too long',
      { type: 'create-flag', flag: { ...booleanFlag('other'), description: LONG } },
    ],
    ['a flag without variants', { type: 'create-flag', flag: { ...booleanFlag('other'), variants: [] } }],
    ['an audience that is everyone', { type: 'define-audience', audience: { ...BETA, key: 'everyone' } }],
    [
      'a list of too many people',
      {
        type: 'define-audience',
        audience: {
          ...BETA,
          membership: { kind: 'listed', keys: Array.from({ length: 5_001 }, (_, index) => `u${index}`) },
        },
      },
    ],
    [
      'a policy that asks for eleven',
      { type: 'set-policy', environment: 'production', policy: { ...CAREFUL_POLICY, quorum: 11 } },
    ],
    [
      'a policy whose questions never close',
      {
        type: 'set-policy',
        environment: 'production',
        policy: { ...CAREFUL_POLICY, approvalExpiresAfterMs: 9e15 },
      },
    ],
    [
      'a ramp to no percentage',
      {
        type: 'ramp',
        flag: 'search',
        environment: 'production',
        audience: 'everyone',
        to: Number.NaN,
        seen: null,
        start: AT_ONCE,
        channel: null,
      },
    ],
    [
      'a ramp beyond everyone',
      {
        type: 'ramp',
        flag: 'search',
        environment: 'production',
        audience: 'everyone',
        to: 10_001,
        seen: null,
        start: AT_ONCE,
        channel: null,
      },
    ],
    [
      'a read key with a name that is too long',
      { type: 'issue-read-key', id: 'k', name: LONG, environment: 'production', sha256: 'a'.repeat(64) },
    ],
  ])('%s', (_what, command) => {
    expect(rolling().refusal('mara', command)).toBe('INVALID');
  });

  it('a ramp that would be one stage too many', () => {
    const world = rolling();
    const first = planOf([1])[0];
    if (first === undefined) throw new Error('no stage');
    const rest = Array.from({ length: 49 }, (_, index) => index + 51);
    const plan = [{ ...first, bakeMs: 60_000 }, ...planOf(rest, 60_000)];
    world.mustDo('mara', { type: 'edit', release: 'r1', plan });
    const decision = world.ramp('mara', 'checkout', 25);
    expect(decision).toMatchObject({ ok: false, rejection: { code: 'INVALID', field: 'plan' } });
  });
});

describe('an un-release', () => {
  it.each([LONG, '🚀'.repeat(400)])(
    'is never refused for the length of its reason, which is cut',
    (reason) => {
      const world = rolling();
      expect(
        world.do('amara', {
          type: 'unrelease',
          flags: ['checkout'],
          environment: 'production',
          audience: null,
          reason,
        }).ok,
      ).toBe(true);
      const row = { kind: 'flag', key: 'checkout', doc: world.state.flags.get('checkout') };
      expect(StateRow.safeParse(row).success).toBe(true);
    },
  );
});

describe('a restore', () => {
  it('of many flags has a title that can be kept', () => {
    const flags = Array.from({ length: 15 }, (_, index) => `a-feature-with-a-long-name-${index}`);
    const world = Scenario.installed(...flags);
    const everywhere = { flags, environment: 'production', audience: null } as const;
    world.mustDo('mara', { type: 'unrelease', ...everywhere, reason: '' });
    world.mustDo('mara', { type: 'restore', ...everywhere, channel: null });
    const row = { kind: 'release', key: 'r1', doc: world.release() };
    expect(StateRow.safeParse(row).success).toBe(true);
  });
});
