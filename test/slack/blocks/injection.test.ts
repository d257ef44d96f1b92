import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../../src/flag/explanation.ts';
import type { Event } from '../../../src/release/event.ts';
import type { Rejection } from '../../../src/release/rejection.ts';
import type { Release } from '../../../src/release/release.ts';
import type { State } from '../../../src/release/state.ts';
import type { ReleaseStatus } from '../../../src/release/status.ts';
import { confirmSchedule } from '../../../src/slack/blocks/confirm-schedule.ts';
import { askFlag, didYouMean, noSuchTime, offerToCreate } from '../../../src/slack/blocks/did-you-mean.ts';
import { done } from '../../../src/slack/blocks/done.ts';
import { listAnswer } from '../../../src/slack/blocks/list-answer.ts';
import { notice } from '../../../src/slack/blocks/notice.ts';
import { nudge } from '../../../src/slack/blocks/nudge.ts';
import { refusal } from '../../../src/slack/blocks/refusal.ts';
import { releaseCard } from '../../../src/slack/blocks/release-card.ts';
import type { Rendered } from '../../../src/slack/blocks/rendered.ts';
import type { HomeView, ModalView } from '../../../src/slack/blocks/slack-types.ts';
import { statusAnswer } from '../../../src/slack/blocks/status-answer.ts';
import { threadLine } from '../../../src/slack/blocks/thread-line.ts';
import { whyAnswer } from '../../../src/slack/blocks/why-answer.ts';
import { homeView } from '../../../src/slack/home/home-view.ts';
import { createFlagModal } from '../../../src/slack/modals/create-flag.ts';
import { cancelModal, rejectModal } from '../../../src/slack/modals/decision.ts';
import { editPlanModal } from '../../../src/slack/modals/edit-plan.ts';
import { flagOptions } from '../../../src/slack/modals/flag-options.ts';
import { linkMeModal } from '../../../src/slack/modals/link-me.ts';
import { newReleaseModal } from '../../../src/slack/modals/new-release.ts';
import { rescheduleModal } from '../../../src/slack/modals/reschedule.ts';
import { setupModal } from '../../../src/slack/modals/setup.ts';
import { unreleaseModal } from '../../../src/slack/modals/unrelease.ts';
import { whatExactlyChanges } from '../../../src/slack/modals/what-changes.ts';
import { escapeText } from '../../../src/slack/words/escape.ts';
import { KIRAN, MARA, rollingWorld } from '../../support/sample-state.ts';
import { expectToFit, expectViewToFit } from './fits.ts';
import { HOSTILE_SEED, hostileStrings } from './hostile.ts';
import { allLive, liveIn } from './live.ts';
import { sceneOf } from './scenes.ts';

const base = sceneOf('paused');
const now = base.world.now;
const at = now.toISOString();
const held = rollingWorld(3);

/** The state with one text in every field that a person may fill. */
function stateWith(text: string): State {
  const { state } = base.world;
  const flag = state.flags.get('new-checkout');
  const environment = state.environments.get('production');
  if (flag === undefined || environment === undefined) throw new Error('the scene has changed');
  const freeze = {
    id: 'f1',
    name: text,
    reason: text,
    startsAt: at,
    endsAt: '2027-01-01T00:00:00.000Z',
    by: MARA,
  };
  const overlay = { by: KIRAN, at, reason: text };
  const exposure = flag.exposures.production;
  if (exposure === undefined) throw new Error('the scene has changed');
  const taken = { ...exposure, unreleased: { whole: null, audiences: { beta: overlay } } };
  const odd = {
    key: 'beta',
    description: text,
    membership: { kind: 'where' as const, all: [{ op: 'is' as const, attribute: 'plan', value: text }] },
    open: false,
  };
  return {
    ...state,
    environments: new Map(state.environments).set('production', { ...environment, freezes: [freeze] }),
    audiences: new Map(state.audiences).set('beta', odd),
    flags: new Map(state.flags).set('new-checkout', {
      ...flag,
      description: text,
      off: { ...flag.off, description: text },
      variants: flag.variants.map((variant) => ({ ...variant, description: text })),
      exposures: { production: taken },
    }),
    releases: new Map(state.releases).set('r1', releaseWith(text)),
    people: new Map([[MARA, { targetingKey: text }]]),
  };
}

