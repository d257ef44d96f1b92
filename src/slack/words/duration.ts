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
