/** A time of day as people type it (`9`, `9:05`, `9.30 pm`, `1730`) as `09:05`, or null. */
export function typedTime(text: string): string | null {
  const match = /^\s*(\d{1,2})(?:[:. ]?(\d{2}))?\s*([ap])?\.?m?\.?\s*$/i.exec(text);
  if (match === null) return null;
  const [, hours = '', minutes = '0', half] = match;
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || (half !== undefined && Number(hours) > 12)) return null;
  return `${String(hour).padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

/** `14:30`, or `2:30 PM`. */
export function shownTime(time: string, hour24: boolean): string {
  if (hour24) return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3)} ${hour < 12 ? 'AM' : 'PM'}`;
}
