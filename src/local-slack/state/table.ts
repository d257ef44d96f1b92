/** Where a table writes its changes; `null` for a removal. */
export type Recorder = (table: string, key: string, value: unknown) => void;

/** Records of one kind by key, in the order they were first put; every change goes to the recorder. */
export class Table<T> {
  readonly #name: string;
  readonly #rows = new Map<string, T>();
  readonly #record: Recorder;

  constructor(name: string, record: Recorder) {
    this.#name = name;
    this.#record = record;
  }

  get(key: string): T | undefined {
    return this.#rows.get(key);
  }

  put(key: string, value: T): T {
    this.#rows.set(key, value);
    this.#record(this.#name, key, value);
    return value;
  }

  delete(key: string): void {
    if (this.#rows.delete(key)) this.#record(this.#name, key, null);
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
    if (value === null) this.#rows.delete(key);
    else this.#rows.set(key, value);
  }
}
