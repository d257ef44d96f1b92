/** Where a table writes its changes; `null` for a removal. */
export type Recorder = (table: string, key: string, value: unknown) => void;

/**
 * Records of one kind by key, in the order they were first put; every change goes to the recorder. With
 * `groupOf`, those of one group are found without a look at the others.
 */
export class Table<T> {
  readonly #name: string;
  readonly #rows = new Map<string, T>();
  readonly #groups = new Map<string, Map<string, T>>();
  readonly #groupOf: ((row: T) => string) | undefined;
  readonly #record: Recorder;

  constructor(name: string, record: Recorder, groupOf?: (row: T) => string) {
    this.#name = name;
    this.#record = record;
    this.#groupOf = groupOf;
  }

  get(key: string): T | undefined {
    return this.#rows.get(key);
  }

  put(key: string, value: T): T {
    this.restore(key, value);
    this.#record(this.#name, key, value);
    return value;
  }

  delete(key: string): void {
    if (!this.#rows.has(key)) return;
    this.restore(key, null);
    this.#record(this.#name, key, null);
  }

  group(name: string): T[] {
    return [...(this.#groups.get(name)?.values() ?? [])];
  }

  values(): T[] {
    return [...this.#rows.values()];
  }

  entries(): [string, T][] {
    return [...this.#rows.entries()];
  }

  find(matches: (row: T) => boolean): T | undefined {
    for (const row of this.#rows.values()) if (matches(row)) return row;
    return undefined;
  }

  filter(matches: (row: T) => boolean): T[] {
    return this.values().filter(matches);
  }

  /** Takes a row read from the journal, without recording it again. */
  restore(key: string, value: T | null): void {
    const row = value ?? this.#rows.get(key);
    if (this.#groupOf && row !== undefined) {
      const name = this.#groupOf(row);
      const group = this.#groups.get(name) ?? new Map<string, T>();
      this.#groups.set(name, group);
      if (value === null) group.delete(key);
      else group.set(key, value);
    }
    if (value === null) this.#rows.delete(key);
    else this.#rows.set(key, value);
  }
}
