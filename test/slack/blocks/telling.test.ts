import { describe, expect, it } from 'vitest';
import { effect } from '../../../src/release/effect.ts';
import type { Event } from '../../../src/release/event.ts';
import { exposureChanges } from '../../../src/release/exposure-change.ts';
import type { OutboxItem } from '../../../src/release/outbox-item.ts';
import { notice } from '../../../src/slack/blocks/notice.ts';
import { nudge } from '../../../src/slack/blocks/nudge.ts';
import { threadLine } from '../../../src/slack/blocks/thread-line.ts';
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
import type { Scenario } from '../../support/scenario.ts';
import { expectToFit, labelsOf, wordsOf } from './fits.ts';
import { TOMORROW_9 } from './scenes.ts';

/** What a deed in a world is worth telling, as the product would send it. */
function told(world: Scenario, deed: (world: Scenario) => void): OutboxItem[] {
  const before = world.state;
  const happened = world.history.length;
  deed(world);
  return effect(before, world.state, world.history.slice(happened));
}

function threadOf(world: Scenario, deed: (world: Scenario) => void): string[] {
  return told(world, deed).flatMap((item) => {
    if (item.kind !== 'thread') return [];
    const line = threadLine(item, world.state);
    expectToFit(line);
    expect(line.text).toContain('New checkout in production: ');
    return [wordsOf(line.blocks[0])];
  });
}

function asked(): Scenario {
  const world = slackWorld('new-checkout');
  openStaged(world, 'new-checkout');
  return world;
}

describe('the thread of a release', () => {
  const stories: [string, () => Scenario, (world: Scenario) => void, string[]][] = [
    [
      'the approval that starts it',
      asked,
      (world) => world.approve(AMARA),
      [
        '✅ Approved by <@UAMARA0001>',
        '*New checkout* · production\n🟢 Started · stage 1 of 6: internal 0 → *100 %*',
      ],
    ],
    [
      'the next stage, with how long the one before baked',
      () => rollingWorld(3).later(DAY),
      (world) => world.tick(),
      ['Stage 3 → 4 of 6: 1 → *10 %* of everyone · baked 1 day'],
    ],
    [
      'the end',
      () => rollingWorld(5).later(DAY),
      (world) => world.tick(),
      [
        'Stage 5 → 6 of 6: 50 → *100 %* of everyone · baked 1 day',
        '*New checkout* · production\n✅ Done: it is out to *100 %* of everyone',
      ],
    ],
    [
      'a pause',
      () => rollingWorld(3),
      (world) => world.mustDo(NICO, { type: 'pause', release: 'r1', reason: 'lunch' }),
      ['⏸️ Paused by <@UNICO00001>: “lunch”'],
    ],
    [
      'a longer bake',
      () => rollingWorld(3),
      (world) => world.mustDo(NICO, { type: 'extend-bake', release: 'r1', byMs: HOUR }),
      ['⏳ <@UNICO00001> wants to watch longer: bake 1 h more'],
    ],
    [
      'a change, with what still comes',
      () => rollingWorld(3).later(1),
      (world) => world.ramp(MARA, 'new-checkout', 40),
      ['✏️ Changed by <@UMARA00001>: next 40 % → 50 % → 100 % of everyone'],
    ],
    [
      'an un-release, with what people had',
      () => rollingWorld(4),
      (world) => world.unrelease(KIRAN, 'new-checkout'),
      [
        '*New checkout* · production\n↩️ Un-released from everyone by <@UKIRAN0001>: “errors” · 10 % of everyone, internal and beta in full → *nobody*',
      ],
    ],
    [
      'an un-release from one audience',
      () => rollingWorld(4),
      (world) => world.unrelease(KIRAN, 'new-checkout', 'beta'),
      [
        '*New checkout* · production\n↩️ Un-released from *beta* by <@UKIRAN0001>: “errors” · beta 100 → *0 %*',
      ],
    ],
    [
      'a ramp down',
      () => rollingWorld(4),
      (world) => world.ramp(NICO, 'new-checkout', 5),
      ['🔽 Ramped down by <@UNICO00001>: 10 → *5 %* of everyone'],
    ],
    [
      'a rejection under way',
      () => {
        const world = rollingWorld(3);
        world.ramp(MARA, 'new-checkout', 40);
        return world;
      },
      (world) => world.mustDo(AMARA, { type: 'reject', release: 'r1', reason: 'too fast' }),
      ['❌ Rejected by <@UAMARA0001>: “too fast”'],
    ],
    [
      'a new owner',
      () => rollingWorld(3),
      (world) => world.mustDo(MARA, { type: 'transfer', release: 'r1', to: NICO }),
      ['<@UMARA00001> handed it to <@UNICO00001>'],
    ],
    [
      'an approval taken back',
      () => rollingWorld(3),
      (world) => world.mustDo(AMARA, { type: 'withdraw-approval', release: 'r1' }),
      ['<@UAMARA0001> took their approval back'],
    ],
    [
      'the end by a person, with what stays',
      () => rollingWorld(3),
      (world) => world.mustDo(MARA, { type: 'cancel', release: 'r1', reason: '' }),
      ['*New checkout* · production\n⚪ Cancelled by <@UMARA00001>. What people see stays as it is.'],
    ],
  ];

  it.each(stories)('tells %s', (_name, build, deed, lines) => {
    expect(threadOf(build(), deed)).toEqual(lines);
  });

  it('says of a lone stage that it is done', () => {
    const world = slackWorld('new-checkout');
    world.ramp(MARA, 'new-checkout', 25);
    const items = told(world, () => world.approve(AMARA)).flatMap((item) =>
      item.kind === 'thread' ? [threadLine(item, world.state).text] : [],
    );
    expect(items).toContain('new-checkout in production: ✅ Done: 0 → *25 %* of everyone');
  });

  it('offers to restore only while that very un-release stands', () => {
    const world = rollingWorld(4);
    const [item] = told(world, () => world.unrelease(KIRAN, 'new-checkout')).filter(
      ({ kind }) => kind === 'thread',
    );
    if (item?.kind !== 'thread') throw new Error('nothing told');
    expect(labelsOf(threadLine(item, world.state).blocks)).toEqual(['Restore…']);
    world.later(1).mustDo(MARA, {
      type: 'restore',
      flags: ['new-checkout'],
      environment: 'production',
      audience: null,
      channel: null,
    });
    world.approve(AMARA, 'r2');
    expect(labelsOf(threadLine(item, world.state).blocks)).toEqual([]);
  });
});

