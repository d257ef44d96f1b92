import type { Policy } from '../../environment/policy.ts';
import type { ApprovalStatus } from '../approval.ts';
import type { Event } from '../event.ts';
import type { Release } from '../release.ts';

/** Puts the question to the approvers: exactly this, until then. */
export function askForApproval(
  release: Release,
  status: ApprovalStatus,
  policy: Policy,
  trace: { by: string; at: string },
): Event {
  const expiresAt = new Date(Date.parse(trace.at) + policy.approvalExpiresAfterMs).toISOString();
  return {
    type: 'ApprovalRequested',
    release: release.id,
    ...trace,
    request: { ...trace, digest: status.digest, expiresAt },
  };
}
