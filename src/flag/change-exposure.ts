import type { AudienceKey } from './audience.ts';
import type { BasisPoints, Exposure, Unrelease } from './exposure.ts';
import { own } from './own.ts';

/**
 * Raises percentages to what is asked, audience by audience. One that is there already, or above, stays: a raise
 * never lowers, and touches neither the switch nor an exclusion. The same value comes back when nothing changes.
 */
export function raise(exposure: Exposure, to: Readonly<Record<AudienceKey, BasisPoints>>): Exposure {
  const raised = Object.entries(to).filter(
    ([audience, percentage]) => percentage > (own(exposure.percentages, audience) ?? 0),
  );
  if (raised.length === 0) return exposure;
  return { ...exposure, percentages: { ...exposure.percentages, ...Object.fromEntries(raised) } };
}

/** Lowers one audience's percentage. One that is there already, or below, stays. */
export function lower(exposure: Exposure, audience: AudienceKey, to: BasisPoints): Exposure {
  if (to >= (own(exposure.percentages, audience) ?? 0)) return exposure;
  return { ...exposure, percentages: { ...exposure.percentages, [audience]: to } };
}

/**
 * Takes the feature away, from everyone (null) or from one audience, as an overlay over percentages that stay.
 * Where it is taken away already, the first overlay stays: who did it, when and why is what a restore shows.
 */
export function unrelease(exposure: Exposure, audience: AudienceKey | null, overlay: Unrelease): Exposure {
  const { unreleased } = exposure;
  if (audience === null) {
    return unreleased.whole === null
      ? { ...exposure, unreleased: { ...unreleased, whole: overlay } }
      : exposure;
  }
  if (own(unreleased.audiences, audience) !== undefined) return exposure;
  const audiences = { ...unreleased.audiences, [audience]: overlay };
  return { ...exposure, unreleased: { ...unreleased, audiences } };
}

/** Removes exactly one un-release overlay: of everyone (null), or of one audience. Without one, nothing changes. */
export function restore(exposure: Exposure, audience: AudienceKey | null): Exposure {
  const { unreleased } = exposure;
  if (audience === null) {
    return unreleased.whole === null ? exposure : { ...exposure, unreleased: { ...unreleased, whole: null } };
  }
  if (own(unreleased.audiences, audience) === undefined) return exposure;
  const audiences = Object.fromEntries(
    Object.entries(unreleased.audiences).filter(([key]) => key !== audience),
  );
  return { ...exposure, unreleased: { ...unreleased, audiences } };
}
