import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { Recorder } from './table.ts';

const line = z.tuple([z.string(), z.string(), z.unknown()]);

/** The layout of a line; a journal of another version is not read. */
const HEADER = JSON.stringify(['journal', 'version', 1]);

export type Journal = { record: Recorder; close(): void };

/**
 * Reads every change kept in `file`, oldest first. A last line that was cut off, as by a kill in mid-write, is
 * left out.
 */
export function readJournal(file: string, take: (table: string, key: string, value: unknown) => void): void {
  if (!existsSync(file)) return;
  const lines = readFileSync(file, 'utf8').split('\n');
  if (lines[0] !== HEADER) return;
  for (const text of lines.slice(1)) {
    const parsed = parseLine(text);
    if (parsed) take(...parsed);
  }
}

function parseLine(text: string): [string, string, unknown] | undefined {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Starts a journal in `file` with `rows` as its content (so it never grows beyond what is true now plus what
 * changed since the start), and appends to it from then on. Each change is handed to the operating system before
 * the call returns, so it outlives the process. Only its owner may read the file: it holds tokens.
 */
export function startJournal(file: string, rows: Iterable<[string, string, unknown]>): Journal {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.new`;
  const fd = openSync(draft, 'w', 0o600);
  writeSync(fd, `${HEADER}\n`);
  for (const row of rows) writeSync(fd, `${JSON.stringify(row)}\n`);
  renameSync(draft, file);
  return {
    record: (table, key, value) => {
      writeSync(fd, `${JSON.stringify([table, key, value ?? null])}\n`);
    },
    close: () => closeSync(fd),
  };
}
