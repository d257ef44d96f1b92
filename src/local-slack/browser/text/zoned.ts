/** Minutes that a zone is ahead of UTC at an instant. */
function offsetMinutes(at: number, tz: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: tz,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'));
  return Math.round((wall - Math.floor(at / 60_000) * 60_000) / 60_000);
}

/**
 * The instant of a wall time in a zone, in seconds since 1970. A time that a zone change skips or repeats takes the
 * offset from before the change.
 * @param date `2025-11-24`
 * @param time `09:30`
 */
export function unixOf(date: string, time: string, tz: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const first = wall - offsetMinutes(wall, tz) * 60_000;
  return (wall - offsetMinutes(first, tz) * 60_000) / 1000;
}

/** The wall time of an instant in a zone. @param unix seconds since 1970 */
export function wallOf(unix: number, tz: string): { date: string; time: string } {
  const iso = new Date(unix * 1000 + offsetMinutes(unix * 1000, tz) * 60_000).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 16) };
}