describe('a nudge', () => {
  const nudges: [string, () => Scenario, (world: Scenario) => void, string, string[]][] = [
    [
      'a start that was missed',
      () => {
        const world = slackWorld('new-checkout');
        openStaged(world, 'new-checkout', stagedPlan(), TOMORROW_9);
        return world.later(2 * DAY);
      },
      (world) => world.tick(),
      'Did not start: New checkout',
      ['Start now', 'Reschedule…', 'Cancel…'],
    ],
    [
      'an approval that nobody gave',
      () => asked().later(15 * DAY),
      (world) => world.tick(),
      'Nobody approved in time: New checkout',
      ['Ask again', 'Cancel…'],
    ],
    [
      'a rejection',
      asked,
      (world) => world.mustDo(AMARA, { type: 'reject', release: 'r1', reason: 'legal' }),
      'By <@UAMARA0001>: “legal”',
      ['Plan it again'],
    ],
  ];

  it.each(nudges)('tells the owner of %s, with what they can do', (_name, build, deed, says, buttons) => {
    const world = build();
    const [item] = told(world, deed).filter(({ kind }) => kind === 'nudge');
    if (item?.kind !== 'nudge') throw new Error('nobody was nudged');
    const message = nudge(item, world.state);
    expectToFit(message);
    expect(message.text).toContain(says);
    expect(labelsOf(message.blocks)).toEqual(buttons);
  });
});

describe('a notice', () => {
  function live(): Scenario {
    const world = slackWorld('new-checkout');
    world.ramp(MARA, 'new-checkout', 50);
    world.approve(AMARA);
    return world;
  }

  function noticeOf(deed: (world: Scenario) => void) {
    const world = live();
    const before = world.state;
    deed(world);
    const event = world.history.at(-1);
    if (event === undefined) throw new Error('nothing happened');
    const changes = exposureChanges(before, world.state, ['new-checkout'], 'production');
    return notice({ kind: 'notice', event, changes }, world.state);
  }

  it('tells of an un-release outside any release, and offers to undo it', () => {
    const message = noticeOf((world) => world.unrelease(KIRAN, 'new-checkout'));
    expectToFit(message);
    expect(message.text).toBe('Un-released: new-checkout from everyone in production: “errors”');
    expect(wordsOf(message.blocks)).toContain('50 % of everyone → *nobody*');
    expect(labelsOf(message.blocks)).toEqual(['Restore…']);
  });

  it('tells of a ramp down', () => {
    const message = noticeOf((world) => world.ramp(NICO, 'new-checkout', 10));
    expectToFit(message);
    expect(message.text).toBe('Ramped down: new-checkout 50 → 10 % of everyone in production');
  });
});

describe('every event', () => {
  it('has words for the thread', () => {
    const world = rollingWorld(6);
    const trace = { by: MARA, at: world.now.toISOString() };
    const events: Event[] = [
      ...world.history,
      { type: 'StartedLate', release: 'r1', ...trace },
      { type: 'FreezeLifted', environment: 'production', freeze: 'f1', ...trace },
      { type: 'ReleaseEnded', release: 'r1', outcome: 'unreleased', reason: '', ...trace },
      { type: 'ReleaseEnded', release: 'r1', outcome: 'rejected', reason: 'no', ...trace },
    ];
    for (const event of events) {
      expectToFit(
        threadLine({ kind: 'thread', release: 'r1', event, changes: [], broadcast: false }, world.state),
      );
    }
  });
});
