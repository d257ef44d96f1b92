import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { type KeptView, linesOf, parseKept, trailer } from './disk-format.ts';
import type { View } from './view.ts';

/** Shortest time between two writes of the whole copy. The first change after a quiet time is written at once. */
const BETWEEN_WRITES_MS = 1_000;

/** Lines are handed to the disk in pieces of about this many characters, so that reads go on in between. */
const PIECE_CHARACTERS = 256 * 1024;

/** Keeps the newest view in a file, readable by its owner only, and never in the way of a read. */
export type DiskCopy = {
  /** The view that was kept last, `missing`, or why what is there cannot be used. */
  read(): Promise<KeptView | 'missing' | { readonly corrupt: string }>;
  /** Keeps this view as soon as the disk allows. Only the newest is written when several come quickly. */
  save(view: View, asOf: Date): void;
  /** Notes that the view kept last was still the newest at this time. */
  renew(asOf: Date): void;
  /** Writes what is waiting, and ends. */
  close(): Promise<void>;
};

/**
 * A disk copy in `file`. A write goes to a new file beside it that then takes its place, so that a crash leaves
 * either the old copy or the new one. What fails is told to `onError` and tried again with the next change.
 */
export function createDiskCopy(file: string, onError: (error: unknown) => void): DiskCopy {
  let waiting: KeptView | null = null;
  let written: { sha256: string; bodyBytes: number } | null = null;
  let task: Promise<void> = Promise.resolve();
  let pause: NodeJS.Timeout | null = null;

  function enqueue(work: () => Promise<void>): void {
    task = task.then(work).catch(onError);
  }

  async function writeWaiting(): Promise<void> {
    const next = waiting;
    waiting = null;
    if (next) written = await replaceFile(file, next);
  }

  function afterPause(): void {
    pause = null;
    if (waiting) writeSoon();
  }

  function writeSoon(): void {
    enqueue(writeWaiting);
    pause = setTimeout(afterPause, BETWEEN_WRITES_MS).unref();
  }

  return {
    async read() {
      try {
        return parseKept(await readFile(file, 'utf8'));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'missing';
        return { corrupt: error instanceof Error ? error.message : String(error) };
      }
    },
    save(view, asOf) {
      waiting = { view, asOf };
      if (!pause) writeSoon();
    },
    renew(asOf) {
      enqueue(async () => {
        if (written) await renewTrailer(file, written.bodyBytes, trailer(written.sha256, asOf));
      });
    },
    async close() {
      if (pause) clearTimeout(pause);
      enqueue(writeWaiting);
      await task;
    },
  };
}

async function replaceFile(file: string, kept: KeptView): Promise<{ sha256: string; bodyBytes: number }> {
  const next = `${file}.${process.pid}.tmp`;
  try {
    const body = await writeFile(next, kept);
    await rename(next, file);
    return body;
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

async function writeFile(file: string, kept: KeptView): Promise<{ sha256: string; bodyBytes: number }> {
  await rm(file, { force: true });
  const handle = await open(file, 'wx', 0o600);
  try {
    const body = await writeBody(handle, kept.view);
    await handle.appendFile(trailer(body.sha256, kept.asOf));
    await handle.sync();
    return body;
  } finally {
    await handle.close();
  }
}

async function writeBody(handle: FileHandle, view: View): Promise<{ sha256: string; bodyBytes: number }> {
  const sum = createHash('sha256');
  let bodyBytes = 0;
  for (const piece of pieces(linesOf(view))) {
    sum.update(piece);
    bodyBytes += Buffer.byteLength(piece);
    await handle.appendFile(piece);
  }
  return { sha256: sum.digest('hex'), bodyBytes };
}

function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

async function renewTrailer(file: string, at: number, text: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.write(text, at);
  } finally {
    await handle.close();
  }
}
