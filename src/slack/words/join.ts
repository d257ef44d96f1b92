/** `a`, `a and b`, `a, b and c` */
export function joined(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The first `most`, and how many more: `a, b and 213 more`. */
export function joinedUpTo(words: readonly string[], most: number): string {
  if (words.length <= most) return joined(words);
  return joined([...words.slice(0, most), `${words.length - most} more`]);
}
