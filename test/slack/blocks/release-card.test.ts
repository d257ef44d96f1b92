import { describe, expect, it } from 'vitest';
import { approvalDm, releaseCard } from '../../../src/slack/blocks/release-card.ts';
import { ACTION, decodeValue } from '../../../src/slack/ids.ts';
import { AMARA } from '../../support/sample-state.ts';
import { buttonsOf, expectToFit, labelsOf, wordsOf } from './fits.ts';
import { SCENES, sceneOf } from './scenes.ts';

function cardOf(name: string) {
  const { world, status } = sceneOf(name);
  return releaseCard({ status, state: world.state, now: world.now });
}

/** For each standing: what the notification says, what the card says, and its buttons in order. */
const CARDS: Record<keyof typeof SCENES, { text: string; says: string[]; buttons: string[] }> = {
  draft: {
    text: 'Draft: New checkout internal 0 → 100 % in production',
    says: ['plans to release it in *6 stages*', '(now: *nobody*)'],
    buttons: ['Ask for approval', 'Edit plan…', 'Reschedule…', 'What exactly changes', 'Cancel the release…'],
  },
  'a ramp asked': {
    text: 'Approval needed: new-checkout 0 → 25 % of everyone in production',
    says: [
      '<@UMARA00001> asks to show it to *25 %* of everyone (now *0 %*)',
      'Starts as soon as approved',
      'Needs 1 approval from any full member except <@UMARA00001> · expires',
      'Undo: *Un-release*',
      'How many people: not known yet',
    ],
    buttons: [
      'Approve',
      'Reject…',
      'What exactly changes',
      'Edit plan…',
      'Reschedule…',
      'History',
      'Cancel the release…',
    ],
  },
  'a plan asked': {
    text: 'Approval needed: New checkout internal 0 → 100 % in production',
    says: [
      'asks to release it in *6 stages* (now: *nobody*)',
      'internal → beta → 1 % → 10 % → 50 % → 100 % of everyone · bake 1 day each',
      'Health: no health check configured',
    ],
    buttons: [
      'Approve',
      'Reject…',
      'What exactly changes',
      'Edit plan…',
      'Reschedule…',
      'History',
      'Cancel the release…',
    ],
  },
  'one of two approved': {
    text: 'Approval needed: New checkout internal 0 → 100 % in production',
    says: ['✅ Approved by <@UAMARA0001>', 'Needs 1 more approval from any full member'],
    buttons: [
      'Approve',
      'Reject…',
      'What exactly changes',
      'Edit plan…',
      'Reschedule…',
      'History',
      'Cancel the release…',
    ],
  },
  expired: {
    text: 'Approval expired: New checkout internal 0 → 100 % in production',
    says: ['it needs 1 approval, and nobody is being asked now'],
    buttons: [
      'Ask again',
      'What exactly changes',
      'Edit plan…',
      'Reschedule…',
      'History',
      'Cancel the release…',
    ],
  },
  scheduled: {
    text: 'Scheduled: New checkout internal 0 → 100 % in production',
    says: ['First: internal 0 → *100 %*', '(09:00 Berlin)', '✅ Approved by <@UAMARA0001>'],
    buttons: [
      'Pause',
      'Reschedule…',
      'What exactly changes',
      'Edit plan…',
      'Take back my approval',
      'History',
      'Cancel the release…',
    ],
  },
  missed: {
    text: 'Did not start: New checkout internal 0 → 100 % in production',
    says: ['It was due', 'waits until someone says when'],
    buttons: ['Start now', 'Reschedule…', 'Cancel…', 'Edit plan…', 'What exactly changes', 'History'],
  },
  rolling: {
    text: 'Rolling out: New checkout 10 → 50 % of everyone in production',
    says: [
      'stage 4 of 6',
      '▰▱▱▱▱▱▱▱▱▱  *10 %* of everyone · internal and beta 100 %',
      'Next: 10 → *50 %* of everyone · <!date^',
      'Health: no health check configured',
      'Owner <@UMARA00001>',
      'Approved by <@UAMARA0001>',
    ],
    buttons: [
      'Pause',
      'Advance now',
      'Un-release…',
      'Bake 1 h longer',
      'Edit plan…',
      'Un-release one audience…',
      'What exactly changes',
      'History',
    ],
  },
  'rolling in seconds': {
    text: 'Rolling out: New checkout 10 → 50 % of everyone in production',
    says: ['{time_secs}'],
    buttons: [
      'Pause',
      'Advance now',
      'Un-release…',
      'Bake 1 h longer',
      'Edit plan…',
      'Un-release one audience…',
      'What exactly changes',
      'History',
    ],
  },
  'at its last stage': {
    text: 'Rolling out: New checkout: everyone in production',
    says: ['stage 2 of 2', 'Last stage: done <!date^'],
    buttons: [
      'Pause',
      'Un-release…',
      'Bake 1 h longer',
      'Edit plan…',
      'Un-release one audience…',
      'What exactly changes',
      'History',
    ],
  },
  'waiting to be advanced': {
    text: 'Waiting to be advanced: New checkout 1 → 10 % of everyone in production',
    says: ['Held: the next stage starts when a person advances it.'],
    buttons: [
      'Advance now',
      'Pause',
      'Un-release…',
      'Bake 1 h longer',
      'Edit plan…',
      'Un-release one audience…',
      'What exactly changes',
      'History',
    ],
  },
  frozen: {
    text: 'Held by a freeze: New checkout 1 → 10 % of everyone in production',
    says: ['Held: freeze *Black Friday* until <!date^'],
    buttons: [
      'Pause',
      'Un-release…',
      'Bake 1 h longer',
      'Edit plan…',
      'Un-release one audience…',
      'What exactly changes',
      'History',
    ],
  },
  unverified: {
    text: 'Held: New checkout 1 → 10 % of everyone in production',
    says: ['Held: Slack has not said lately whether <@UAMARA0001> may still approve'],
    buttons: [
      'Pause',
      'Un-release…',
      'Bake 1 h longer',
      'Edit plan…',
      'Un-release one audience…',
      'What exactly changes',
      'History',
    ],
  },
  voided: {
    text: 'Approval needed: New checkout 1 → 40 % of everyone in production',
    says: ['⚠️ Changed by <@UMARA00001>', 'the approval of <@UAMARA0001> no longer counts'],
    buttons: [
      'Approve',
      'Reject…',
      'What exactly changes',
      'Un-release…',
      'Pause',
      'Bake 1 h longer',
      'Edit plan…',
      'Un-release one audience…',
      'History',
    ],
  },
  paused: {
    text: 'Paused: New checkout 10 → 50 % of everyone in production',
    says: ['Paused by <@UNICO00001>', '“support is at lunch”', 'What people see stays as it is.'],
    buttons: [
      'Resume',
      'Un-release…',
      'Edit plan…',
      'Un-release one audience…',
      'What exactly changes',
      'History',
      'Cancel the release…',
    ],
  },
  'paused before its start': {
    text: 'Paused: New checkout internal 0 → 100 % in production',
    says: ['Paused by <@UNICO00001>'],
    buttons: [
      'Resume',
      'Edit plan…',
      'Reschedule…',
      'What exactly changes',
      'History',
      'Cancel the release…',
    ],
  },
  'one audience taken': {
    text: 'Paused: New checkout 10 → 50 % of everyone in production',
    says: ['↩️ Un-released from *beta* by <@UKIRAN0001>', '*10 %* of everyone · internal 100 %'],
    buttons: [
      'Resume',
      'Restore beta…',
      'Un-release…',
      'Edit plan…',
      'Un-release one audience…',
      'What exactly changes',
      'History',
      'Cancel the release…',
    ],
  },
  'held by an un-release': {
    text: 'Held: un-released: Both: nobody in production',
    says: ['Held: *new-checkout* is un-released. Restore first, then it goes on.'],
    buttons: [
      'Restore…',
      'Pause',
      'Advance now',
      'Bake 1 h longer',
      'Edit plan…',
      'Un-release one audience…',
      'What exactly changes',
      'History',
    ],
  },
  released: {
    text: 'Released: New checkout: everyone in production',
    says: ['▰▰▰▰▰▰▰▰▰▰  *100 %* of everyone', 'Done · <!date^', '6 stages'],
    buttons: ['Un-release…', 'What exactly changes', 'History'],
  },
  'released and taken away since': {
    text: 'Un-released: New checkout: nobody in production',
    says: [
      'Done · <!date^',
      'Taken from everyone by <@UKIRAN0001>',
      '*Nobody* sees it. Restore would bring back everyone',
    ],
    buttons: ['Restore…', 'What exactly changes', 'History'],
  },
  'unreleased and brought back since': {
    text: 'Un-released: New checkout: 10 % of everyone, internal and beta in full in production',
    says: ['Taken from everyone by <@UKIRAN0001>', 'It was brought back since.', '*10 %* of everyone'],
    buttons: ['Plan it again', 'Un-release…', 'What exactly changes', 'History'],
  },
  unreleased: {
    text: 'Un-released: New checkout: nobody in production',
    says: [
      'Taken from everyone by <@UKIRAN0001>',
      '“errors”',
      '*Nobody* sees it. Restore would bring back 10 % of everyone, internal and beta in full.',
    ],
    buttons: ['Restore…', 'What exactly changes', 'History'],
  },
  'a restore asked': {
    text: 'Approval needed: Restore new-checkout 0 → 10 % of everyone, internal 0 → 100 % and beta 0 → 100 % in production',
    says: ['asks to bring it back: 0 → *10 %* of everyone'],
    buttons: [
      'Approve',
      'Reject…',
      'What exactly changes',
      'Edit plan…',
      'Reschedule…',
      'History',
      'Cancel the release…',
    ],
  },
  'a restore cancelled': {
    text: 'Cancelled: Restore new-checkout: nobody in production',
    says: ['Cancelled by <@UMARA00001>', '“not today”', 'Nothing had started.'],
    buttons: ['Restore…', 'What exactly changes', 'History'],
  },
  'released and ramped down since': {
    text: 'Released: new-checkout: nobody in production',
    says: ['Done · <!date^', '*Nobody* sees it now.'],
    buttons: ['Plan it again', 'What exactly changes', 'History'],
  },
  rejected: {
    text: 'Rejected: New checkout: nobody in production',
    says: ['Rejected by <@UAMARA0001>', '“legal has not read it”', 'Nobody sees more than before.'],
    buttons: ['Plan it again', 'What exactly changes', 'History'],
  },
  'cancelled under way': {
    text: 'Cancelled: New checkout: 1 % of everyone, internal and beta in full in production',
    says: ['Cancelled by <@UMARA00001>', 'What people see stays as it is.'],
    buttons: ['Plan it again', 'Un-release…', 'What exactly changes', 'History'],
  },
  'cancelled before its start': {
    text: 'Cancelled: New checkout: nobody in production',
    says: ['Nothing had started.'],
    buttons: ['Plan it again', 'What exactly changes', 'History'],
  },
};

