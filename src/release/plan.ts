import { z } from 'zod';
import { AudienceKey } from '../flag/audience.ts';
import { BasisPoints } from '../flag/exposure.ts';

/**
 * What a stage does to the flags of its release. Raising only ever raises, and never touches the switch or an
 * exclusion, so nothing that runs by itself can undo an un-release. Restoring removes exactly one overlay, the
 * one made at `unreleasedAt`, and only ever stands in a plan because a person asked for it.
 */
export const Step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('raise'), to: z.record(AudienceKey, BasisPoints) }),
  z.object({
    kind: z.literal('restore'),
    /** Null: the whole feature. */
    audience: AudienceKey.nullable(),
    /** Per flag, when the overlay that goes was laid. */
    unreleasedAt: z.record(z.string(), z.iso.datetime()),
  }),
]);
export type Step = z.infer<typeof Step>;

/** What must hold before a stage starts, besides approval, bake time and freezes, which always count. */
export const Gate = z.discriminatedUnion('kind', [
  /** A person advances it. */
  z.object({ kind: z.literal('manual') }),
]);
export type Gate = z.infer<typeof Gate>;

/** A year: longer than anyone means to watch one stage, and short enough that every instant stays a date. */
export const LONGEST_BAKE_MS = 365 * 86_400_000;

export const Stage = z.object({
  step: Step,
  /** How long this stage must run before the next may start, counted from when it really fired. */
  bakeMs: z.int().min(0).max(LONGEST_BAKE_MS),
  gates: z.array(Gate).max(10),
});
export type Stage = z.infer<typeof Stage>;

export const Plan = z.array(Stage).min(1).max(50);
export type Plan = z.infer<typeof Plan>;

/**
 * When the first stage may fire: as soon as it is approved, or at a wall time in a zone. The instant is kept with
 * the wall time and zone that the person chose, so that it can be computed again when a zone's rules change.
 */
export const Start = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('when-approved') }),
  z.object({ kind: z.literal('at'), at: z.iso.datetime(), wallTime: z.string(), zone: z.string() }),
]);
export type Start = z.infer<typeof Start>;
