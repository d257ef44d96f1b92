import { freezeAt } from '../environment/freeze.ts';
import type { People, PersonId } from '../environment/person.ts';
import { exposureOf } from '../flag/flag-set.ts';
import { narrows } from '../flag/narrows.ts';
import { type ApprovalStatus, approvalStatus } from './approval.ts';
import type { Release } from './release.ts';
import { scopeOf, withStep } from './stage.ts';
import type { State } from './state.ts';

/**
 * One reason why the next stage of a release does not start now. `until` is the instant from which this reason
 * no longer holds by itself; null when it takes a person.
 */
export type Hold =
  | { kind: 'draft'; until: null }
  | { kind: 'paused'; by: PersonId; reason: string; until: null }
  | { kind: 'start'; until: Date }
  | { kind: 'missed'; dueAt: Date; until: null }
  | { kind: 'bake'; until: Date }
  | { kind: 'manual'; until: null }
  | { kind: 'approval'; status: ApprovalStatus; until: null }
  | { kind: 'unverified'; people: PersonId[]; until: null }
  | { kind: 'freeze'; name: string; until: Date }
  /** It would change nothing that anyone sees while the feature is taken away. */
  | { kind: 'unreleased'; flags: string[]; until: null };

/**
 * Everything that holds the next stage of a release in flight, or its completion after the last stage. Empty: it
 * fires now. What the card says ("awaiting approval", "baking until", "held by freeze") is derived from this.
 */
export function holdsOf(state: State, release: Release, people: People, now: Date): Hold[] {
  switch (release.phase.kind) {
    case 'ended':
      return [];
    case 'draft':
      return [{ kind: 'draft', until: null }];
    case 'paused':
      return [
        { kind: 'paused', by: release.phase.by, reason: release.phase.reason, until: null },
        ...stageHolds(state, release, people, now),
      ];
    case 'waiting':
    case 'rolling':
      return stageHolds(state, release, people, now);
  }
}

function stageHolds(state: State, release: Release, people: People, now: Date): Hold[] {
  const environment = state.environments.get(release.environment);
  if (environment === undefined) return [];
  const timing = timingHolds(release, environment.policy.lateStartMs, now);
  const next = release.plan[release.firings.length];
  if (next === undefined) return timing;

  const holds = [...timing];
  const advanced = release.firings.at(-1)?.advancedBy != null;
  if (next.gates.some((gate) => gate.kind === 'manual') && !advanced)
    holds.push({ kind: 'manual', until: null });

  const unreleased = release.flags.filter((key) => {
    const flag = state.flags.get(key);
    return flag !== undefined && exposureOf(flag, release.environment).unreleased.whole !== null;
  });
  if (next.step.kind === 'raise' && unreleased.length > 0) {
    holds.push({ kind: 'unreleased', flags: unreleased, until: null });
  }

  const status = approvalStatus(state, release, environment.policy, people, now);
  if (!status.granted) {
    const missing = status.needed - status.valid.length;
    holds.push(
      missing > 0 && status.unverified.length >= missing
        ? { kind: 'unverified', people: status.unverified, until: null }
        : { kind: 'approval', status, until: null },
    );
  }

  const before = scopeOf(state, release);
  const freeze = freezeAt(environment.freezes, now);
  if (freeze !== null && !narrows(before, withStep(before, release, next.step))) {
    holds.push({ kind: 'freeze', name: freeze.name, until: new Date(freeze.endsAt) });
  }
  return holds;
}

/** What only the clock and the plan say: the start that was chosen, a missed start, the bake of the last stage. */
function timingHolds(release: Release, lateStartMs: number, now: Date): Hold[] {
  if (release.missed !== null) {
    return [{ kind: 'missed', dueAt: new Date(release.missed.dueAt), until: null }];
  }
  const missedAt = missesStartAt(release, lateStartMs);
  if (missedAt !== null && now >= missedAt && release.start.kind === 'at') {
    return [{ kind: 'missed', dueAt: new Date(release.start.at), until: null }];
  }
  if (release.firings.length === 0) {
    const startAt = release.start.kind === 'at' ? new Date(release.start.at) : null;
    return startAt !== null && now < startAt ? [{ kind: 'start', until: startAt }] : [];
  }
  const bakedAt = bakesUntil(release);
  return bakedAt !== null && now < bakedAt ? [{ kind: 'bake', until: bakedAt }] : [];
}

/**
 * The instant from which a wall-clock start is too late to happen by itself, for whatever cause; null when there is
 * none, it has started, or a person already decided about the miss.
 */
export function missesStartAt(release: Release, lateStartMs: number): Date | null {
  if (release.start.kind !== 'at' || release.firings.length > 0) return null;
  if (release.missed !== null || release.startedLateBy !== null) return null;
  return new Date(Date.parse(release.start.at) + lateStartMs + 1);
}

/** When the newest stage has baked, if its clock runs on from now; null when it has, or a person advanced. */
function bakesUntil(release: Release): Date | null {
  const last = release.firings.at(-1);
  const stage = release.plan[release.firings.length - 1];
  if (last === undefined || stage === undefined || last.advancedBy !== null || last.bakingSince === null) {
    return null;
  }
  return new Date(Date.parse(last.bakingSince) + stage.bakeMs + last.extendedMs - last.bakedMs);
}
