import { describe, expect, it } from 'vitest';
import { resolveWallTime } from '../../../src/release/wall-time.ts';
import { welcome } from '../../../src/slack/blocks/help.ts';
import { BLOCK } from '../../../src/slack/ids.ts';
import { confirmScheduleModal } from '../../../src/slack/modals/confirm-schedule.ts';
import { createFlagModal, readCreateFlag } from '../../../src/slack/modals/create-flag.ts';
import { cancelModal, readCancel, readReject, rejectModal } from '../../../src/slack/modals/decision.ts';
import { historyModal } from '../../../src/slack/modals/history.ts';
import { linkMeModal, readLinkMe } from '../../../src/slack/modals/link-me.ts';
import { loadingModal, messageModal } from '../../../src/slack/modals/message.ts';
import { decodeMetadata } from '../../../src/slack/modals/metadata.ts';
import { rampModal, readRamp } from '../../../src/slack/modals/ramp.ts';
import { readReschedule, rescheduleModal } from '../../../src/slack/modals/reschedule.ts';
import { readSetup, setupModal } from '../../../src/slack/modals/setup.ts';
import { readUnrelease, unreleaseModal } from '../../../src/slack/modals/unrelease.ts';
import { whatExactlyChanges } from '../../../src/slack/modals/what-changes.ts';
import {
  AMARA,
  KIRAN,
  MARA,
  openStaged,
  rollingWorld,
  slackWorld,
  stagedPlan,
  statusIn,
} from '../../support/sample-state.ts';
import { planOf } from '../../support/scenario.ts';
import { expectViewToFit, wordsOf } from '../blocks/fits.ts';
import { TOMORROW_9 } from '../blocks/scenes.ts';
import { filled } from './filled.ts';

describe('creating a flag', () => {
  const next = { kind: 'command', text: 'ramp new-checkout 25%', channel: 'CRELEASES1' } as const;
  const view = createFlagModal({ key: 'New Checkout', next });

  it('begins with the name as a key, asks what it is, and knows what to go on with', () => {
    expect(readCreateFlag(filled(view, { [BLOCK.description]: ' The checkout on one page ' }))).toEqual({
      ok: true,
      value: {
        key: 'new-checkout',
        description: 'The checkout on one page',
        lifetime: 'release',
        off: { value: false, description: 'People see what was there before' },
        variants: [{ name: 'on', value: true, description: 'People see it', weight: 1 }],
      },
    });
    expect(decodeMetadata(view.private_metadata)).toEqual({ ok: true, value: { next } });
    expect(wordsOf(view)).toContain('`/release ramp new-checkout 25%`');
  });

  it('says beside each field what is missing', () => {
    const form = readCreateFlag(filled(view, { [BLOCK.key]: 'New!', [BLOCK.offMeans]: '' }));
    expect(form.ok ? [] : Object.keys(form.errors)).toEqual([BLOCK.key, BLOCK.description, BLOCK.offMeans]);
  });
});

describe('deciding', () => {
  const world = rollingWorld(3);

  it('rejects with a reason only', () => {
    const view = rejectModal(statusIn(world));
    expect(readReject(filled(view, { [BLOCK.reason]: ' too fast ' }))).toEqual({
      ok: true,
      value: { reason: 'too fast' },
    });
    expect(readReject(filled(view))).toMatchObject({ ok: false });
    expect(wordsOf(view)).toContain('It is paused where it stands. <@UMARA00001> is told why.');
    expect(decodeMetadata(view.private_metadata)).toEqual({ ok: true, value: { release: 'r1' } });
  });

  it('cancels, and says what stays', () => {
    const view = cancelModal(statusIn(world));
    expect(wordsOf(view)).toContain('What people see stays: 1 % of everyone, internal and beta in full.');
    expect(readCancel(filled(view))).toEqual({ ok: true, value: { reason: '' } });
  });
});

