const UNITS: readonly [RegExp, number][] = [
  [/^(s|sec|secs|second|seconds)$/, 1_000],
  [/^(m|min|mins|minute|minutes)$/, 60_000],
  [/^(h|hr|hrs|hour|hours)$/, 3_600_000],
  [/^(d|day|days)$/, 86_400_000],
  [/^(w|week|weeks)$/, 604_800_000],
];

/** A year: longer than anyone means to watch one stage. */
const LONGEST_MS = 365 * 86_400_000;

/** Reads `2h`, `90 min`, `1 day 6 hours`, `an hour`: milliseconds, or null when it is no span of time. */
export function readDuration(text: string): number | null {
  const words = text
    .toLowerCase()
    .replaceAll(/\b(an?|one)\b/g, '1')
    .replaceAll(/[,&]|\band\b/g, ' ')
    .trim();
  if (!/^(\d+(\.\d+)?\s*[a-z]+\s*)+$/.test(words)) return null;
  let total = 0;
  for (const [, amount = '', unit = ''] of words.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)) {
    const known = UNITS.find(([form]) => form.test(unit));
    if (known === undefined) return null;
    total += Number(amount) * known[1];
  }
  const span = Math.round(total);
  return span > 0 && span <= LONGEST_MS ? span : null;
}
