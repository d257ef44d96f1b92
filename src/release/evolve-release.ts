import type { Event } from './event.ts';
import type { Firing, Release } from './release.ts';

/** The events that carry a release's id: all of a release's life after it was opened. */
export type ReleaseEvent = Exclude<
  Extract<Event, { release: string }>,
  { type: 'RampedDown' | 'Unreleased' | 'ReleaseOpened' }
>;

/** Folds one event into its release. What it does to exposure is `evolve`'s part. */
export function evolveRelease(release: Release, event: ReleaseEvent): Release {
  switch (event.type) {
    case 'ReleaseEdited':
      return {
        ...release,
        title: event.title,
        plan: event.plan,
        start: event.start,
        channel: event.channel,
        editors: release.editors.includes(event.by) ? release.editors : [...release.editors, event.by],
        missed: null,
        startedLateBy: null,
      };
    case 'ApprovalRequested':
      return {
        ...release,
        approvalRequest: event.request,
        phase: release.phase.kind === 'draft' ? { kind: 'waiting' } : release.phase,
      };
    case 'Approved':
      return {
        ...release,
        approvals: [
          ...release.approvals.filter((approval) => approval.by !== event.by),
          { by: event.by, at: event.at, digest: event.digest },
        ],
      };
    case 'ApprovalWithdrawn':
      return { ...release, approvals: release.approvals.filter((approval) => approval.by !== event.by) };
    case 'ApprovalExpired':
      return { ...release, approvalRequest: null, approvals: [] };
    case 'Rejected':
      return { ...release, approvalRequest: null, approvals: [] };
    case 'StageFired':
      return {
        ...release,
        phase: { kind: 'rolling' },
        missed: null,
        firings: [...haltBake(release.firings, event.at), newFiring(event.by, event.at)],
      };
    case 'StartMissed':
      return { ...release, missed: { dueAt: event.dueAt, noticedAt: event.at } };
    case 'StartedLate':
      return { ...release, missed: null, startedLateBy: event.by };
    case 'Paused':
      return {
        ...release,
        phase: { kind: 'paused', by: event.by, at: event.at, reason: event.reason },
        firings: haltBake(release.firings, event.at),
      };
    case 'Resumed':
      return {
        ...release,
        phase: release.firings.length === 0 ? { kind: 'waiting' } : { kind: 'rolling' },
        firings: changeLast(release.firings, (firing) => ({ ...firing, bakingSince: event.at })),
      };
    case 'Advanced':
      return {
        ...release,
        firings: changeLast(release.firings, (firing) => ({ ...firing, advancedBy: event.by })),
      };
    case 'BakeExtended':
      return {
        ...release,
        firings: changeLast(release.firings, (firing) => ({
          ...firing,
          extendedMs: firing.extendedMs + event.byMs,
        })),
      };
    case 'OwnershipTransferred':
      return { ...release, owner: event.to };
    case 'ReleaseEnded':
      return {
        ...release,
        phase: { kind: 'ended', outcome: event.outcome, by: event.by, at: event.at, reason: event.reason },
        firings: haltBake(release.firings, event.at),
        missed: null,
      };
  }
}

function newFiring(by: string, at: string): Firing {
  return { at, by, bakedMs: 0, bakingSince: at, extendedMs: 0, advancedBy: null };
}

/** Stops the bake clock of the newest firing, keeping what has baked; resuming goes on from there. */
function haltBake(firings: Firing[], at: string): Firing[] {
  return changeLast(firings, (firing) =>
    firing.bakingSince === null
      ? firing
      : {
          ...firing,
          bakedMs: firing.bakedMs + Math.max(0, Date.parse(at) - Date.parse(firing.bakingSince)),
          bakingSince: null,
        },
  );
}

function changeLast(firings: Firing[], change: (firing: Firing) => Firing): Firing[] {
  return firings.map((firing, index) => (index === firings.length - 1 ? change(firing) : firing));
}
