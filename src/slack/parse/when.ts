import { type ParsedResult, parse as parseDates } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import { resolveWallTime, type WallTime, wallTimeAt } from '../../release/wall-time.ts';
import { plain } from './tokens.ts';
import { takeZone } from './zone-in-text.ts';

/** A time that people say, as a wall time that exists. */
export type ResolvedTime = Extract<WallTime, { ok: true }>;

/** Why words are not one time in the future. */
export type NoTime =
  | { why: 'not-understood'; got: string }
  /** Part of it was understood; this was not. */
  | { why: 'left-over'; got: string }
  | { why: 'no-time-of-day'; got: string }
  | { why: 'a-range'; got: string }
  /** 5/12 is in May for some and in December for others. */
  | { why: 'ambiguous-date'; got: string }
  | { why: 'ambiguous-zone'; got: string; options: readonly string[] }
  | { why: 'two-zones'; got: string }
  | { why: 'passed'; got: string; at: string }
  /** The clocks skip it: the nearest wall times that exist. */
  | { why: 'skipped'; zone: string; before: string; after: string };

export type When = { ok: true; time: ResolvedTime } | { ok: false; problem: NoTime };

const LONGEST = 200;
const MINUTE_MS = 60_000;
const NUMBERS_ONLY_DATE = /\b\d{1,2}([/.])\d{1,2}(\1\d{2,4})?\b(?! ?[ap]\.?m)/i;
const EXACT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;
const RELATIVE_DAY = /\b(today|tonight|tomorrow|days?|weeks?)\b/i;
const FILLER = /\b(at|on|the|of|around|o'clock|sharp|time)\b|[,;.()]/gi;

/**
 * Reads a time as people say it, in the zone of whoever says it unless they name another: `Monday 9am`,
 * `tomorrow 14:30 Berlin`, `in 2 hours`, `2026-11-23T09:00`. What cannot be told for certain is refused, never
 * guessed: a part that is left over, a date of two numbers, a zone with two meanings, a day without an hour.
 *
 * @param zone IANA name of the speaker's zone
 */
export function parseWhen(text: string, zone: string, now: Date): When {
  const typed = plain(text.slice(0, LONGEST)).replace(/\s+/g, ' ').trim();
  const refused = (problem: NoTime): When => ({ ok: false, problem });
  const { rest, zone: named } = takeZone(typed);
  if (named === 'several') return refused({ why: 'two-zones', got: typed });
  if (named?.kind === 'ambiguous') {
    return refused({ why: 'ambiguous-zone', got: named.got, options: named.options });
  }
  const wallZone = named?.zone ?? zone;
  const exact = rest.replace(/^(at|on) /i, '');
  if (EXACT.test(exact)) return instant(new Date(exact.replace(' ', 'T')), wallZone, typed, now);
  const numbers = NUMBERS_ONLY_DATE.exec(rest);
  if (numbers !== null) return refused({ why: 'ambiguous-date', got: numbers[0] });

  // "Tomorrow" is the speaker's tomorrow, where that is still ahead there; "9am" alone is the next 9am there.
  if (zone !== wallZone && RELATIVE_DAY.test(rest)) {
    const theirs = inWords(rest, typed, zone, wallZone, now);
    if (theirs.ok || theirs.problem.why !== 'passed') return theirs;
  }
  return inWords(rest, typed, wallZone, wallZone, now);
}

/** Reads a time without a zone in it: days are those of `dayZone`, hours those of `wallZone`. */
function inWords(rest: string, typed: string, dayZone: string, wallZone: string, now: Date): When {
  const refused = (problem: NoTime): When => ({ ok: false, problem });
  const reference = { instant: now, timezone: offsetMinutes(now, dayZone) };
  const [found, ...others] = parseDates(rest, reference, { forwardDate: true });
  if (found === undefined) return refused({ why: 'not-understood', got: typed });
  const left = rest.replace(found.text, ' ').replace(FILLER, ' ').replace(/\s+/g, ' ').trim();
  if (others.length > 0 || left !== '') {
    return refused({ why: 'left-over', got: left === '' ? (others[0]?.text ?? '') : left });
  }
  if (found.end) return refused({ why: 'a-range', got: found.text });
  if (found.tags().has('result/relativeDateAndTime')) return instant(found.date(), wallZone, typed, now);
  if (!found.start.isCertain('hour')) return refused({ why: 'no-time-of-day', got: found.text });
  if (found.start.isCertain('timezoneOffset') && !found.tags().has('result/relativeDate')) {
    return refused({ why: 'not-understood', got: typed });
  }
  return wallClock(found, wallZone, typed, now);
}

/** A moment that is told exactly. Releases start on the minute: the first one not before it. */
function instant(at: Date, zone: string, got: string, now: Date): When {
  if (Number.isNaN(at.getTime())) return { ok: false, problem: { why: 'not-understood', got } };
  const minute = new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS);
  if (minute <= now) return { ok: false, problem: { why: 'passed', got, at: minute.toISOString() } };
  const wallTime = wallTimeAt(minute, zone);
  const resolved = resolveWallTime(wallTime, zone, now);
  if (!resolved.ok) return { ok: false, problem: { why: 'not-understood', got } };
  // Of a wall time that comes twice, this is the one that was meant, be it the second.
  const offset = Temporal.Instant.fromEpochMilliseconds(minute.getTime()).toZonedDateTimeISO(zone).offset;
  return { ok: true, time: { ...resolved, at: minute.toISOString(), offset } };
}

function wallClock(found: ParsedResult, zone: string, got: string, now: Date): When {
  const { start } = found;
  const part = (component: Parameters<typeof start.get>[0]) => start.get(component) ?? 0;
  const first = Temporal.PlainDateTime.from({
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  });
  // A day that was named counts as it is; a bare hour or weekday means the next one.
  const step = start.isCertain('day') ? 0 : start.isCertain('weekday') ? 7 : 1;
  for (const days of step === 0 ? [0] : [0, step]) {
    const wallTime = first.add({ days }).toString({ smallestUnit: 'minute' });
    const resolved = resolveWallTime(wallTime, zone, now);
    if (!resolved.ok) {
      return resolved.why === 'skipped'
        ? { ok: false, problem: { why: 'skipped', zone, before: resolved.before, after: resolved.after } }
        : { ok: false, problem: { why: 'not-understood', got } };
    }
    if (Date.parse(resolved.at) > now.getTime()) return { ok: true, time: resolved };
    if (days === step) return { ok: false, problem: { why: 'passed', got, at: resolved.at } };
  }
  return { ok: false, problem: { why: 'not-understood', got } };
}

function offsetMinutes(at: Date, zone: string): number {
  const nanoseconds = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return nanoseconds.offsetNanoseconds / 60_000_000_000;
}
