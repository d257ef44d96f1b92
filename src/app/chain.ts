import { canonicalJson, sha256Hex } from '../flag/canonical.ts';
import type { Revision } from './ports/store.ts';

/** What the first entry of a log names as the one before it. */
export const GENESIS = '0'.repeat(64);

/** The hash of a log entry: over everything in it, the hash of the entry before included. One chain. */
export function hashOf(entry: Omit<Revision, 'hash'>): string {
  const { revision, commitId, at, by, requestId, events, previousHash } = entry;
  return sha256Hex(canonicalJson({ revision, commitId, at, by, requestId, events, previousHash }));
}

/** Whether an entry follows another: its number, the hash it names, and its own. */
export function follows(entry: Revision, revision: number, previousHash: string): boolean {
  return (
    entry.revision === revision + 1 && entry.previousHash === previousHash && entry.hash === hashOf(entry)
  );
}
