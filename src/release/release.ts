import { z } from 'zod';
import { PersonId } from '../environment/person.ts';
import { EnvironmentKey, FlagKey } from '../flag/flag.ts';
import { Plan, Start } from './plan.ts';

/** `r12`: the release's number in its installation. */
export const ReleaseId = z.string().regex(/^r\d+$/);
export type ReleaseId = z.infer<typeof ReleaseId>;

export const Outcome = z.enum(['released', 'unreleased', 'cancelled', 'rejected']);
export type Outcome = z.infer<typeof Outcome>;

/** Where a release stands. Approval is data beside the phase; what a card says is derived from the holds. */
export const Phase = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft') }),
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('rolling') }),
  z.object({ kind: z.literal('paused'), by: PersonId, at: z.iso.datetime(), reason: z.string() }),
  z.object({
    kind: z.literal('ended'),
    outcome: Outcome,
    by: PersonId,
    at: z.iso.datetime(),
    reason: z.string(),
  }),
]);
export type Phase = z.infer<typeof Phase>;

/** One person's yes, bound by digest to exactly what they saw. */
export const Approval = z.object({ by: PersonId, at: z.iso.datetime(), digest: z.string() });
export type Approval = z.infer<typeof Approval>;

/** The open question to the approvers: what was asked, when, and until when it stays open. */
export const ApprovalRequest = z.object({
  by: PersonId,
  at: z.iso.datetime(),
  digest: z.string(),
  expiresAt: z.iso.datetime(),
});
export type ApprovalRequest = z.infer<typeof ApprovalRequest>;

/** A stage that fired: when, and how long it has baked so far while the release was rolling. */
export const Firing = z.object({
  at: z.iso.datetime(),
  by: PersonId,
  /** Time baked before `bakingSince`. */
  bakedMs: z.int().min(0),
  /** When the bake clock last started; null while it stands still. */
  bakingSince: z.iso.datetime().nullable(),
  /** Added by a person who wanted to watch longer. */
  extendedMs: z.int().min(0),
  /** A person advanced: the rest of the bake and a manual gate no longer hold the next stage. */
  advancedBy: PersonId.nullable(),
});
export type Firing = z.infer<typeof Firing>;

/** The coordinated act: flags, one environment, a plan, a schedule, people, a Slack thread. */
export const Release = z.object({
  id: ReleaseId,
  title: z.string().min(1).max(150),
  environment: EnvironmentKey,
  flags: z.array(FlagKey).min(1).max(20),
  plan: Plan,
  start: Start,
  /** The Slack channel of its card. */
  channel: z.string().nullable(),
  owner: PersonId,
  requestedBy: PersonId,
  /** Everyone who asked for it or edited it: none of them may approve it. */
  editors: z.array(PersonId),
  openedAt: z.iso.datetime(),
  phase: Phase,
  approvalRequest: ApprovalRequest.nullable(),
  approvals: z.array(Approval),
  /** One per stage that fired, in the plan's order. */
  firings: z.array(Firing),
  /** A wall-clock start that was not met within the policy's limit, until a person decides. */
  missed: z.object({ dueAt: z.iso.datetime(), noticedAt: z.iso.datetime() }).nullable(),
  /** A person decided to start after a miss: the late-start rule no longer holds it. */
  startedLateBy: PersonId.nullable(),
});
export type Release = z.infer<typeof Release>;

/** In flight: it may still act, so its flags take no second release in its environment. */
export function inFlight(release: Release): boolean {
  return release.phase.kind !== 'ended';
}
