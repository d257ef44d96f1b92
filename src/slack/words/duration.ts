const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span as people say it, its two largest parts: `2 days`, `1 day 6 h`, `40 min`, `10 s`. */
export function duration(ms: number): string {
  const rounded = ms >= HOUR ? Math.round(ms / MINUTE) * MINUTE : Math.round(ms / SECOND) * SECOND;
  const parts = [
    { size: Math.floor(rounded / DAY), word: (n: number) => (n === 1 ? 'day' : 'days') },
    { size: Math.floor((rounded % DAY) / HOUR), word: () => 'h' },
    { size: Math.floor((rounded % HOUR) / MINUTE), word: () => 'min' },
    { size: Math.floor((rounded % MINUTE) / SECOND), word: () => 's' },
  ];
  const first = parts.findIndex(({ size }) => size > 0);
  if (first < 0) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(({ size }) => size > 0)
    .map(({ size, word }) => `${size} ${word(size)}`)
    .join(' ');
}

const UNITS: Record<string, number> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY };

/** `1 day`, `24h`, `1 day 6 h`, `90 minutes`, `10 s` in milliseconds; null for anything else. */
export function parseDuration(text: string): number | null {
  const part =
    /^\s*(\d{1,6}(?:\.\d+)?)\s*(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)\b\s*/i;
  let rest = text.trim();
  let total = 0;
  if (rest === '') return null;
  while (rest !== '') {
    const match = part.exec(rest);
    const unit = UNITS[match?.[2]?.charAt(0).toLowerCase() ?? ''];
    if (match === null || unit === undefined) return null;
    total += Number(match[1]) * unit;
    rest = rest.slice(match[0].length).replace(/^(and|,)\s+/i, '');
  }
  return Math.round(total);
}
