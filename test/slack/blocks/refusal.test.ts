import { describe, expect, it } from 'vitest';
import type { Rejection } from '../../../src/release/rejection.ts';
import { refusal } from '../../../src/slack/blocks/refusal.ts';
import { AMARA, MARA, NICO, rollingWorld } from '../../support/sample-state.ts';
import { expectToFit, labelsOf } from './fits.ts';

const at = '2026-11-23T08:00:00.000Z';
const overlay = { by: NICO, at, reason: 'errors' };
const MEMBERS = { kind: 'members' } as const;

/** For every code at least one rejection, what its answer says, and the buttons that help. */
const REFUSALS: { [Code in Rejection['code']]: [Extract<Rejection, { code: Code }>, string, string[]][] } = {
  NOT_INSTALLED: [[{ code: 'NOT_INSTALLED' }, 'Rampart is not set up here yet', []]],
  ALREADY_INSTALLED: [[{ code: 'ALREADY_INSTALLED' }, 'is set up here already', []]],
  ADMINS_ONLY: [
    [
      { code: 'ADMINS_ONLY', admins: [MARA, NICO] },
      'Only <@UMARA00001> or <@UNICO00001> can change this',
      [],
    ],
  ],
  UNKNOWN_FLAG: [
    [
      { code: 'UNKNOWN_FLAG', flag: 'gift-cards' },
      'There is no flag `gift-cards` yet',
      ['Create gift-cards…', "What's in flight"],
    ],
    [{ code: 'UNKNOWN_FLAG', flag: 'Gift Cards' }, 'There is no flag `Gift Cards`', ["What's in flight"]],
  ],
  UNKNOWN_RELEASE: [[{ code: 'UNKNOWN_RELEASE', release: 'r99' }, 'no release `r99`', ["What's in flight"]]],
  UNKNOWN_ENVIRONMENT: [
    [
      { code: 'UNKNOWN_ENVIRONMENT', environment: 'prod', known: ['production', 'staging'] },
      'no environment `prod`. There are *production* and *staging*.',
      [],
    ],
  ],
  UNKNOWN_AUDIENCE: [
    [
      { code: 'UNKNOWN_AUDIENCE', audience: 'betas', known: ['everyone'] },
      'no audience `betas`. There is only *everyone*.',
      [],
    ],
  ],
  UNKNOWN_FREEZE: [[{ code: 'UNKNOWN_FREEZE', freeze: 'f1' }, 'no freeze `f1` any more', []]],
  INVALID: [
    [
      { code: 'INVALID', field: 'reason', got: 'nothing', allowed: 'a few words' },
      'The reason cannot be `nothing`. It takes a few words.',
      [],
    ],
  ],
  KEY_TAKEN: [
    [{ code: 'KEY_TAKEN', flag: 'checkout', archived: false }, 'a flag *checkout* already', ['Its status']],
    [{ code: 'KEY_TAKEN', flag: 'checkout', archived: true }, 'keys are never used again', []],
  ],
  ARCHIVED: [[{ code: 'ARCHIVED', flag: 'checkout' }, '*checkout* is archived', []]],
  NOT_A_MEMBER: [
    [{ code: 'NOT_A_MEMBER', standing: 'guest' }, "Guests can't do this. Any full member", []],
    [{ code: 'NOT_A_MEMBER', standing: 'outsider' }, 'Only full members of this workspace', []],
    [{ code: 'NOT_A_MEMBER', standing: 'bot' }, 'it takes a person', []],
    [{ code: 'NOT_A_MEMBER', standing: 'deactivated' }, 'Deactivated accounts', []],
    [{ code: 'NOT_A_MEMBER', standing: null }, 'has not told Rampart who you are', []],
  ],
  MAY_NOT_RELEASE: [
    [
      { code: 'MAY_NOT_RELEASE', releasers: { kind: 'people', people: [AMARA] } },
      'Only <@UAMARA0001> can release here',
      [],
    ],
  ],
  MAY_NOT_APPROVE: [
    [
      { code: 'MAY_NOT_APPROVE', why: 'asked', approvers: MEMBERS },
      'You asked for this, so someone else has to approve it: any other full member.',
      [],
    ],
    [{ code: 'MAY_NOT_APPROVE', why: 'edited', approvers: MEMBERS }, 'You changed this, so someone else', []],
    [
      { code: 'MAY_NOT_APPROVE', why: 'not-an-approver', approvers: { kind: 'people', people: [AMARA] } },
      'Only <@UAMARA0001> can approve this.',
      [],
    ],
    [{ code: 'MAY_NOT_APPROVE', why: 'not-a-person', approvers: MEMBERS }, 'An API key never approves', []],
  ],
  PERSON_NOT_FRESH: [[{ code: 'PERSON_NOT_FRESH' }, 'Try again in a moment', []]],
  ALREADY_APPROVED: [[{ code: 'ALREADY_APPROVED', at }, 'You approved this already', []]],
  NOT_APPROVED_BY_YOU: [[{ code: 'NOT_APPROVED_BY_YOU' }, 'You have not approved this', []]],
  CHANGED_SINCE_SHOWN: [
    [{ code: 'CHANGED_SINCE_SHOWN' }, 'your click did not count', ['What exactly changes']],
  ],
  APPROVAL_EXPIRED: [[{ code: 'APPROVAL_EXPIRED', expiredAt: at }, 'has to be asked again', ['Ask again']]],
  NO_APPROVAL_OPEN: [[{ code: 'NO_APPROVAL_OPEN' }, 'Nobody is asking', ['Ask for approval']]],
  NO_APPROVAL_NEEDED: [[{ code: 'NO_APPROVAL_NEEDED' }, 'needs no approval', ['Status']]],
  RELEASE_ENDED: [
    [
      {
        code: 'RELEASE_ENDED',
        release: 'r1',
        phase: { kind: 'ended', outcome: 'rejected', by: NICO, at, reason: 'legal' },
      },
      '*New checkout* was already rejected by <@UNICO00001>',
      ['Plan it again'],
    ],
    [
      {
        code: 'RELEASE_ENDED',
        release: 'r1',
        phase: { kind: 'ended', outcome: 'released', by: NICO, at, reason: '' },
      },
      '*New checkout* is done already, since <!date^',
      ['Status'],
    ],
  ],
  WRONG_PHASE: [
    [
      { code: 'WRONG_PHASE', release: 'r1', phase: 'paused', command: 'pause' },
      'is paused already',
      ['Resume'],
    ],
    [
      { code: 'WRONG_PHASE', release: 'r1', phase: 'paused', command: 'advance' },
      'Resume it first',
      ['Resume'],
    ],
    [
      { code: 'WRONG_PHASE', release: 'r1', phase: 'rolling', command: 'resume' },
      'is not paused: it is rolling out',
      ['Status'],
    ],
    [
      { code: 'WRONG_PHASE', release: 'r1', phase: 'waiting', command: 'advance' },
      'has not started yet',
      ['Status'],
    ],
    [
      { code: 'WRONG_PHASE', release: 'r1', phase: 'draft', command: 'reject' },
      'still a draft',
      ['Ask for approval'],
    ],
  ],
  IN_FLIGHT: [
    [
      { code: 'IN_FLIGHT', release: 'r1', flag: 'new-checkout' },
      '*new-checkout* has a release in flight already: *New checkout*, owned by <@UMARA00001>',
      ['Status'],
    ],
  ],
  NOT_MISSED: [[{ code: 'NOT_MISSED', release: 'r1' }, 'did not miss its start', ['Status']]],
  ALREADY_ADVANCED: [
    [{ code: 'ALREADY_ADVANCED', release: 'r1', by: NICO }, '<@UNICO00001> advanced it already', ['Status']],
  ],
  NO_NEXT_STAGE: [[{ code: 'NO_NEXT_STAGE', release: 'r1' }, 'is at its last stage', ['Status']]],
  ALREADY_AT: [
    [
      { code: 'ALREADY_AT', flag: 'new-checkout', audience: 'everyone', at: 2_500 },
      'is at 25 % of everyone already',
      ['Its status'],
    ],
  ],
  MOVED_SINCE_SEEN: [
    [
      { code: 'MOVED_SINCE_SEEN', flag: 'new-checkout', audience: 'beta', seen: 2_500, now: 3_500 },
      'you saw 25 %, now it is at 35 % of beta. Nothing was done',
      ['Its status'],
    ],
  ],
  IS_UNRELEASED: [
    [{ code: 'IS_UNRELEASED', flag: 'new-checkout', overlay }, 'Restore it first', ['Restore…']],
  ],
  ALREADY_UNRELEASED: [
    [
      { code: 'ALREADY_UNRELEASED', flag: 'new-checkout', audience: null, overlay },
      'is un-released already, by <@UNICO00001>',
      ['Restore…'],
    ],
  ],
  NOT_UNRELEASED: [
    [
      { code: 'NOT_UNRELEASED', flag: 'new-checkout', audience: 'beta' },
      'is not un-released from *beta*',
      ['Its status'],
    ],
  ],
  REACHES_NOBODY: [[{ code: 'REACHES_NOBODY', audience: 'beta' }, 'Nobody is in *beta* yet', []]],
  STAGE_CHANGES_NOTHING: [[{ code: 'STAGE_CHANGES_NOTHING', stage: 2 }, 'Stage 3 would change nothing', []]],
  CANNOT_RELEASE_TOGETHER: [
    [{ code: 'CANNOT_RELEASE_TOGETHER', flags: ['a1', 'b1'], differ: 'seed' }, '*a1* and *b1* cannot', []],
  ],
  FIRED_STAGES_ARE_FIXED: [[{ code: 'FIRED_STAGES_ARE_FIXED', fired: 3 }, 'The first 3 stages happened', []]],
  START_HAS_PASSED: [[{ code: 'START_HAS_PASSED', at }, 'has passed already', []]],
  AUDIENCE_WOULD_WIDEN: [
    [{ code: 'AUDIENCE_WOULD_WIDEN', audience: 'beta' }, 'let more people into *beta*', []],
  ],
};