describe('taking away', () => {
  const world = rollingWorld(4);
  const input = { state: world.state, flag: 'new-checkout', environment: 'production', release: 'r1' };

  it('states the numbers, and takes it from everyone or from one audience', () => {
    const view = unreleaseModal(input);
    const words = wordsOf(view);
    expect(words).toContain('*10 %* of everyone · internal and beta 100 %');
    expect(words).toContain('Bringing it back needs approval.');
    expect(readUnrelease(filled(view))).toEqual({ ok: true, value: { audience: null, reason: '' } });
    expect(readUnrelease(filled(view, { [BLOCK.audience]: 'beta', [BLOCK.reason]: 'errors' }))).toEqual({
      ok: true,
      value: { audience: 'beta', reason: 'errors' },
    });
    expect(decodeMetadata(view.private_metadata)).toEqual({
      ok: true,
      value: { release: 'r1', flag: 'new-checkout', environment: 'production' },
    });
  });

  it('warns of the flags that go dark with it', () => {
    const flag = world.state.flags.get('new-checkout');
    if (flag === undefined) throw new Error('no flag');
    const flags = new Map(world.state.flags).set('one-click', {
      ...flag,
      key: 'one-click',
      prerequisites: ['new-checkout'],
    });
    expect(wordsOf(unreleaseModal({ ...input, state: { ...world.state, flags } }))).toContain(
      '⚠️ *one-click* needs it, and goes dark with it.',
    );
  });
});

describe('ramping', () => {
  const world = rollingWorld(4);
  const view = rampModal({ state: world.state, flag: 'new-checkout', environment: 'production' });

  it('begins where it is, and takes a percentage of an audience', () => {
    expect(readRamp(filled(view))).toEqual({ ok: true, value: { audience: 'everyone', to: 1_000 } });
    expect(readRamp(filled(view, { [BLOCK.percentage]: '0.5 %', [BLOCK.audience]: 'beta' }))).toEqual({
      ok: true,
      value: { audience: 'beta', to: 50 },
    });
  });

  it.each([
    ['+10', 'The percentage to reach'],
    ['abc', 'The percentage to reach'],
    ['120', '100 % is the most'],
    ['0.001', 'smallest step'],
  ])('refuses %s', (typed, says) => {
    const form = readRamp(filled(view, { [BLOCK.percentage]: typed }));
    expect(form.ok ? '' : form.errors[BLOCK.percentage]).toContain(says);
  });
});

describe('rescheduling', () => {
  it('says what stands, and takes another time or none', () => {
    const world = slackWorld('new-checkout');
    openStaged(world, 'new-checkout', stagedPlan(), TOMORROW_9);
    const view = rescheduleModal({ release: world.release(), viewerZone: 'Europe/Berlin', now: world.now });
    expect(wordsOf(view)).toContain('(09:00 Berlin)');
    const later = new Date('2026-12-01T08:00:00.000Z');
    expect(readReschedule(filled(view, { [BLOCK.startAt]: later }), world.now)).toEqual({
      ok: true,
      value: { start: { kind: 'at', at: later } },
    });
    expect(readReschedule(filled(view, { [BLOCK.start]: 'when-approved' }), world.now)).toEqual({
      ok: true,
      value: { start: { kind: 'when-approved' } },
    });
  });
});

describe('setting up', () => {
  const world = slackWorld();
  const groups = [{ id: 'SAPPROVERS', handle: 'release-approvers' }];
  const view = setupModal({ state: world.state, groups });
  const personId = (user: string) => `TACME00001/${user}`;

  it('begins with the defaults, and explains the audiences', () => {
    expect(readSetup(filled(view), personId)).toEqual({
      ok: true,
      value: { channel: 'CRELEASES1', approvers: { kind: 'members' } },
    });
    expect(wordsOf(view)).toContain('*internal*: `email` ends with `@acme.example`');
  });

  it('takes a list of people or a group as approvers', () => {
    const people = { [BLOCK.approvers]: 'people', [BLOCK.approverPeople]: ['UAMARA0001'] };
    expect(readSetup(filled(view, people), personId)).toMatchObject({
      ok: true,
      value: { approvers: { kind: 'people', people: [AMARA] } },
    });
    const group = { [BLOCK.approvers]: 'group', [BLOCK.approverGroup]: 'SAPPROVERS' };
    expect(readSetup(filled(view, group), personId)).toMatchObject({
      ok: true,
      value: { approvers: { kind: 'group', group: 'SAPPROVERS' } },
    });
  });

  it('asks for the people or the group that were meant', () => {
    expect(readSetup(filled(view, { [BLOCK.approvers]: 'people' }), personId)).toEqual({
      ok: false,
      errors: { [BLOCK.approverPeople]: 'Name at least one person.' },
    });
    expect(readSetup(filled(view, { [BLOCK.approvers]: 'group' }), personId)).toEqual({
      ok: false,
      errors: { [BLOCK.approverGroup]: 'Which group?' },
    });
  });

  it('shows no group where the workspace has none', () => {
    expect(wordsOf(setupModal({ state: world.state, groups: [] }))).not.toContain('A user group');
  });
});