function releaseWith(text: string): Release {
  return { ...base.status.release, title: text, phase: { kind: 'paused', by: KIRAN, at, reason: text } };
}

function statusWith(text: string): ReleaseStatus {
  return {
    ...base.status,
    release: releaseWith(text),
    holds: [
      { kind: 'paused', by: KIRAN, reason: text, until: null },
      { kind: 'freeze', name: text, until: now },
    ],
  };
}

function explanationWith(text: string): Explanation {
  const condition = { op: 'is' as const, attribute: 'plan', value: text };
  const reason = { kind: 'condition' as const, condition, holds: 'no' as const, sent: text };
  return {
    kind: 'off',
    flag: 'new-checkout',
    environment: 'production',
    value: false,
    reasons: [
      { code: 'unreleased', by: KIRAN, at, reason: text },
      { code: 'no-id', attribute: 'targetingKey', sent: { text } },
      { code: 'excluded', audience: 'beta', member: 'unknown', reason, unreleased: null },
    ],
    bucket: 12,
    onAt: 13,
    audiences: [{ audience: 'beta', to: 10_000, member: 'no', reason }],
  };
}

/** Everything that Rampart renders, with one text wherever a person's text may stand. */
function everythingWith(text: string): unknown[] {
  const state = stateWith(text);
  const status = statusWith(text);
  const release = status.release;
  const input = { status, state, now };
  const by = { by: KIRAN, at };
  const rejected: Event = { type: 'Rejected', release: 'r1', ...by, reason: text };
  const unreleased: Event = {
    type: 'Unreleased',
    ...by,
    flag: 'new-checkout',
    environment: 'production',
    audience: null,
    reason: text,
    release: 'r1',
  };
  const events: Event[] = [
    rejected,
    unreleased,
    { type: 'Paused', release: 'r1', ...by, reason: text },
    { type: 'ReleaseEnded', release: 'r1', ...by, outcome: 'cancelled', reason: text },
    { type: 'PersonLinked', ...by, person: MARA, targetingKey: text },
    {
      type: 'FreezeAdded',
      ...by,
      environment: 'production',
      freeze: { id: 'f', name: text, reason: text, startsAt: at, endsAt: at, by: MARA },
    },
  ];
  const rejections: Rejection[] = [
    { code: 'UNKNOWN_FLAG', flag: text },
    { code: 'UNKNOWN_RELEASE', release: text },
    { code: 'UNKNOWN_ENVIRONMENT', environment: text, known: [] },
    { code: 'UNKNOWN_AUDIENCE', audience: text, known: [] },
    { code: 'UNKNOWN_FREEZE', freeze: text },
    { code: 'INVALID', field: 'reason', got: text, allowed: text },
    { code: 'IS_UNRELEASED', flag: 'new-checkout', overlay: { by: KIRAN, at, reason: text } },
    {
      code: 'RELEASE_ENDED',
      release: 'r1',
      phase: { kind: 'ended', outcome: 'rejected', by: KIRAN, at, reason: text },
    },
    { code: 'IN_FLIGHT', release: 'r1', flag: 'new-checkout' },
  ];
  const time = {
    ok: true as const,
    at,
    wallTime: '2026-11-24T09:00',
    zone: 'Europe/Berlin',
    offset: '+01:00',
    comesTwice: false,
    offsetNow: null,
  };
  return [
    releaseCard(input),
    releaseCard({
      ...input,
      status: {
        ...status,
        release: { ...release, phase: { kind: 'ended', outcome: 'unreleased', by: KIRAN, at, reason: text } },
      },
    }),
    ...events.map((event) =>
      threadLine({ kind: 'thread', release: 'r1', event, changes: [], broadcast: true }, state),
    ),
    ...events.map((event) => done({ events: [event], before: state, after: state, viewer: MARA, now })),
    nudge({ kind: 'nudge', release: 'r1', person: MARA, event: rejected }, state),
    notice({ kind: 'notice', event: unreleased, changes: [] }, state),
    ...rejections.map((rejection) => refusal(rejection, { state, viewer: MARA, now, release: 'r1' })),
    statusAnswer({ state, flag: 'new-checkout', statuses: [status], now }),
    statusAnswer({ state, flag: text, statuses: [], now }),
    listAnswer({ state, statuses: [status], viewer: MARA, which: 'all', now }),
    whyAnswer({ explanation: explanationWith(text), subject: text, revision: 1 }),
    didYouMean({ problem: { code: 'UNKNOWN_VERB', got: text, near: null, example: 'help' }, typed: text }),
    didYouMean({
      problem: { code: 'LEFT_OVER', verb: 'ramp', got: text, example: `ramp ${text}` },
      typed: `x ${text}`,
    }),
    noSuchTime({ why: 'not-understood', got: text }),
    askFlag({
      typed: text,
      near: [{ flag: 'new-checkout', command: 'ramp new-checkout 25%' }],
      command: text,
    }),
    offerToCreate({ flag: text, command: text }),
    confirmSchedule({ what: `*${escapeText(text)}*`, time, command: 'x' }),
    newReleaseModal({ state, defaults: { title: text }, viewerZone: 'Europe/Berlin', now }),
    flagOptions(state, 'new'),
    createFlagModal({ key: text, next: { kind: 'command', text, channel: null } }),
    rejectModal(status),
    cancelModal(status),
    rescheduleModal({ release, viewerZone: 'Europe/Berlin', now }),
    editPlanModal({ release, state }),
    setupModal({ state, groups: [] }),
    unreleaseModal({ state, flag: 'new-checkout', environment: 'production', release: 'r1' }),
    linkMeModal(text),
    whatExactlyChanges({ status, state, viewerZone: 'Europe/Berlin', now }),
    homeView({ state, viewer: MARA, people: held.people(), now, isAdmin: true }),
  ];
}

