import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/release/command.ts';
import { done } from '../../../src/slack/blocks/done.ts';
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
} from '../../support/sample-state.ts';
import { AT_ONCE, BETA, booleanFlag, type Scenario } from '../../support/scenario.ts';
import { expectToFit, labelsOf } from './fits.ts';
import { TOMORROW_9 } from './scenes.ts';

function asked(start = AT_ONCE): Scenario {
  const world = slackWorld('new-checkout');
  openStaged(world, 'new-checkout', stagedPlan(), start);
  return world;
}

function ramp(to: number): Command {
  return {
    type: 'ramp',
    flag: 'new-checkout',
    environment: 'production',
    audience: 'everyone',
    to,
    seen: null,
    start: AT_ONCE,
    channel: null,
  };
}

function unrelease(audience: string | null): Command {
  return {
    type: 'unrelease',
    flags: ['new-checkout'],
    environment: 'production',
    audience,
    reason: 'errors',
  };
}

function open(draft: boolean, environment: string): Command {
  return {
    type: 'open-release',
    title: 'New checkout',
    environment,
    flags: ['new-checkout'],
    plan: stagedPlan(),
    start: environment === 'staging' ? TOMORROW_9 : AT_ONCE,
    channel: null,
    draft,
  };
}

type Row = [string, () => Scenario, string, (world: Scenario) => Command, string, string[]];