describe('the card of a release', () => {
  it.each(Object.keys(SCENES))('%s', (name) => {
    const card = cardOf(name);
    const expected = CARDS[name];
    const words = wordsOf(card.blocks);
    expectToFit(card);
    expect(card.text).toBe(expected?.text);
    for (const said of expected?.says ?? []) expect(words).toContain(said);
    expect(labelsOf(card.blocks)).toEqual(expected?.buttons);
  });

  it('binds Approve to exactly what it shows', () => {
    const { world } = sceneOf('a plan asked');
    const approve = buttonsOf(cardOf('a plan asked').blocks).find(({ action }) => action === ACTION.approve);
    expect(decodeValue(approve?.value)).toEqual({
      ok: true,
      value: { release: 'r1', digest: world.digest() },
    });
  });

  it('asks once before it takes anything away, with the numbers and what bringing back needs', () => {
    const unrelease = buttonsOf(cardOf('rolling').blocks).find(({ action }) => action === ACTION.unrelease);
    expect(unrelease?.confirm).toContain(
      'Take *new-checkout* in production away from everyone who has it now (10 % of everyone, internal and beta in full)? Bringing it back needs approval.',
    );
  });

  it('says how many people, once that is known', () => {
    const { world, status } = sceneOf('rolling');
    const card = releaseCard({ status, state: world.state, now: world.now, reach: 1_240 });
    expect(wordsOf(card.blocks)).toContain('about 1,240 people');
    expect(wordsOf(card.blocks)).not.toContain('not known yet');
    const unrelease = buttonsOf(card.blocks).find(({ action }) => action === ACTION.unrelease);
    expect(unrelease?.confirm).toContain('away from about 1,240 people now');
  });

  it('calls the approver by DM while their decision is owed, and says so when it no longer is', () => {
    const { world, status } = sceneOf('a plan asked');
    const owed = approvalDm({ status, state: world.state, now: world.now });
    expect(wordsOf(owed.blocks)).toContain('You get this because you may approve it');
    expect(wordsOf(owed.blocks)).toContain('<#CRELEASES1>');
    expectToFit(owed);
    world.approve(AMARA);
    const later = approvalDm({ status: sceneOf('rolling').status, state: world.state, now: world.now });
    expect(wordsOf(later.blocks)).toContain('nothing left for you to decide');
  });
});
