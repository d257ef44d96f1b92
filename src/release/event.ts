import { z } from 'zod';
import { Environment } from '../environment/environment.ts';
import { Freeze } from '../environment/freeze.ts';
import { PersonFacts, PersonId } from '../environment/person.ts';
import { Policy } from '../environment/policy.ts';
import { Audience, AudienceKey } from '../flag/audience.ts';
import { BasisPoints } from '../flag/exposure.ts';
import { EnvironmentKey, Flag, FlagKey } from '../flag/flag.ts';
import { Installation } from './installation.ts';
import { Plan, Start } from './plan.ts';
import { ReadKey } from './read-key.ts';
import { ApprovalRequest, Outcome, Release, ReleaseId } from './release.ts';

/** Every event says who and when, so that history can be read without anything beside it. */
const trace = { by: PersonId, at: z.iso.datetime() };
const ofRelease = { release: ReleaseId, ...trace };

/** What happened, in the past tense. The log is a sequence of these; `evolve` folds them into the state. */
export const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Installed'), ...trace, installation: Installation }),
  z.object({ type: z.literal('InstallationChanged'), ...trace, installation: Installation }),
  z.object({ type: z.literal('EnvironmentDefined'), ...trace, environment: Environment }),
  z.object({ type: z.literal('PolicyChanged'), ...trace, environment: EnvironmentKey, policy: Policy }),
  z.object({ type: z.literal('FreezeAdded'), ...trace, environment: EnvironmentKey, freeze: Freeze }),
  z.object({ type: z.literal('FreezeLifted'), ...trace, environment: EnvironmentKey, freeze: z.string() }),
  z.object({ type: z.literal('AudienceDefined'), ...trace, audience: Audience }),
  z.object({ type: z.literal('FlagCreated'), ...trace, flag: Flag }),
  /** A dark flag joined an exposed one, so that the same people get both. */
  z.object({
    type: z.literal('SeedTaken'),
    ...trace,
    flag: FlagKey,
    seed: z.string(),
    bucketBy: z.string(),
  }),
  z.object({ type: z.literal('ReadKeyIssued'), ...trace, key: ReadKey }),
  z.object({ type: z.literal('PersonLinked'), ...trace, person: PersonId, targetingKey: z.string() }),

  z.object({ type: z.literal('ReleaseOpened'), ...trace, release: Release }),
  z.object({
    type: z.literal('ReleaseEdited'),
    ...ofRelease,
    title: z.string(),
    plan: Plan,
    start: Start,
    channel: z.string().nullable(),
  }),
  z.object({ type: z.literal('ApprovalRequested'), ...ofRelease, request: ApprovalRequest }),
  z.object({
    type: z.literal('Approved'),
    ...ofRelease,
    digest: z.string(),
    /** What the directory said of the approver, on which the decision rests. */
    approver: PersonFacts,
  }),
  z.object({ type: z.literal('ApprovalWithdrawn'), ...ofRelease }),
  z.object({ type: z.literal('ApprovalExpired'), ...ofRelease }),
  z.object({ type: z.literal('Rejected'), ...ofRelease, reason: z.string() }),
  z.object({ type: z.literal('StageFired'), ...ofRelease, stage: z.int().min(0) }),
  z.object({ type: z.literal('StartMissed'), ...ofRelease, dueAt: z.iso.datetime() }),
  z.object({ type: z.literal('StartedLate'), ...ofRelease }),
  z.object({ type: z.literal('Paused'), ...ofRelease, reason: z.string() }),
  z.object({ type: z.literal('Resumed'), ...ofRelease }),
  z.object({ type: z.literal('Advanced'), ...ofRelease }),
  z.object({ type: z.literal('BakeExtended'), ...ofRelease, byMs: z.int().min(1) }),
  z.object({ type: z.literal('OwnershipTransferred'), ...ofRelease, to: PersonId }),
  z.object({ type: z.literal('ReleaseEnded'), ...ofRelease, outcome: Outcome, reason: z.string() }),

  z.object({
    type: z.literal('RampedDown'),
    ...trace,
    flag: FlagKey,
    environment: EnvironmentKey,
    audience: AudienceKey,
    from: BasisPoints,
    to: BasisPoints,
    /** The release in flight on the flag, if any. */
    release: ReleaseId.nullable(),
  }),
  z.object({
    type: z.literal('Unreleased'),
    ...trace,
    flag: FlagKey,
    environment: EnvironmentKey,
    /** Null: from everyone. */
    audience: AudienceKey.nullable(),
    reason: z.string(),
    release: ReleaseId.nullable(),
  }),
]);
export type Event = z.infer<typeof Event>;
