import { describe, expect, it } from 'vitest';
import { CAREFUL_POLICY } from '../../src/environment/policy.ts';
import { planOf, Scenario } from '../support/scenario.ts';

const DAY = 86_400_000;

function asked(percent = 25): Scenario {
  const world = Scenario.installed('checkout');
  world.ramp('mara', 'checkout', percent);
  return world;
}

describe('an approval', () => {
  it.each([
    ['gil', 'who is a guest', 'NOT_A_MEMBER'],
    ['olga', 'who is from elsewhere', 'NOT_A_MEMBER'],
    ['stranger', 'whom nobody knows', 'NOT_A_MEMBER'],
  ])('by %s, %s, is refused', (by, _who, code) => {
    const world = asked();
    expect(world.refusal(by, { type: 'approve', release: 'r1', digest: world.digest() })).toBe(code);
  });

  it('by who asked for it is refused, and says that', () => {
    const world = asked();
    expect(world.decide('mara', { type: 'approve', release: 'r1', digest: world.digest() })).toMatchObject({
      rejection: { code: 'MAY_NOT_APPROVE', why: 'asked' },
    });
  });

  it('no longer counts once its giver edited the release, even only its title', () => {
    const world = Scenario.installed('checkout');
    const policy = { ...CAREFUL_POLICY, quorum: 2 };
    world.mustDo('mara', { type: 'set-policy', environment: 'production', policy });
    world.ramp('mara', 'checkout', 25);
    world.approve('amara');
    world.mustDo('amara', { type: 'edit', release: 'r1', title: 'Checkout for all' });
    world.approve('nico');
    expect(world.exposure('checkout')).toEqual({});
  });

  it('does not outlive the question when a pause kept the first stage back', () => {
    const world = Scenario.installed('checkout');
    const at = new Date(world.now.getTime() + 60_000).toISOString();
    world.open('mara', 'checkout', planOf([100]), { kind: 'at', at, wallTime: '', zone: 'UTC' });
    world.mustDo('mara', { type: 'pause', release: 'r1', reason: '' });
    world.approve('amara');
    world.later(14 * DAY).tick();
    world.mustDo('mara', { type: 'resume', release: 'r1' });
    world.tick();
    world.mustDo('mara', { type: 'start-late', release: 'r1' });
    expect(world.exposure('checkout')).toEqual({});
  });

  it('that expired does not fire a stage even before the ticker has noticed', () => {
    const world = Scenario.installed('checkout');
    const policy = { ...CAREFUL_POLICY, lateStartMs: 30 * DAY };
    world.mustDo('mara', { type: 'set-policy', environment: 'production', policy });
    world.open('mara', 'checkout', planOf([100]));
    world.mustDo('mara', { type: 'pause', release: 'r1', reason: '' });
    world.approve('amara');
    world.later(14 * DAY);
    expect(world.mustDo('mara', { type: 'resume', release: 'r1' })).toEqual(['Resumed']);
  });

  it('that expired does not count again because the question is put once more', () => {
    const world = Scenario.installed('checkout');
    const policy = { ...CAREFUL_POLICY, lateStartMs: 30 * DAY };
    world.mustDo('mara', { type: 'set-policy', environment: 'production', policy });
    const at = new Date(world.now.getTime() + 14 * DAY).toISOString();
    world.open('mara', 'checkout', planOf([100]), { kind: 'at', at, wallTime: '', zone: 'UTC' });
    world.later(DAY).approve('amara');
    world.later(13 * DAY);
    expect(world.mustDo('mara', { type: 'request-approval', release: 'r1' })).toEqual([
      'ApprovalExpired',
      'ApprovalRequested',
    ]);
    expect(world.tick()).toEqual([]);
    expect(world.exposure('checkout')).toEqual({});
  });

  it('grows no younger by an edit that is taken back, and may then be given anew', () => {
    const world = Scenario.installed('checkout');
    const policy = { ...CAREFUL_POLICY, quorum: 2 };
    world.mustDo('mara', { type: 'set-policy', environment: 'production', policy });
    world.ramp('mara', 'checkout', 25);
    world.approve('amara');
    world.later(13 * DAY).mustDo('mara', { type: 'edit', release: 'r1', plan: planOf([30]) });
    world.mustDo('mara', { type: 'edit', release: 'r1', plan: planOf([25]) });
    world.later(DAY).approve('nico');
    expect(world.exposure('checkout')).toEqual({});
    world.approve('amara');
    expect(world.exposure('checkout')).toEqual({ everyone: 25 });
  });

  it('is asked for when a policy begins to ask while a release is in flight', () => {
    const world = Scenario.installed('checkout');
    const policy = { ...CAREFUL_POLICY, quorum: 0 };
    world.mustDo('mara', { type: 'set-policy', environment: 'production', policy });
    world.open('mara', 'checkout', planOf([10, 50], 60_000));
    expect(
      world.mustDo('mara', { type: 'set-policy', environment: 'production', policy: CAREFUL_POLICY }),
    ).toEqual(['PolicyChanged', 'ApprovalRequested']);
    expect(world.later(60_000).tick()).toEqual([]);
    world.approve('amara');
    expect(world.exposure('checkout')).toEqual({ everyone: 50 });
  });

  it('by an API key is refused, even of an approver', () => {
    const world = asked();
    const key = { kind: 'key', owner: 'amara' } as const;
    expect(world.refusal(key, { type: 'approve', release: 'r1', digest: world.digest() })).toBe(
      'MAY_NOT_APPROVE',
    );
  });

  it('by whoever edited it since is refused', () => {
    const world = asked();
    world.mustDo('amara', { type: 'edit', release: 'r1', plan: planOf([30]) });
    expect(world.decide('amara', { type: 'approve', release: 'r1', digest: world.digest() })).toMatchObject({
      rejection: { code: 'MAY_NOT_APPROVE', why: 'edited' },
    });
  });

  it('of what an older card showed is refused', () => {
    const world = asked();
    const shown = world.digest();
    world.mustDo('mara', { type: 'edit', release: 'r1', plan: planOf([40]) });
    expect(world.refusal('amara', { type: 'approve', release: 'r1', digest: shown })).toBe(
      'CHANGED_SINCE_SHOWN',
    );
    expect(world.exposure('checkout')).toEqual({});
  });

  it('is void once the plan is edited, and the question is put again', () => {
    const world = Scenario.installed('checkout');
    world.mustDo('mara', {
      type: 'set-policy',
      environment: 'production',
      policy: { ...CAREFUL_POLICY, quorum: 2 },
    });
    world.ramp('mara', 'checkout', 25);
    world.approve('amara');
    expect(world.mustDo('mara', { type: 'edit', release: 'r1', plan: planOf([40]) })).toEqual([
      'ReleaseEdited',
      'ApprovalRequested',
    ]);
    world.approve('nico');
    expect(world.exposure('checkout')).toEqual({});
    world.approve('amara');
    expect(world.exposure('checkout')).toEqual({ everyone: 40 });
  });

  it('given twice counts once, and the second says so', () => {
    const world = Scenario.installed('checkout');
    world.mustDo('mara', {
      type: 'set-policy',
      environment: 'production',
      policy: { ...CAREFUL_POLICY, quorum: 2 },
    });
    world.ramp('mara', 'checkout', 25);
    world.approve('amara');
    expect(world.refusal('amara', { type: 'approve', release: 'r1', digest: world.digest() })).toBe(
      'ALREADY_APPROVED',
    );
    expect(world.exposure('checkout')).toEqual({});
  });

  it('that was withdrawn no longer counts', () => {
    const world = Scenario.installed('checkout');
    world.mustDo('mara', {
      type: 'set-policy',
      environment: 'production',
      policy: { ...CAREFUL_POLICY, quorum: 2 },
    });
    world.ramp('mara', 'checkout', 25);
    world.approve('amara');
    world.mustDo('amara', { type: 'withdraw-approval', release: 'r1' });
    world.approve('nico');
    expect(world.exposure('checkout')).toEqual({});
  });

  it('no longer counts when its giver was deactivated before the stage fires', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([10, 50], 60_000));
    world.approve('amara');
    world.standing.amara = 'deactivated';
    expect(world.later(60_000).tick()).toEqual([]);
    expect(world.exposure('checkout')).toEqual({ everyone: 10 });
  });

  it('no longer counts when the policy names other approvers before the stage fires', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([10, 50], 60_000));
    world.approve('amara');
    world.mustDo('mara', {
      type: 'set-policy',
      environment: 'production',
      policy: { ...CAREFUL_POLICY, approvers: { kind: 'people', people: ['nico'] } },
    });
    expect(world.later(60_000).tick()).toEqual([]);
    world.approve('nico');
    expect(world.exposure('checkout')).toEqual({ everyone: 50 });
  });

  it('rests on facts about its giver that are at most a day old when a stage fires', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([10, 50], 60_000));
    world.approve('amara');
    world.later(60_000).factsAgeMs = DAY + 1;
    expect(world.tick()).toEqual([]);
    world.factsAgeMs = DAY;
    expect(world.tick()).toEqual(['StageFired', 'ReleaseEnded']);
  });

  it('comes too late after two weeks, when the question closes', () => {
    const world = asked();
    world.later(14 * DAY);
    expect(world.refusal('amara', { type: 'approve', release: 'r1', digest: world.digest() })).toBe(
      'APPROVAL_EXPIRED',
    );
    expect(world.tick()).toEqual(['ApprovalExpired']);
    expect(world.refusal('amara', { type: 'approve', release: 'r1', digest: world.digest() })).toBe(
      'NO_APPROVAL_OPEN',
    );
    expect(world.mustDo('mara', { type: 'request-approval', release: 'r1' })).toEqual(['ApprovalRequested']);
    world.approve('amara');
    expect(world.exposure('checkout')).toEqual({ everyone: 25 });
  });

  it('stays valid for the stages that follow, since they were on the card', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([1, 10, 100], 60_000));
    world.approve('amara');
    expect(world.later(60_000).tick()).toEqual(['StageFired']);
    expect(world.later(60_000).tick()).toEqual(['StageFired', 'ReleaseEnded']);
  });

  it('is void when what an audience means has changed', () => {
    const world = Scenario.installed('checkout');
    world.ramp('mara', 'checkout', 100, 'beta');
    const shown = world.digest();
    world.mustDo('mara', {
      type: 'define-audience',
      audience: {
        key: 'beta',
        description: '',
        membership: { kind: 'where', all: [{ op: 'is', attribute: 'plan', value: 'pro' }] },
        open: false,
      },
    });
    expect(world.refusal('amara', { type: 'approve', release: 'r1', digest: shown })).toBe(
      'CHANGED_SINCE_SHOWN',
    );
    expect(world.tick()).toEqual(['ApprovalRequested']);
  });

  it('is not voided by an un-release of an audience, which only takes away', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([10, 50], 60_000));
    world.approve('amara');
    const before = world.digest();
    world.unrelease('nico', 'checkout', 'beta');
    expect(world.digest()).toBe(before);
    world.mustDo('mara', { type: 'resume', release: 'r1' });
    expect(world.later(60_000).tick()).toEqual(['StageFired', 'ReleaseEnded']);
  });
});

describe('a rejection', () => {
  it('needs a reason, and ends what has not started', () => {
    const world = asked();
    expect(world.refusal('amara', { type: 'reject', release: 'r1', reason: ' ' })).toBe('INVALID');
    world.mustDo('amara', { type: 'reject', release: 'r1', reason: 'not before the fair' });
    expect(world.release().phase).toMatchObject({ kind: 'ended', outcome: 'rejected' });
  });

  it('of a release under way pauses it', () => {
    const world = Scenario.installed('checkout');
    world.open('mara', 'checkout', planOf([10, 50], 60_000));
    world.approve('amara');
    world.mustDo('amara', { type: 'reject', release: 'r1', reason: 'looks wrong' });
    expect(world.release().phase.kind).toBe('paused');
    expect(world.later(120_000).tick()).toEqual([]);
  });
});
