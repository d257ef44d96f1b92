import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { View } from '../read/view.ts';
import type { ReadKey } from '../release/read-key.ts';

export type Authentication =
  | { readonly kind: 'known'; readonly key: ReadKey }
  | { readonly kind: 'refused'; readonly why: string };

const LONGEST_KEY = 200;

/** Every bulk reply holds one, and making one costs as much as ten evaluations. */
const TOKENS = new WeakMap<ReadKey, string>();

/**
 * Who asks, by `Authorization: Bearer …` or `X-API-Key`. Keys are kept as SHA-256 only. Every try hashes once and looks
 * up once, whether the key exists, was revoked, or neither; and how long a look-up by hash takes says nothing of a
 * key, because nobody can choose what it hashes to.
 */
export function authenticate(view: View, headers: IncomingHttpHeaders): Authentication {
  const sent = sentKey(headers);
  const sha256 = hash('sha256', sent?.slice(0, LONGEST_KEY) ?? '', 'hex');
  const key = view.readKeys.get(sha256);
  if (sent === null) return refused('Send a read key as "Authorization: Bearer …" or "X-API-Key".');
  if (!key) return refused('This read key is not known here.');
  if (key.revokedAt !== null) return refused('This read key was revoked.');
  return { kind: 'known', key };
}

/**
 * What lets the owner of a read key open an event stream with a bare address, as a browser's EventSource must. It
 * ends with the key, holds on every replica, and is worth no more than word that something changed.
 */
export function streamToken(key: ReadKey): string {
  const known = TOKENS.get(key);
  if (known !== undefined) return known;
  const token = createHmac('sha256', key.sha256).update('ofrep event stream').digest('base64url');
  TOKENS.set(key, token);
  return token;
}

/** The key behind an id and its stream token. */
export function authenticateStream(view: View, id: string, token: string): Authentication {
  const key = [...view.readKeys.values()].find((known) => known.id === id && known.revokedAt === null);
  if (!key) return refused('This event stream is not open to you.');
  const expected = Buffer.from(streamToken(key));
  const got = Buffer.from(token);
  const matches = expected.length === got.length && timingSafeEqual(expected, got);
  return matches ? { kind: 'known', key } : refused('This event stream is not open to you.');
}

function sentKey(headers: IncomingHttpHeaders): string | null {
  const { authorization } = headers;
  if (authorization !== undefined && /^bearer /i.test(authorization)) return authorization.slice(7).trim();
  const apiKey = headers['x-api-key'];
  return typeof apiKey === 'string' ? apiKey : null;
}

function refused(why: string): Authentication {
  return { kind: 'refused', why };
}
