import { describe, expect, it } from 'vitest';
import { effect } from '../../src/release/effect.ts';
import type { OutboxItem } from '../../src/release/outbox-item.ts';
import { planOf, Scenario } from '../support/scenario.ts';

/** What the last thing done is worth telling, in short. */
function toldBy(world: Scenario, act: () => unknown): string[] {
  const before = world.state;
  const from = world.history.length;
  act();
  return effect(before, world.state, world.history.slice(from)).map(inShort);
}

function inShort(item: OutboxItem): string {
  switch (item.kind) {
    case 'thread': {
      const changes = item.changes
        .map(({ audience, from, to }) => ` ${audience} ${from / 100}→${to / 100}`)
        .join(',');
      return `${item.broadcast ? 'broadcast' : 'thread'} ${item.event.type}${changes}`;
    }
    case 'notice':
      return `notice ${item.event.type}`;
    case 'nudge':
      return `nudge ${item.person} ${item.event.type}`;
    default:
      return item.kind;
  }
}

describe('what is told', () => {
  it('of a ramp: the card and the question, then who approved and what changed', () => {
    const world = Scenario.installed('checkout');
    expect(toldBy(world, () => world.ramp('mara', 'checkout', 25))).toEqual(['card', 'ask']);
    expect(toldBy(world, () => world.approve('amara'))).toEqual([
      'card',
      'thread Approved',
      'broadcast StageFired everyone 0→25',
    ]);
  });

  it('of a rollout: launch and completion to the channel, the stages between in the thread', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([1, 10, 100], 1_000));
    world.approve('amara');
    expect(toldBy(world, () => world.later(1_000).tick())).toEqual([
      'card',
      'thread StageFired everyone 1→10',
    ]);
    expect(toldBy(world, () => world.later(1_000).tick())).toEqual([
      'card',
      'thread StageFired everyone 10→100',
      'broadcast ReleaseEnded',
    ]);
  });

  it('of an un-release: one line, though it also ends the release', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([10, 100], 1_000));
    world.approve('amara');
    expect(toldBy(world, () => world.unrelease('kiran', 'checkout'))).toEqual([
      'card',
      'broadcast Unreleased everyone 10→0',
    ]);
  });

  it('of a flag whose release has ended: its card and its thread, which must not go on saying the old thing', () => {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 25);
    world.approve('amara');
    expect(toldBy(world, () => world.unrelease('kiran', 'checkout'))).toEqual([
      'card',
      'broadcast Unreleased everyone 25→0',
    ]);
  });

  it('of a flag that never had a release: a notice', () => {
    const world = Scenario.installed('checkout');
    expect(toldBy(world, () => world.unrelease('kiran', 'checkout'))).toEqual(['notice Unreleased']);
  });

  it('of a missed start: to the channel, and to the owner who must decide', () => {
    const world = Scenario.installed('checkout');
    const at = new Date(world.now.getTime() + 60_000).toISOString();
    world.open('mara', 'checkout', planOf([100]), { kind: 'at', at, wallTime: '', zone: 'UTC' });
    world.approve('amara');
    expect(toldBy(world, () => world.later(3_600_000).tick())).toEqual([
      'card',
      'broadcast StartMissed',
      'nudge mara StartMissed',
    ]);
  });

  it('of a freeze: every card of the environment, since each may be held now', () => {
    const world = Scenario.installed('checkout', 'search');
    world.ramp('mara', 'checkout', 25);
    world.ramp('mara', 'search', 25);
    const freeze = {
      id: 'f1',
      name: 'calm',
      reason: '',
      startsAt: world.now.toISOString(),
      endsAt: new Date(world.now.getTime() + 1_000).toISOString(),
    };
    const told = toldBy(world, () =>
      world.mustDo('mara', { type: 'add-freeze', environment: 'production', freeze }),
    );
    expect(told).toEqual(['card', 'card']);
  });
});
