import { z } from 'zod';
import { AudienceKey } from './audience.ts';

/** Parts of ten thousand: 2,500 is 25 %. 0.01 % is the smallest step. */
export const BasisPoints = z.int().min(0).max(10_000);
export type BasisPoints = z.infer<typeof BasisPoints>;

/** All of an audience, in basis points. */
export const ALL: BasisPoints = 10_000;

/** Of an un-release, in UTF-16 units. */
export const LONGEST_REASON = 500;

/** Who took exposure away, when and why: what a restore gives back, and nothing else. */
export const Unrelease = z.object({
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string().max(LONGEST_REASON),
});
export type Unrelease = z.infer<typeof Unrelease>;

/**
 * Who sees a feature in one environment. A person sees it if nothing is un-released for them, every prerequisite
 * is on for them, they are in no excluded audience, and their bucket is below the highest percentage among the
 * audiences they belong to.
 */
export const Exposure = z.object({
  /** Per audience, `everyone` included. An audience that is not named is at 0. */
  percentages: z.record(AudienceKey, BasisPoints),
  excluded: z.array(AudienceKey),
  /** The un-release overlay. It only takes away; the percentages stay underneath. */
  unreleased: z.object({
    /** The switch: set, the feature is off for everyone. */
    whole: Unrelease.nullable(),
    audiences: z.record(AudienceKey, Unrelease),
  }),
});
export type Exposure = z.infer<typeof Exposure>;

/** Exposed to nobody: what every flag starts as in every environment. */
export const DARK: Exposure = {
  percentages: {},
  excluded: [],
  unreleased: { whole: null, audiences: {} },
};
