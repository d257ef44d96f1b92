import type { AudienceKey, Condition } from './audience.ts';
import type { Truth } from './condition.ts';
import type { BasisPoints, Unrelease } from './exposure.ts';
import type { EnvironmentKey, FlagKey, FlagValue } from './flag.ts';

/** Why someone is or is not in an audience. What they sent is as they sent it: it is not to be trusted. */
export type MembershipReason =
  | { readonly kind: 'everyone' }
  /** No such audience is defined. */
  | { readonly kind: 'undefined' }
  /** It has no condition yet. */
  | { readonly kind: 'no-conditions' }
  /** Keys are listed; `targetingKey` is what was looked for, null where none was sent. */
  | { readonly kind: 'listed'; readonly targetingKey: string | null }
  | { readonly kind: 'all-hold' }
  /** The condition that keeps them out, or, where none surely fails, the first that cannot be told. */
  | {
      readonly kind: 'condition';
      readonly condition: Condition;
      readonly holds: 'no' | 'unknown';
      readonly sent: unknown;
    };

/** Someone and one audience that the exposure names. */
export type AudienceFact = {
  readonly audience: AudienceKey;
  /** The audience's percentage, in basis points. */
  readonly to: BasisPoints;
  readonly member: Truth;
  readonly reason: MembershipReason;
};

/** A reason of the flag itself, whatever its prerequisites say. */
export type OwnReason =
  | { readonly code: 'archived'; readonly at: string }
  | ({ readonly code: 'unreleased' } & Unrelease)
  /** No audience is above 0 %. */
  | { readonly code: 'dark' }
  /** No id to bucket by: `attribute` is absent, empty, or not a string. */
  | { readonly code: 'no-id'; readonly attribute: string; readonly sent: unknown }
  | {
      readonly code: 'excluded';
      readonly audience: AudienceKey;
      /** `unknown`: not surely outside, which keeps them out too. */
      readonly member: 'yes' | 'unknown';
      readonly reason: MembershipReason;
      /** Set where the audience is kept out by an un-release rather than for good. */
      readonly unreleased: Unrelease | null;
    }
  /** The bucket is not below the highest percentage among their audiences; null where they are in none. */
  | {
      readonly code: 'bucket';
      readonly bucket: number;
      readonly highest: { readonly audience: AudienceKey; readonly to: BasisPoints } | null;
    };

export type OffReason =
  | OwnReason
  /** Prerequisites that need each other: `a, b, a`. */
  | { readonly code: 'circle'; readonly flags: readonly FlagKey[] }
  | { readonly code: 'prerequisite-missing'; readonly flag: FlagKey }
  | { readonly code: 'prerequisite-off'; readonly flag: FlagKey; readonly reasons: readonly OwnReason[] };

/** Facts about one flag and one person: what `/release why checkout for user-42` puts into words. */
export type Explanation =
  | { readonly kind: 'not-found'; readonly flag: FlagKey; readonly environment: EnvironmentKey }
  | {
      readonly kind: 'on';
      readonly flag: FlagKey;
      readonly environment: EnvironmentKey;
      readonly variant: string;
      readonly value: FlagValue;
      readonly bucket: number;
      /** The audience whose percentage is highest among theirs. */
      readonly through: { readonly audience: AudienceKey; readonly to: BasisPoints };
      readonly audiences: readonly AudienceFact[];
      /** The flags that it needs, all of them on. */
      readonly prerequisites: readonly FlagKey[];
    }
  | {
      readonly kind: 'off';
      readonly flag: FlagKey;
      readonly environment: EnvironmentKey;
      readonly value: FlagValue;
      /** All that keep it off, at least one, the ones that hold for more people first. */
      readonly reasons: readonly OffReason[];
      /** Null without an id. */
      readonly bucket: number | null;
      /** The smallest percentage of an audience of theirs, such as everyone, that their bucket is below. */
      readonly onAt: BasisPoints | null;
      readonly audiences: readonly AudienceFact[];
    };
