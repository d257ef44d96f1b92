import { ordinal } from './ordinal.ts';

/** Whose eyes the time is for. */
export type TimeView = {
  /** IANA zone. */
  tz: string;
  /** Milliseconds since 1970: what "today" is counted from. */
  now: number;
  /** 14:30 rather than 2:30 PM. */
  hour24: boolean;
};

const DAY_MS = 86_400_000;
/** "The year is omitted if the date is less than six months in the past or future." */
const YEAR_OMITTED_WITHIN_MS = 183 * DAY_MS;

function part(at: number, tz: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: tz }).format(at);
}

/** `2025-11-24` in the zone. */
export function isoDate(at: number, tz: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: tz,
  }).format(at);
}

/** `9:05 AM`, or `09:05`. */
export function clockTime(at: number, view: Omit<TimeView, 'now'>, seconds = false): string {
  return part(at, view.tz, {
    hour: view.hour24 ? '2-digit' : 'numeric',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: view.hour24 ? 'h23' : 'h12',
  });
}

/** `yesterday`, `today`, `tomorrow`, or null for any other day. */
function nearDay(at: number, view: TimeView): string | null {
  const days = Math.round(
    (Date.parse(isoDate(at, view.tz)) - Date.parse(isoDate(view.now, view.tz))) / DAY_MS,
  );
  return { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[days] ?? null;
}

function longDate(
  at: number,
  view: TimeView,
  month: 'long' | 'short',
  weekday: boolean,
  year: boolean,
): string {
  const day = Number(part(at, view.tz, { day: 'numeric' }));
  const words = `${part(at, view.tz, { month })} ${month === 'long' ? ordinal(day) : day}`;
  const dated = year ? `${words}, ${part(at, view.tz, { year: 'numeric' })}` : words;
  return weekday ? `${part(at, view.tz, { weekday: 'long' })}, ${dated}` : dated;
}

function ago(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 60) return words.format(seconds, 'second');
  if (size < 3600) return words.format(Math.trunc(seconds / 60), 'minute');
  if (size < 86_400) return words.format(Math.trunc(seconds / 3600), 'hour');
  return words.format(Math.trunc(seconds / 86_400), 'day');
}

/** The day as a divider in a conversation: "Today", "Monday, November 24th". */
export function dayDivider(at: number, view: TimeView): string {
  const near = nearDay(at, view);
  if (near !== null) return capitalised(near);
  const sameYear = isoDate(at, view.tz).slice(0, 4) === isoDate(view.now, view.tz).slice(0, 4);
  return longDate(at, view, 'long', true, !sameYear);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Fills Slack's date tokens, such as `{date_short_pretty} {time}`, for one viewer. Slack capitalises the first letter.
 * @param unix seconds since 1970
 */
export function formatDate(unix: number, format: string, view: TimeView): string {
  const at = unix * 1000;
  const year = Math.abs(at - view.now) >= YEAR_OMITTED_WITHIN_MS;
  const date = () => longDate(at, view, 'long', false, year);
  const short = () => longDate(at, view, 'short', false, year);
  const long = () => longDate(at, view, 'long', true, year);
  const tokens: Record<string, () => string> = {
    day_divider_pretty: () =>
      dayDivider(at, view).replace(/^(Today|Tomorrow|Yesterday)$/, (word) => word.toLowerCase()),
    date_num: () => isoDate(at, view.tz),
    date_slash: () => part(at, view.tz, { year: 'numeric', month: '2-digit', day: '2-digit' }),
    date_long_full: () => part(at, view.tz, { month: 'long', day: 'numeric', year: 'numeric' }),
    date,
    date_pretty: () => nearDay(at, view) ?? date(),
    date_short: short,
    date_short_pretty: () => nearDay(at, view) ?? short(),
    date_long: long,
    date_long_pretty: () => nearDay(at, view) ?? long(),
    time: () => clockTime(at, view),
    time_secs: () => clockTime(at, view, true),
    ago: () => ago(at, view.now),
  };
  return capitalised(format.replace(/\{(\w+)\}/g, (whole, name: string) => tokens[name]?.() ?? whole));
}
