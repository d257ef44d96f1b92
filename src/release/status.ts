import type { People } from '../environment/person.ts';
import { DARK, type Exposure } from '../flag/exposure.ts';
import { exposureOf } from '../flag/flag-set.ts';
import { type ApprovalStatus, approvalStatus } from './approval.ts';
import { evolve } from './evolve.ts';
import { exposureChanges, visiblePercentages } from './exposure-change.ts';
import { type Hold, holdsOf } from './hold.ts';
import type { ExposureChange } from './outbox-item.ts';
import type { Step } from './plan.ts';
import type { Release } from './release.ts';
import type { State } from './state.ts';

/** Everything that a card, a list or the API says of a release at one moment. */
export type ReleaseStatus = {
  release: Release;
  /** Stages fired, and how many there are. */
  fired: number;
  of: number;
  /** Of the release's first flag, which stands for all: they are released to the same people. */
  exposure: Exposure;
  /** Per audience in basis points, what is taken away left out. */
  visible: Record<string, number>;
  /** The stage that comes next, what it changes, and when if only time holds it. */
  next: { stage: number; step: Step; changes: ExposureChange[]; at: Date | null } | null;
  holds: Hold[];
  approval: ApprovalStatus | null;
};

export function statusOf(state: State, release: Release, people: People, now: Date): ReleaseStatus {
  const policy = state.environments.get(release.environment)?.policy;
  const [first] = release.flags;
  const flag = first === undefined ? undefined : state.flags.get(first);
  const exposure = flag === undefined ? DARK : exposureOf(flag, release.environment);
  const ended = release.phase.kind === 'ended';
  const holds = holdsOf(state, release, people, now);
  const stage = release.firings.length;
  const nextStage = ended ? undefined : release.plan[stage];
  const byTime = holds.every((hold) => hold.until !== null);
  const latest = Math.max(now.getTime(), ...holds.map((hold) => hold.until?.getTime() ?? 0));
  return {
    release,
    fired: stage,
    of: release.plan.length,
    exposure,
    visible: visiblePercentages(exposure),
    next:
      nextStage === undefined
        ? null
        : {
            stage,
            step: nextStage.step,
            changes: stageChanges(state, release, stage, now),
            at: byTime ? new Date(latest) : null,
          },
    holds,
    approval: ended || policy === undefined ? null : approvalStatus(state, release, policy, people, now),
  };
}

/** What one stage would change, applied to today's exposure. */
export function stageChanges(state: State, release: Release, stage: number, now: Date): ExposureChange[] {
  const fired = evolve(state, {
    type: 'StageFired',
    release: release.id,
    stage,
    by: 'rampart',
    at: now.toISOString(),
  });
  return exposureChanges(state, fired, release.flags.slice(0, 1), release.environment);
}
