import { freshFacts, isIn } from '../environment/permission.ts';
import type { People, PersonId } from '../environment/person.ts';
import type { Policy } from '../environment/policy.ts';
import { narrows } from '../flag/narrows.ts';
import { digestOf } from './digest.ts';
import type { Approval, Release } from './release.ts';
import { scopeOf, withStep } from './stage.ts';
import type { State } from './state.ts';

/** How a release stands with its approvers, under the policy of this moment. */
export type ApprovalStatus = {
  /** Distinct approvers needed; 0 when the policy asks for none or nothing that is left to do widens. */
  needed: number;
  /** Approvals that count now. */
  valid: Approval[];
  /** Approvals of something else than what would happen now: it was changed after them. */
  outdated: Approval[];
  /** Approvers about whom the directory knows nothing fresh enough to rely on. */
  unverified: PersonId[];
  digest: string;
  /** The question as it was last put no longer matches what would happen. */
  questionOutdated: boolean;
  /** When the open question closes; null when none is open or the first stage has fired. */
  expiresAt: Date | null;
  granted: boolean;
};

/**
 * Reads the approvals of a release again, as every firing does: a quorum of distinct people who may approve
 * today, none of whom asked for it or edited it, who saw exactly this, in time.
 *
 * `maxAgeMs` is how old facts about an approver may be.
 */
export function approvalStatus(
  state: State,
  release: Release,
  policy: Policy,
  people: People,
  now: Date,
): ApprovalStatus {
  const digest = digestOf(state, release);
  // Putting the question again, or an edit that is taken back, makes no yes younger.
  const isOpenStill = ({ at }: Approval) =>
    release.firings.length > 0 || now.getTime() < Date.parse(at) + policy.approvalExpiresAfterMs;
  const needed = remainderWidens(state, release) ? policy.quorum : 0;
  const valid: Approval[] = [];
  const outdated: Approval[] = [];
  const unverified: PersonId[] = [];
  for (const approval of release.approvals) {
    if (release.editors.includes(approval.by)) continue;
    if (approval.digest !== digest) {
      outdated.push(approval);
      continue;
    }
    if (!isOpenStill(approval)) continue;
    const facts = freshFacts(people, approval.by, policy.peopleFreshForFiringMs, now);
    if (facts === null) unverified.push(approval.by);
    else if (isIn(policy.approvers, facts)) valid.push(approval);
  }
  const request = release.approvalRequest;
  const open = request !== null && release.firings.length === 0;
  const expiresAt = open ? new Date(request.expiresAt) : null;
  const expired = expiresAt !== null && now >= expiresAt;
  return {
    needed,
    valid,
    outdated,
    unverified,
    digest,
    questionOutdated: request !== null && request.digest !== digest,
    expiresAt,
    granted: needed === 0 || (valid.length >= needed && !expired),
  };
}

/** Whether any stage that has not fired yet would let anyone see more than they do now. */
function remainderWidens(state: State, release: Release): boolean {
  const before = scopeOf(state, release);
  return release.plan
    .slice(release.firings.length)
    .some((stage) => !narrows(before, withStep(before, release, stage.step)));
}
