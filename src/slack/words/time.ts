import { wallTimeAt } from '../../release/wall-time.ts';

/**
 * An instant in the zone of whoever reads it: `Tomorrow at 9:00 AM`. Where Slack cannot render it, UTC.
 * Tokens: docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function when(at: Date | string): string {
  return token(at, '{date_short_pretty} at {time}');
}

/** With the day of the week, for what is planned: `Monday, November 24th at 9:00 AM`. */
export function whenPlanned(at: Date | string): string {
  return token(at, '{date_long_pretty} at {time}');
}

/** To the second, for plans that move in seconds. */
export function whenExactly(at: Date | string): string {
  return token(at, '{date_short_pretty} at {time_secs}');
}

function token(at: Date | string, format: string): string {
  const date = typeof at === 'string' ? new Date(at) : at;
  return `<!date^${Math.floor(date.getTime() / 1_000)}^${format}|${utc(date)}>`;
}

/** `2026-11-23 09:00 UTC` */
export function utc(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A wall time (`2026-11-23T09:00`) in words, for where Slack's tokens do not work: `Mon 23 Nov 2026, 09:00`. */
export function wallWords(wallTime: string): string {
  const [date = '', time = ''] = wallTime.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const weekday = DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  return `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}, ${time}`;
}

/** `09:00` of the zone's own clock. */
export function clockIn(at: Date, zone: string): string {
  return wallTimeAt(at, zone).slice(11);
}

/** `America/New_York` as people call it: `New York`. */
export function zoneWords(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