/** New checkout under way, and un-released in production at `at` for what refers to that. */
function inputFor(code: Rejection['code']) {
  const world = rollingWorld(3);
  const isGone = code === 'IS_UNRELEASED' || code === 'ALREADY_UNRELEASED';
  const flag = world.state.flags.get('new-checkout');
  if (isGone && flag !== undefined) {
    const exposure = flag.exposures.production;
    if (exposure === undefined) throw new Error('no exposure');
    const gone = { ...exposure, unreleased: { whole: overlay, audiences: {} } };
    const flags = new Map(world.state.flags).set(flag.key, { ...flag, exposures: { production: gone } });
    return { state: { ...world.state, flags }, viewer: MARA, now: world.now, release: 'r1' };
  }
  return { state: world.state, viewer: MARA, now: world.now, release: 'r1' };
}

describe('a refusal says why not, who may and how', () => {
  const cases = Object.values(REFUSALS)
    .flat()
    .map(([rejection, says, buttons]) => ({ rejection, says, buttons, name: JSON.stringify(rejection) }));

  it.each(cases)('$name', ({ rejection, says, buttons }) => {
    const answer = refusal(rejection, inputFor(rejection.code));
    expectToFit(answer);
    expect(answer.text).toContain(says);
    expect(labelsOf(answer.blocks)).toEqual(buttons);
  });

  it('has words even where the release it is about is not known', () => {
    for (const { rejection } of cases) {
      const { release: _unknown, ...input } = inputFor(rejection.code);
      expectToFit(
        refusal(rejection, { ...input, state: { ...input.state, releases: new Map(), flags: new Map() } }),
      );
    }
  });
});
