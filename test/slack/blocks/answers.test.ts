import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/flag/explain.ts';
import { inFlight } from '../../../src/release/release.ts';
import { flagSet } from '../../../src/release/stage.ts';
import type { ReleaseStatus } from '../../../src/release/status.ts';
import { listAnswer } from '../../../src/slack/blocks/list-answer.ts';
import { statusAnswer } from '../../../src/slack/blocks/status-answer.ts';
import { whyAnswer } from '../../../src/slack/blocks/why-answer.ts';
import type { Listing } from '../../../src/slack/parse/said.ts';
import {
  AMARA,
  HOUR,
  KIRAN,
  MARA,
  NICO,
  openStaged,
  rollingWorld,
  slackWorld,
  statusIn,
} from '../../support/sample-state.ts';
import { planOf, type Scenario } from '../../support/scenario.ts';
import { expectToFit, labelsOf, wordsOf } from './fits.ts';
import { TOMORROW_9 } from './scenes.ts';

function inFlightOf(world: Scenario): ReleaseStatus[] {
  return [...world.state.releases.values()].filter(inFlight).map(({ id }) => statusIn(world, id));
}

function busyWorld(): Scenario {
  const world = slackWorld('new-checkout', 'dark-mode', 'fast-search', 'gift-cards', 'old-one');
  openStaged(world, 'new-checkout');
  world.approve(AMARA);
  world.ramp(NICO, 'dark-mode', 25);
  world.open(KIRAN, 'fast-search', planOf([10, 100], HOUR), TOMORROW_9);
  world.approve(NICO, 'r3');
  world.ramp(KIRAN, 'gift-cards', 100);
  world.approve(AMARA, 'r4');
  return world;
}

function list(world: Scenario, which: Listing) {
  return listAnswer({ state: world.state, statuses: inFlightOf(world), viewer: MARA, which, now: world.now });
}

describe('the list', () => {
  it('shows what is in flight, what needs a person first, and then what is live and what is dark', () => {
    const answer = list(busyWorld(), 'all');
    expectToFit(answer);
    expect(answer.text).toBe('In flight: 3 releases');
    const words = wordsOf(answer.blocks);
    expect(words.indexOf('dark-mode')).toBeLessThan(words.indexOf('New checkout'));
    expect(words).toContain('Live: *gift-cards*');
    expect(words).toContain('Dark, nobody sees them: *old-one*');
  });

  it.each([
    ['mine', ['New checkout'], ['dark-mode', 'fast-search']],
    ['waiting', ['dark-mode'], ['New checkout', 'fast-search']],
    ['scheduled', ['fast-search'], ['New checkout', 'dark-mode']],
  ] as const)('can be narrowed: list %s', (which, shown, hidden) => {
    const words = wordsOf(list(busyWorld(), which).blocks);
    for (const name of shown) expect(words).toContain(name);
    for (const name of hidden) expect(words).not.toContain(name);
  });

  it.each(['all', 'mine', 'waiting', 'scheduled'] as const)('teaches when it is empty: list %s', (which) => {
    const answer = list(slackWorld(), which);
    expectToFit(answer);
    expect(labelsOf(answer.blocks)).toEqual(['Plan a release…']);
  });

  it('stays readable with many releases, and says how many more there are', () => {
    const keys = Array.from({ length: 60 }, (_, index) => `flag-${index}`);
    const world = slackWorld(...keys);
    for (const key of keys) world.ramp(MARA, key, 10);
    const answer = list(world, 'all');
    expectToFit(answer);
    expect(wordsOf(answer.blocks)).toContain('and 45 more');
  });
});

