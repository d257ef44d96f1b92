const NOT_ASCII = /\P{ASCII}/u;

/**
 * A text with each of its UTF-8 bytes as one character. flagd's reference implementations hash the UTF-8 bytes of a
 * key, its JavaScript core hashes UTF-16 code units: given this text it hashes the same bytes as all the others.
 * ASCII comes back as it is. Equality, prefixes and suffixes hold between two texts exactly when they hold between
 * their byte forms, so conditions keep their meaning as long as both sides are in this form.
 */
export function utf8Text(text: string): string {
  return NOT_ASCII.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}

/** The same for every text in a JSON value, such as the literals of a targeting rule. Names of fields stay. */
export function utf8Json(value: unknown): unknown {
  if (typeof value === 'string') return utf8Text(value);
  if (Array.isArray(value)) return value.map(utf8Json);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, utf8Json(part)]));
}
