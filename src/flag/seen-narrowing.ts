import { type AudienceKey, EVERYONE } from './audience.ts';
import type { BasisPoints, Exposure } from './exposure.ts';
import { own } from './own.ts';
import { excludedFrom } from './ramp.ts';

/** Another audience that keeps showing the feature to people of the one that is lowered. */
export type Hiding = {
  /** `everyone` keeps it for all of them, any other audience for those who are in both. */
  readonly audience: AudienceKey;
  readonly at: BasisPoints;
  /** `all`: they notice nothing. `part`: they go down, but only to `at`. */
  readonly hides: 'all' | 'part';
};

/**
 * What would keep a lowering from being seen, highest percentage first: since the highest percentage among someone's
 * audiences counts, lowering one of them shows only down to the next. Empty where it would be seen as asked, and for
 * `everyone`, whose people are lowered all the same except those named in smaller audiences.
 */
export function hiddenNarrowing(
  exposure: Exposure,
  audience: AudienceKey,
  to: BasisPoints,
): readonly Hiding[] {
  const from = own(exposure.percentages, audience) ?? 0;
  if (audience === EVERYONE || exposure.unreleased.whole !== null || to >= from) return [];
  const excluded = excludedFrom(exposure);
  if (excluded.includes(audience)) return [];
  return Object.entries(exposure.percentages)
    .filter(([other, at]) => other !== audience && at > to && !excluded.includes(other))
    .map(([other, at]): Hiding => ({ audience: other, at, hides: at >= from ? 'all' : 'part' }))
    .sort((a, b) => b.at - a.at || (a.audience < b.audience ? -1 : 1));
}
