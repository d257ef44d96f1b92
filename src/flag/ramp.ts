import { type AudienceKey, EVERYONE } from './audience.ts';
import type { BasisPoints, Exposure } from './exposure.ts';
import { own } from './own.ts';

/** Percentages in the order that decides: the highest counts, and `everyone`'s is what is left for all others. */
export type Ramp = {
  readonly everyone: BasisPoints;
  /** Only those above everyone's, highest first: at or below it an audience makes no difference. */
  readonly audiences: readonly { readonly audience: AudienceKey; readonly to: BasisPoints }[];
};

/** The ramp of an exposure, without regard to exclusions and the un-release overlay. */
export function rampOf(exposure: Exposure): Ramp {
  const everyone = own(exposure.percentages, EVERYONE) ?? 0;
  const audiences = Object.entries(exposure.percentages)
    .filter(([, to]) => to > everyone)
    .map(([audience, to]) => ({ audience, to }))
    .sort((a, b) => b.to - a.to || (a.audience < b.audience ? -1 : 1));
  return { everyone, audiences };
}

/** Every audience that is kept out: excluded for good, or taken away by the un-release overlay. */
export function excludedFrom(exposure: Exposure): readonly AudienceKey[] {
  const overlaid = Object.keys(exposure.unreleased.audiences);
  return overlaid.length === 0 ? exposure.excluded : [...new Set([...exposure.excluded, ...overlaid])];
}
