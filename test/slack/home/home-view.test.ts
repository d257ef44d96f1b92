import { describe, expect, it } from 'vitest';
import { homeView } from '../../../src/slack/home/home-view.ts';
import {
  AMARA,
  DAY,
  GIL,
  HOUR,
  KIRAN,
  MARA,
  NICO,
  openStaged,
  slackWorld,
} from '../../support/sample-state.ts';
import { planOf, type Scenario } from '../../support/scenario.ts';
import { expectViewToFit, labelsOf, wordsOf } from '../blocks/fits.ts';
import { TOMORROW_9 } from '../blocks/scenes.ts';

function home(world: Scenario, viewer: string, isAdmin = false) {
  const view = homeView({ state: world.state, viewer, people: world.people(), now: world.now, isAdmin });
  expectViewToFit(view);
  return view;
}

/** The headings of a view, in their order. */
function headings(view: ReturnType<typeof home>): string[] {
  return view.blocks.flatMap((block) => (block.type === 'header' ? [wordsOf(block)] : []));
}

function busyWorld(): Scenario {
  const world = slackWorld('new-checkout', 'dark-mode', 'fast-search', 'big-banner', 'gift-cards');
  world.mustDo(MARA, { type: 'finish-setup', channel: null });
  openStaged(world, 'new-checkout');
  world.approve(AMARA);
  world.ramp(NICO, 'dark-mode', 25);
  world.open(KIRAN, 'fast-search', planOf([10, 100], HOUR), TOMORROW_9);
  world.approve(NICO, 'r3');
  world.open(KIRAN, 'big-banner', planOf([10, 100], HOUR));
  world.approve(AMARA, 'r4');
  world.mustDo(AMARA, { type: 'pause', release: 'r4', reason: 'support asked' });
  world.ramp(KIRAN, 'gift-cards', 100);
  world.approve(AMARA, 'r5');
  const startsAt = new Date(world.now.getTime() + 3 * DAY).toISOString();
  const endsAt = new Date(world.now.getTime() + 8 * DAY).toISOString();
  const freeze = { id: 'f1', name: 'Black Friday', reason: '', startsAt, endsAt };
  world.mustDo(MARA, { type: 'add-freeze', environment: 'production', freeze });
  return world;
}

describe('Home', () => {
  it('shows what waits for the viewer first, and the rest in the order of need', () => {
    const view = home(busyWorld(), AMARA);
    expect(headings(view)).toEqual([
      'Waiting for you: 1',
      'In flight: 3',
      'Next 14 days',
      'Needs attention',
      'Recently changed',
      'Your settings',
    ]);
    const words = wordsOf(view.blocks);
    expect(words).toContain('asks to show it to *25 %* of everyone');
    expect(words).toContain('❄️ Freeze *Black Friday* · production · until');
    expect(words).toContain('✅ Released · *gift-cards*');
    expect(words.indexOf('*fast-search* 0 → 10 % of everyone')).toBeLessThan(words.indexOf('Black Friday'));
  });

  it('puts the approval into the hands of those who may give it, and of nobody else', () => {
    const world = busyWorld();
    expect(labelsOf(home(world, AMARA).blocks)).toContain('Approve');
    expect(labelsOf(home(world, KIRAN).blocks)).toContain('Approve');
    expect(labelsOf(home(world, NICO).blocks)).not.toContain('Approve');
    expect(labelsOf(home(world, GIL).blocks)).not.toContain('Approve');
    world.approve(AMARA, 'r2');
    expect(labelsOf(home(world, AMARA).blocks)).not.toContain('Approve');
  });

  it('asks the owner to decide about a start that was missed', () => {
    const world = slackWorld('new-checkout');
    world.open(KIRAN, 'new-checkout', planOf([10]), TOMORROW_9);
    world.later(2 * DAY).tick();
    expect(labelsOf(home(world, KIRAN).blocks)).toContain('Start now');
    expect(labelsOf(home(world, NICO).blocks)).not.toContain('Start now');
  });

  it('leads the admin through the first run, and only them', () => {
    const world = slackWorld();
    const view = home(world, MARA, true);
    expect(headings(view)[0]).toBe('👋 Finish setting up');
    const words = wordsOf(view.blocks);
    expect(words).toContain('release cards go to <#CRELEASES1>');
    expect(words).toContain('*production*: needs 1 approval from any full member');
    expect(words).toContain('*internal*: `email` ends with `@acme.example`');
    expect(labelsOf(view.blocks)).toEqual(expect.arrayContaining(['Set up…', 'Keep the defaults']));
    expect(headings(home(world, NICO))).not.toContain('👋 Finish setting up');
    world.mustDo(MARA, { type: 'finish-setup', channel: null });
    expect(headings(home(world, MARA, true))).not.toContain('👋 Finish setting up');
    expect(labelsOf(home(world, MARA, true).blocks)).toContain('Settings of the installation…');
  });

  it('cannot keep a default that is not there: without a channel it has to be set up', () => {
    const { state, now } = slackWorld();
    if (state.installation === null) throw new Error('not installed');
    const without = { ...state, installation: { ...state.installation, channel: null } };
    const view = homeView({ state: without, viewer: MARA, people: new Map(), now, isAdmin: true });
    expect(labelsOf(view.blocks)).not.toContain('Keep the defaults');
    expect(wordsOf(view.blocks)).toContain('release cards go to no channel yet');
  });

  it('teaches while it is empty', () => {
    const view = home(slackWorld(), NICO);
    const words = wordsOf(view.blocks);
    expect(words).toContain('Nothing in flight. Plan a release');
    expect(words).toContain('`/release ramp new-checkout 25%` in <#CRELEASES1>');
    expect(labelsOf(view.blocks)).toEqual(['Plan a release…', 'Link me…']);
  });

  it('tells a guest what they may', () => {
    expect(wordsOf(home(slackWorld(), GIL).blocks)).toContain('take a full member of the workspace');
  });

  it('shows under which id the applications know the viewer', () => {
    const world = slackWorld();
    world.mustDo(NICO, { type: 'link-me', targetingKey: 'user-42' });
    expect(wordsOf(home(world, NICO).blocks)).toContain('Applications know you as `user-42`.');
  });

  it('fits at 500 releases in flight, and says how many more there are', () => {
    const keys = Array.from({ length: 500 }, (_, index) => `flag-${index}`);
    const world = slackWorld(...keys);
    for (const [index, key] of keys.entries()) {
      if (index % 2 === 0) world.ramp(NICO, key, 10);
      else world.open(KIRAN, key, planOf([10, 100], HOUR), TOMORROW_9);
    }
    const view = home(world, AMARA);
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(view).length).toBeLessThan(250_000);
    expect(headings(view)).toContain('Waiting for you: 500');
    expect(headings(view).at(-1)).toBe('Your settings');
    expect(wordsOf(view.blocks)).toContain('and 494 more: `/release list waiting`');
    const others = home(world, GIL);
    expect(headings(others)).toContain('In flight: 500');
    expect(wordsOf(others.blocks)).toContain('and 488 more: `/release list`');
  });
});