/** Who does what in which world, what they are told, and the next steps. */
const OUTCOMES: Row[] = [
  [
    'asking for a ramp',
    () => slackWorld('new-checkout'),
    MARA,
    () => ramp(2_500),
    'Asked for approval: *new-checkout* 0 → *25 %* of everyone in production. Any other full member can approve it in <#CRELEASES1>.',
    ['What exactly changes'],
  ],
  [
    'changing what was asked',
    asked,
    NICO,
    () => ramp(2_500),
    'Changed, and asked for approval: *new-checkout* 25 % of everyone → internal → beta → 50 % → 100 % of everyone in production. Any full member except <@UMARA00001> and <@UNICO00001> can approve it',
    ['What exactly changes'],
  ],
  [
    'completing the approval of what starts at once',
    () => {
      const world = slackWorld('new-checkout');
      world.ramp(MARA, 'new-checkout', 25);
      return world;
    },
    AMARA,
    (world) => ({ type: 'approve', release: 'r1', digest: world.digest() }),
    'Approved. Live now: *new-checkout* 0 → *25 %* of everyone in production.',
    ['Un-release…'],
  ],
  [
    'approving what is scheduled',
    () => asked(TOMORROW_9),
    AMARA,
    (world) => ({ type: 'approve', release: 'r1', digest: world.digest() }),
    'Approved *New checkout*. It starts <!date^1795507200^',
    ['Status', 'Take it back'],
  ],
  [
    'approving as the first of two',
    () => {
      const world = asked();
      const policy = world.state.environments.get('production')?.policy;
      if (policy === undefined) throw new Error('no policy');
      world.mustDo(MARA, { type: 'set-policy', environment: 'production', policy: { ...policy, quorum: 2 } });
      return world;
    },
    AMARA,
    (world) => ({ type: 'approve', release: 'r1', digest: world.digest() }),
    'Approved *New checkout*. It needs 1 more approval.',
    ['Status', 'Take it back'],
  ],
  [
    'taking an approval back',
    () => {
      const world = asked(TOMORROW_9);
      world.approve(AMARA);
      return world;
    },
    AMARA,
    () => ({ type: 'withdraw-approval', release: 'r1' }),
    'Your approval of *New checkout* no longer counts.',
    [],
  ],
  [
    'rejecting',
    asked,
    AMARA,
    () => ({ type: 'reject', release: 'r1', reason: 'legal' }),
    'Rejected *New checkout*. <@UMARA00001> is told why. Nobody sees more than before.',
    [],
  ],
  [
    'keeping a draft',
    () => slackWorld('new-checkout'),
    MARA,
    () => open(true, 'production'),
    'Kept as a draft: *new-checkout* internal → beta',
    ['Ask for approval'],
  ],
  [
    'planning what needs no approval',
    () => slackWorld('new-checkout'),
    MARA,
    () => open(false, 'staging'),
    'Planned: *new-checkout* internal → beta → 1 % → 10 % → 50 % → 100 % of everyone in staging, from <!date^',
    ['What exactly changes', 'Cancel…'],
  ],
  [
    'un-releasing from everyone',
    () => rollingWorld(4),
    KIRAN,
    () => unrelease(null),
    'Un-released *new-checkout* from everyone in production: 10 % of everyone, internal and beta in full → *nobody*. *New checkout* has ended.',
    ['Restore…'],
  ],
  [
    'un-releasing from one audience',
    () => rollingWorld(4),
    KIRAN,
    () => unrelease('beta'),
    'Un-released *new-checkout* from *beta* in production: beta 100 → *0 %*. *New checkout* is paused.',
    ['Restore beta…'],
  ],
  [
    'un-releasing from an audience that saw it only as part of everyone',
    () => {
      const world = slackWorld('new-checkout');
      world.ramp(MARA, 'new-checkout', 25);
      world.approve(AMARA);
      return world;
    },
    KIRAN,
    () => unrelease('beta'),
    'Un-released *new-checkout* from *beta* in production: of the 25 % of everyone, those in *beta* no longer see it.',
    ['Restore beta…'],
  ],
  [
    'ramping down',
    () => rollingWorld(4),
    NICO,
    () => ramp(500),
    'Ramped down *new-checkout* in production: 10 → *5 %* of everyone. *New checkout* is paused.',
    [],
  ],
  [
    'pausing',
    () => rollingWorld(3),
    NICO,
    () => ({ type: 'pause', release: 'r1', reason: '' }),
    'Paused *New checkout*. What people see stays as it is',
    ['Resume', 'Status'],
  ],
  [
    'advancing',
    () => rollingWorld(5),
    NICO,
    () => ({ type: 'advance', release: 'r1' }),
    'Live now: *new-checkout* 50 → *100 %* of everyone in production.',
    ['Un-release…'],
  ],
  [
    'advancing what a freeze holds',
    () => {
      const world = rollingWorld(3);
      const endsAt = new Date(world.now.getTime() + DAY).toISOString();
      const freeze = {
        id: 'f1',
        name: 'Black Friday',
        reason: '',
        startsAt: world.now.toISOString(),
        endsAt,
      };
      world.mustDo(MARA, { type: 'add-freeze', environment: 'production', freeze });
      return world;
    },
    NICO,
    () => ({ type: 'advance', release: 'r1' }),
    'does not wait for the bake any longer; something else still holds it',
    ['Status'],
  ],
  [
    'extending the bake',
    () => rollingWorld(3),
    NICO,
    () => ({ type: 'extend-bake', release: 'r1', byMs: HOUR }),
    '*New checkout* bakes 1 h longer.',
    ['Status'],
  ],
  [
    'cancelling',
    () => rollingWorld(3),
    MARA,
    () => ({ type: 'cancel', release: 'r1', reason: '' }),
    'Cancelled *New checkout*. What people see stays as it is.',
    [],
  ],
  [
    'handing over',
    () => rollingWorld(3),
    MARA,
    () => ({ type: 'transfer', release: 'r1', to: NICO }),
    '<@UNICO00001> owns *New checkout* now.',
    [],
  ],
  [
    'creating a flag',
    () => slackWorld(),
    MARA,
    () => ({ type: 'create-flag', flag: booleanFlag('dark-mode', MARA) }),
    'Created *dark-mode*. It is dark: nobody sees it anywhere until it is released.',
    ['Plan a release…', 'Ramp…'],
  ],
  [
    'linking oneself',
    () => slackWorld(),
    MARA,
    () => ({ type: 'link-me', targetingKey: 'user-42' }),
    'Applications know you as `user-42` now',
    [],
  ],
  [
    'setting up',
    () => slackWorld(),
    MARA,
    () => ({ type: 'finish-setup', channel: null }),
    'Rampart is set up. Release cards go to <#CRELEASES1>.',
    ['Plan a release…'],
  ],
  [
    'freezing',
    () => slackWorld(),
    MARA,
    (world) => ({
      type: 'add-freeze',
      environment: 'production',
      freeze: {
        id: 'f1',
        name: 'Black Friday',
        reason: '',
        startsAt: world.now.toISOString(),
        endsAt: new Date(world.now.getTime() + DAY).toISOString(),
      },
    }),
    'Nothing widens in production until <!date^',
    [],
  ],
  [
    'defining an audience',
    () => slackWorld(),
    MARA,
    () => ({ type: 'define-audience', audience: { ...BETA, key: 'vip' } }),
    '*vip* is now: `beta` is `true`.',
    [],
  ],
];

describe('what a person is told of what they did', () => {
  it.each(OUTCOMES)('%s', (_name, build, by, commandIn, says, buttons) => {
    const world = build();
    const before = world.state;
    const happened = world.history.length;
    world.mustDo(by, commandIn(world));
    const events = world.history.slice(happened);
    const answer = done({ events, before, after: world.state, viewer: by, now: world.now });
    expectToFit(answer);
    expect(answer.text).toContain(says);
    expect(labelsOf(answer.blocks)).toEqual(buttons);
  });

  it('says so when there was nothing to do', () => {
    const { state, now } = slackWorld();
    expect(done({ events: [], before: state, after: state, viewer: MARA, now }).text).toBe(
      'Nothing to do: it is so already.',
    );
  });
});
