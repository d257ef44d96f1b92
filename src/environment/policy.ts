import { z } from 'zod';
import { PersonId } from './person.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The longest span that means anything, and short enough that every instant stays a date. */
const YEAR = 365 * DAY;

/** A set of people by rule. Everyone named must besides be a full member at the moment it counts. */
export const Circle = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('members') }),
  z.object({ kind: z.literal('people'), people: z.array(PersonId).min(1).max(100) }),
  /** A Slack user group, by id; needs a paid plan, so a list of people serves as well. */
  z.object({ kind: z.literal('group'), group: z.string() }),
]);
export type Circle = z.infer<typeof Circle>;

/** Per environment: who may release, who approves, how many, and how fresh knowledge of people must be. */
export const Policy = z.object({
  releasers: Circle,
  approvers: Circle,
  /** Distinct approvers that a widening needs, 0 to 10. */
  quorum: z.int().min(0).max(10),
  /** How long an approval request stays open, until the first stage fires. */
  approvalExpiresAfterMs: z.int().min(MINUTE).max(YEAR),
  /** How late a start or stage with a wall-clock time may still fire by itself. */
  lateStartMs: z.int().min(0).max(YEAR),
  /** Oldest facts about a person that a click may be decided on. */
  peopleFreshForClickMs: z.int().min(0).max(YEAR),
  /** Oldest facts about an approver that a firing may rely on. */
  peopleFreshForFiringMs: z.int().min(0).max(YEAR),
});
export type Policy = z.infer<typeof Policy>;

const DEFAULTS = {
  releasers: { kind: 'members' },
  approvers: { kind: 'members' },
  approvalExpiresAfterMs: 14 * DAY,
  lateStartMs: 15 * MINUTE,
  peopleFreshForClickMs: 10 * MINUTE,
  peopleFreshForFiringMs: 24 * HOUR,
} satisfies Partial<Policy>;

/** What production starts with: one approval from another full member. */
export const CAREFUL_POLICY: Policy = { ...DEFAULTS, quorum: 1 };

/** What staging starts with: no approval. */
export const OPEN_POLICY: Policy = { ...DEFAULTS, quorum: 0 };