describe('linking oneself', () => {
  it('takes an id', () => {
    const view = linkMeModal(null);
    expect(readLinkMe(filled(view, { [BLOCK.targetingKey]: ' user-42 ' }))).toEqual({
      ok: true,
      value: { targetingKey: 'user-42' },
    });
    expect(readLinkMe(filled(view))).toMatchObject({ ok: false });
    expect(readLinkMe(filled(linkMeModal('user-1')))).toEqual({
      ok: true,
      value: { targetingKey: 'user-1' },
    });
  });
});

describe('what exactly changes', () => {
  it('goes stage by stage, before → after, with who they are and the start in both zones', () => {
    const world = slackWorld('new-checkout');
    openStaged(world, 'new-checkout', stagedPlan(), TOMORROW_9);
    const view = whatExactlyChanges({
      status: statusIn(world),
      state: world.state,
      viewerZone: 'America/New_York',
      now: world.now,
    });
    expectViewToFit(view);
    const words = wordsOf(view);
    expect(words).toContain('Starts Tue 24 Nov 2026, 03:00 your time (Tue 24 Nov 2026, 09:00 in Berlin)');
    expect(words).toContain('*Stage 1 of 6* · internal 0 → *100 %* · then bake 1 day');
    expect(words).toContain('*Stage 4 of 6* · 1 → *10 %* of everyone · then bake 1 day');
    expect(words).toContain('*beta*: `beta` is `true`');
    expect(words).toContain(world.digest().slice(0, 12));
  });

  it('marks what has happened, and says what a person has to start', () => {
    const plan = stagedPlan().map((stage, index) =>
      index === 4 ? { ...stage, gates: [{ kind: 'manual' as const }] } : stage,
    );
    const world = rollingWorld(2, plan);
    world.unrelease(KIRAN, 'new-checkout', 'beta');
    const view = whatExactlyChanges({
      status: statusIn(world),
      state: world.state,
      viewerZone: 'Europe/Berlin',
      now: world.now,
    });
    expectViewToFit(view);
    const words = wordsOf(view);
    expect(words).toContain('✅ *Stage 2 of 6* · beta 100 % · happened <!date^');
    expect(words).toContain('Starts when a person advances it');
    expect(words).toContain('↩️ Un-released from *beta*');
  });

  it('fits with 50 stages', () => {
    const world = slackWorld('new-checkout');
    world.open(
      MARA,
      'new-checkout',
      planOf(
        Array.from({ length: 50 }, (_, index) => index + 1),
        1_000,
      ),
    );
    expectViewToFit(
      whatExactlyChanges({
        status: statusIn(world),
        state: world.state,
        viewerZone: 'Europe/Berlin',
        now: world.now,
      }),
    );
  });
});

describe('other modals', () => {
  it('keep to Slack’s rules', () => {
    const world = rollingWorld(6);
    const time = resolveWallTime('2026-11-24T09:00', 'Europe/Berlin', world.now);
    if (!time.ok) throw new Error(time.why);
    expectViewToFit(confirmScheduleModal({ what: 'x', time, lateStartMs: 900_000, metadata: {} }));
    expectViewToFit(loadingModal('Un-release'));
    expectViewToFit(messageModal('A title that is much too long for Slack', welcome()));
    const events = Array.from({ length: 300 }, () => world.history).flat();
    expectViewToFit(historyModal({ release: world.release(), state: world.state, events }));
  });

  it('the history tells the newest first', () => {
    const world = rollingWorld(3);
    const words = wordsOf(
      historyModal({ release: world.release(), state: world.state, events: world.history }),
    );
    expect(words.indexOf('Stage 2 → 3 of 6')).toBeLessThan(words.indexOf('Started · stage 1 of 6'));
  });

  it('the history keeps the order of what happened in one instant', () => {
    const world = rollingWorld(3);
    const events = world.history.toReversed();
    const words = wordsOf(historyModal({ release: world.release(), state: world.state, events }));
    expect(words.indexOf('asked for approval')).toBeLessThan(words.indexOf('Planned by'));
  });
});
