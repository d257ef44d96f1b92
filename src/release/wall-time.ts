import { Temporal } from 'temporal-polyfill';

/** A wall time in a zone, as an instant, or why it is none. Instants are ISO 8601 in UTC. */
export type WallTime =
  | {
      ok: true;
      at: string;
      /** `2026-11-23T09:00` */
      wallTime: string;
      zone: string;
      /** `+01:00`, in force at that instant. */
      offset: string;
      /** The same wall time comes twice that night, and this is the first. */
      comesTwice: boolean;
      /** The offset at `now`, where it differs: the clocks change in between. */
      offsetNow: string | null;
    }
  /** The clocks skip it: the nearest wall times that exist, before and after. */
  | { ok: false; why: 'skipped'; before: string; after: string }
  | { ok: false; why: 'unknown-zone' | 'not-a-time'; got: string };

/**
 * Resolves a wall time: one that does not exist (spring gap) is refused with the two nearest that do, one that
 * exists twice takes the first and says so.
 *
 * @param wallTime ISO 8601 local date and time, `2026-11-23T09:00`
 * @param zone IANA name
 */
export function resolveWallTime(wallTime: string, zone: string, now: Date): WallTime {
  let local: Temporal.PlainDateTime;
  try {
    local = Temporal.PlainDateTime.from(wallTime);
  } catch {
    return { ok: false, why: 'not-a-time', got: wallTime };
  }
  let earlier: Temporal.ZonedDateTime;
  try {
    earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  } catch {
    return { ok: false, why: 'unknown-zone', got: zone };
  }
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!earlier.toPlainDateTime().equals(local)) {
    const gap = later.getTimeZoneTransition('previous') ?? later;
    return {
      ok: false,
      why: 'skipped',
      before: minuteOf(gap.subtract({ minutes: 1 })),
      after: minuteOf(gap),
    };
  }
  const offsetNow = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).offset;
  return {
    ok: true,
    at: new Date(earlier.epochMilliseconds).toISOString(),
    wallTime: minuteOf(earlier),
    zone,
    offset: earlier.offset,
    comesTwice: !earlier.equals(later),
    offsetNow: offsetNow === earlier.offset ? null : offsetNow,
  };
}

/** An instant as the wall clock of a zone shows it, `2026-11-23T09:00`. */
export function wallTimeAt(at: Date, zone: string): string {
  return minuteOf(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone));
}

function minuteOf(time: Temporal.ZonedDateTime): string {
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
