/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to make one word of
 * another (optimal string alignment): `rmap` and `ramp` are one apart.
 */
function distance(from: string, to: string): number {
  let twoAgo: number[] = [];
  let before = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (before[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (twoAgo[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    twoAgo = before;
    before = current;
  }
  return before[to.length] ?? 0;
}

/** Longer words are nobody's slip of the finger, and comparing them would only cost time. */
const LONGEST = 64;

/**
 * The words that a mistyped one may have meant, nearest first: at most a third of its letters away, or begun with
 * the same letters. Only those as near as the nearest.
 */
export function nearest(typed: string, words: Iterable<string>): string[] {
  const low = typed.toLowerCase().slice(0, LONGEST);
  const most = Math.max(1, Math.floor(low.length / 3));
  const near: { word: string; away: number }[] = [];
  for (const word of words) {
    const begun = low.length >= 2 && word.startsWith(low);
    const away = begun ? 0.5 : Math.abs(word.length - low.length) > most ? most + 1 : distance(low, word);
    if (away <= most) near.push({ word, away });
  }
  const least = Math.min(...near.map(({ away }) => away));
  return near.filter(({ away }) => away === least).map(({ word }) => word);
}
