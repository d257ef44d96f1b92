import { hash } from 'node:crypto';
import { type Context, canonicalContext } from '../../read/context.ts';
import type { Handling } from '../../read/evaluate.ts';
import type { Snapshot } from '../../read/snapshot.ts';

/**
 * The entity tag of a bulk reply: it covers the flags and the context, which together decide every value, so it is
 * known before anything is evaluated, and equal on every replica.
 */
export function etagOf(snapshot: Snapshot, context: Context, handling: Handling): string {
  const facts = [snapshot.environment, snapshot.version, handling, canonicalContext(context)].join('\n');
  return `"${hash('sha256', facts, 'base64url')}"`;
}

/** Whether an `If-None-Match` header names this tag. Compared weakly: a proxy that compresses weakens tags. */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
