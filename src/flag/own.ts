/**
 * A record's own entry, or undefined. Keys come from people: `constructor` is a well-formed audience key, and
 * plain indexing would find what every object inherits under that name.
 */
export function own<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
