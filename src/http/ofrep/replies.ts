import type { Evaluation } from '../../read/readable-flag.ts';
import type { Freshness } from '../../read/reader.ts';

/** OFREP's error codes, as far as a server can meet them: only a provider knows the type it was asked for. */
type ErrorCode = 'PARSE_ERROR' | 'TARGETING_KEY_MISSING' | 'INVALID_CONTEXT' | 'FLAG_NOT_FOUND' | 'GENERAL';

const BODIES = new WeakMap<Evaluation, string>();

/** The HTTP status of one flag's evaluation. */
export function statusOfEvaluation(evaluation: Evaluation): number {
  return evaluation.kind === 'value' ? 200 : statusOfCode(evaluation.code);
}

function statusOfCode(code: ErrorCode): number {
  switch (code) {
    case 'FLAG_NOT_FOUND':
      return 404;
    case 'GENERAL':
      return 500;
    default:
      return 400;
  }
}

/**
 * One flag's evaluation as JSON, alone or in a bulk reply. Outcomes are few and the same objects each time, so the
 * text of each is made once. While the flags are stale, its metadata says so.
 */
export function bodyOf(evaluation: Evaluation, freshness: Freshness): string {
  if (freshness.staleSeconds > 0) return JSON.stringify(plain(evaluation, staleness(freshness)));
  const known = BODIES.get(evaluation);
  if (known !== undefined) return known;
  const body = JSON.stringify(plain(evaluation, {}));
  BODIES.set(evaluation, body);
  return body;
}

/** Metadata of what is served while the store is away. */
export function staleness(freshness: Freshness): { stale: true; staleSeconds: number } {
  return { stale: true, staleSeconds: freshness.staleSeconds };
}

function plain(evaluation: Evaluation, said: object): object {
  if (evaluation.kind === 'failure') {
    const { key, code, details } = evaluation;
    return { key, errorCode: code, errorDetails: details, ...metadataOf(said) };
  }
  const { key, value, reason, variant, metadata } = evaluation;
  return { key, value, reason, variant, ...metadataOf({ ...metadata, ...said }) };
}

function metadataOf(metadata: object): object {
  return Object.keys(metadata).length > 0 ? { metadata } : {};
}
