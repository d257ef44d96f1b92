const WORD = /[\p{L}\p{N}]/u;
const DELIMITERS = new Set(['*', '_', '~', '`']);

/** Whether the character at `at` may open a style: not in the middle of a word, and not before a space. */
export function opensAt(source: string, at: number): boolean {
  const char = source.charAt(at);
  const next = source.charAt(at + 1);
  if (!DELIMITERS.has(char) || next === '' || next === char) return false;
  if (at > 0 && WORD.test(source.charAt(at - 1))) return false;
  return char === '`' || !/\s/.test(next);
}

/**
 * Where the style opened at `at` is closed: on the same line, after a character that is not a space, before one that
 * is not part of a word, and outside `<…>` and code. -1 when it is not.
 */
export function closingDelimiter(source: string, at: number): number {
  const char = source.charAt(at);
  if (!DELIMITERS.has(char)) return -1;
  let inAngle = false;
  for (let index = at + 1; index < source.length; index += 1) {
    const here = source.charAt(index);
    if (here === '\n') return -1;
    if (char !== '`' && here === '`') {
      const codeEnd = source.indexOf('`', index + 1);
      if (codeEnd > 0) index = codeEnd;
      continue;
    }
    if (char !== '`' && here === '<') inAngle = true;
    if (here === '>') inAngle = false;
    if (inAngle || here !== char || index === at + 1) continue;
    const spaceBefore = /\s/.test(source.charAt(index - 1));
    const wordAfter = WORD.test(source.charAt(index + 1));
    if (char === '`' || (!spaceBefore && !wordAfter)) return index;
  }
  return -1;
}