describe('the status of a flag', () => {
  it('shows the card of what is in flight, and the other environments', () => {
    const world = rollingWorld(3);
    const answer = statusAnswer({
      state: world.state,
      flag: 'new-checkout',
      statuses: inFlightOf(world),
      now: world.now,
    });
    expectToFit(answer);
    const words = wordsOf(answer.blocks);
    expect(words).toContain('stage 3 of 6');
    expect(words).toContain('*staging* · dark: nobody sees it');
    expect(labelsOf(answer.blocks)).toContain('Advance now');
    expect(labelsOf(answer.blocks)).toContain('Ramp in staging…');
  });

  it('offers to take away what is live, and to bring back what was taken', () => {
    const world = slackWorld('new-checkout');
    world.ramp(MARA, 'new-checkout', 50);
    world.approve(AMARA);
    const answer = () =>
      statusAnswer({ state: world.state, flag: 'new-checkout', statuses: [], now: world.now });
    expect(labelsOf(answer().blocks)).toEqual(['Un-release…', 'Ramp in production…', 'Plan a release…']);
    world.unrelease(KIRAN, 'new-checkout');
    expect(labelsOf(answer().blocks)).toEqual(['Restore…', 'Ramp in production…', 'Plan a release…']);
    expect(answer().text).toBe('new-checkout · production: un-released and staging: nobody');
    expectToFit(answer());
  });

  it('says that there is no such flag', () => {
    const { state, now } = slackWorld();
    expect(statusAnswer({ state, flag: 'nothing', statuses: [], now }).text).toBe(
      'There is no flag `nothing`.',
    );
  });
});

describe('why', () => {
  const world = rollingWorld(3);

  function why(context: Record<string, unknown>, flag = 'new-checkout') {
    const explanation = explain(flagSet(world.state, 'production'), flag, context);
    const answer = whyAnswer({
      explanation,
      subject: String(context.targetingKey ?? 'nobody'),
      revision: 418,
    });
    expectToFit(answer);
    return wordsOf(answer.blocks);
  }

  it('says why it is off: the bucket, the audiences, and what was sent instead', () => {
    const words = why({ targetingKey: 'user-42', beta: 'free' });
    expect(words).toContain('*new-checkout is off for `user-42`* in production (revision 418)');
    expect(words).toMatch(
      /Their bucket is \d+\.\d\d; the highest percentage among their audiences is 1 % \(everyone\)/,
    );
    expect(words).toContain('Not in *beta* (100 %): it wants `beta` is `true`, they sent `free`.');
    expect(words).toContain(
      'Not in *internal* (100 %): it wants `email` ends with `@acme.example`, they sent none.',
    );
    expect(words).toMatch(/It would turn on at \d+\.\d+ %/);
  });

  it('says through which audience it is on', () => {
    const words = why({ targetingKey: 'user-1', email: 'a@acme.example' });
    expect(words).toContain('*new-checkout is on for `user-1`*');
    expect(words).toContain('below the 100 % of *internal*');
    expect(words).toContain('In *internal* (100 %).');
  });

  it('says that there is no id to go by', () => {
    expect(why({})).toContain('They sent no `targetingKey`, so they have no bucket.');
  });

  it('says who took it away, and does not promise a percentage', () => {
    const gone = rollingWorld(3);
    gone.unrelease(KIRAN, 'new-checkout');
    const explanation = explain(flagSet(gone.state, 'production'), 'new-checkout', {
      targetingKey: 'user-42',
    });
    const words = wordsOf(whyAnswer({ explanation, subject: 'user-42', revision: 1 }).blocks);
    expect(words).toContain('It was un-released from everyone by <@UKIRAN0001>');
    expect(words).not.toContain('It would turn on');
  });

  it('says that it was taken from their audience', () => {
    const gone = rollingWorld(4);
    gone.unrelease(KIRAN, 'new-checkout', 'beta');
    const context = { targetingKey: 'user-42', beta: true };
    const explanation = explain(flagSet(gone.state, 'production'), 'new-checkout', context);
    const words = wordsOf(whyAnswer({ explanation, subject: 'user-42', revision: 1 }).blocks);
    expect(words).toContain('It was un-released from *beta* by <@UKIRAN0001>');
    expect(words).toContain('They are in it.');
  });

  it('says that nobody defined such a flag', () => {
    expect(why({ targetingKey: 'user-42' }, 'nothing')).toContain('There is no flag `nothing`');
  });
});
