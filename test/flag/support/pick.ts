/** A choice: a whole number from 0 to `below` − 1. Everything random in these tests is made of such choices. */
export type Pick = (below: number) => number;

/** Choices from a seed, the same each time (xorshift, 32 bits). For millions of cases, where fast-check is too slow. */
export function picksFrom(seed: number): Pick {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export function oneOf<T>(pick: Pick, values: readonly T[]): T {
  const value = values[pick(values.length)];
  if (value === undefined && values.length === 0) throw new Error('nothing to choose from');
  return value as T;
}

/** True in `percent` of a hundred cases. */
export function chance(pick: Pick, percent: number): boolean {
  return pick(100) < percent;
}

/** A list of `from` to `to` entries. */
export function several<T>(pick: Pick, from: number, to: number, make: () => T): T[] {
  return Array.from({ length: from + pick(to - from + 1) }, make);
}
