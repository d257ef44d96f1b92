import { freshFacts, isIn } from '../../environment/permission.ts';
import { approvalStatus } from '../approval.ts';
import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import { thenFire } from '../fire.ts';
import type { State } from '../state.ts';
import { askForApproval } from './ask.ts';
import { findInFlight } from './find.ts';
import { mayNotRelease } from './who.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * One person's yes to exactly what their card showed. Whoever asked for the release or edited it may not; an API
 * key never does. Completing the quorum of a release that starts when approved fires it in the same commit.
 */
export function approve(state: State, command: Of<'approve'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const { release, environment } = found.value;
  const { policy } = environment;
  const { approvers } = policy;
  if (context.by.kind !== 'person')
    return refuse({ code: 'MAY_NOT_APPROVE', why: 'not-a-person', approvers });
  const { id } = context.by;

  const known = context.people.get(id);
  if (known === undefined) return refuse({ code: 'NOT_A_MEMBER', standing: null });
  const facts = freshFacts(context.people, id, policy.peopleFreshForClickMs, context.now);
  if (facts === null) return refuse({ code: 'PERSON_NOT_FRESH' });
  if (facts.standing !== 'member') return refuse({ code: 'NOT_A_MEMBER', standing: facts.standing });
  if (release.requestedBy === id) return refuse({ code: 'MAY_NOT_APPROVE', why: 'asked', approvers });
  if (release.editors.includes(id)) return refuse({ code: 'MAY_NOT_APPROVE', why: 'edited', approvers });
  if (!isIn(approvers, facts)) return refuse({ code: 'MAY_NOT_APPROVE', why: 'not-an-approver', approvers });

  const status = approvalStatus(state, release, policy, context.people, context.now);
  const given = status.valid.find((approval) => approval.by === id);
  if (given !== undefined) return refuse({ code: 'ALREADY_APPROVED', at: given.at });
  if (status.needed === 0) return refuse({ code: 'NO_APPROVAL_NEEDED' });
  if (release.approvalRequest === null) return refuse({ code: 'NO_APPROVAL_OPEN' });
  if (status.expiresAt !== null && context.now >= status.expiresAt) {
    return refuse({ code: 'APPROVAL_EXPIRED', expiredAt: status.expiresAt.toISOString() });
  }
  if (command.digest !== status.digest) return refuse({ code: 'CHANGED_SINCE_SHOWN' });

  const trace = traceOf(context);
  const approved: Event = {
    type: 'Approved',
    release: release.id,
    ...trace,
    digest: status.digest,
    approver: facts,
  };
  return accept(...thenFire(state, release.id, context.people, trace, [approved]));
}

/** Takes one's own yes back; what has not fired waits again. */
export function withdrawApproval(state: State, command: Of<'withdraw-approval'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const trace = traceOf(context);
  const given = found.value.release.approvals.some((approval) => approval.by === trace.by);
  if (!given || context.by.kind !== 'person') return refuse({ code: 'NOT_APPROVED_BY_YOU' });
  return accept({ type: 'ApprovalWithdrawn', release: command.release, ...trace });
}

/** An approver's no, with a reason: a release that has not started ends, one under way is paused. */
export function reject(state: State, command: Of<'reject'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const { release, environment } = found.value;
  const { policy } = environment;
  const { approvers } = policy;
  if (context.by.kind !== 'person')
    return refuse({ code: 'MAY_NOT_APPROVE', why: 'not-a-person', approvers });
  const facts = freshFacts(context.people, context.by.id, policy.peopleFreshForClickMs, context.now);
  if (facts === null) return refuse({ code: 'PERSON_NOT_FRESH' });
  if (!isIn(approvers, facts)) return refuse({ code: 'MAY_NOT_APPROVE', why: 'not-an-approver', approvers });
  if (command.reason.trim() === '') {
    return refuse({ code: 'INVALID', field: 'reason', got: 'nothing', allowed: 'a few words' });
  }
  if (release.phase.kind === 'draft') {
    return refuse({ code: 'WRONG_PHASE', release: release.id, phase: 'draft', command: 'reject' });
  }
  const trace = traceOf(context);
  const { reason } = command;
  const rejected: Event = { type: 'Rejected', release: release.id, ...trace, reason };
  if (release.firings.length === 0) {
    return accept(rejected, {
      type: 'ReleaseEnded',
      release: release.id,
      ...trace,
      outcome: 'rejected',
      reason,
    });
  }
  if (release.phase.kind === 'paused') return accept(rejected);
  return accept(rejected, { type: 'Paused', release: release.id, ...trace, reason });
}

/** Asks the approvers, for the first time or again after what would happen changed or the question expired. */
export function requestApproval(state: State, command: Of<'request-approval'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const { release, environment } = found.value;
  const refused = mayNotRelease(environment, context);
  if (refused !== null) return refuse(refused);
  const status = approvalStatus(state, release, environment.policy, context.people, context.now);
  if (status.needed === 0 && release.phase.kind !== 'draft') return refuse({ code: 'NO_APPROVAL_NEEDED' });
  if (status.granted && release.phase.kind !== 'draft') return refuse({ code: 'NO_APPROVAL_NEEDED' });
  const trace = traceOf(context);
  const asked = askForApproval(release, status, environment.policy, trace);
  // What the ticker has not come to yet: a yes to a question that closed must not count for the new one.
  const hasExpired = status.expiresAt !== null && context.now >= status.expiresAt;
  const expired: Event = { type: 'ApprovalExpired', release: release.id, ...trace };
  const events = hasExpired ? [expired, asked] : [asked];
  return accept(...thenFire(state, release.id, context.people, trace, events));
}