/** What of a message or view is alive, its fallback text included. */
function liveOf(rendered: unknown): string[] {
  const fallback =
    typeof rendered === 'object' &&
    rendered !== null &&
    'text' in rendered &&
    typeof rendered.text === 'string'
      ? liveIn(rendered.text)
      : [];
  return [...fallback, ...allLive(rendered)].filter((live) => !live.startsWith('date '));
}

const TEXTS = hostileStrings(5_000);

/** Without hostility: what our own words bring to life, such as who did it. */
const EXPECTED = everythingWith('harmless').map(liveOf);

describe(`what people typed never comes alive (seed ${HOSTILE_SEED})`, () => {
  it('as text of ours: no mention, link, emoji, quote, code or formatting', () => {
    for (const text of TEXTS) {
      const escaped = escapeText(text);
      const live = liveIn(escaped);
      if (live.length > 0) expect({ text, live }).toEqual({ text, live: [] });
      expect(escaped.replace(/(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])/g, '')).not.toMatch(/[<>*~`_\n]|:\/\//);
    }
  });

  it('in any field of any message, modal or Home', () => {
    for (const text of TEXTS) {
      const found = everythingWith(text).map(liveOf);
      if (JSON.stringify(found) !== JSON.stringify(EXPECTED))
        expect({ text, found }).toEqual({ text, found: EXPECTED });
    }
  }, 180_000);

  it('nor does it break a limit of Slack, however long it is', () => {
    for (const text of [
      '',
      ' ',
      'x'.repeat(5_000),
      '<&>*`'.repeat(1_000),
      '😀'.repeat(2_000),
      ...TEXTS.slice(0, 50),
    ]) {
      for (const each of everythingWith(text)) {
        if (isMessage(each)) expectToFit(each);
        else if (isView(each)) expectViewToFit(each);
      }
    }
  });
});

function isMessage(value: unknown): value is Rendered {
  return typeof value === 'object' && value !== null && 'text' in value && 'blocks' in value;
}

function isView(value: unknown): value is ModalView | HomeView {
  return typeof value === 'object' && value !== null && 'type' in value && 'blocks' in value;
}
