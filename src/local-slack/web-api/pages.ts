import { type Failure, fail } from './reply.ts';

export type Page<T> = { items: T[]; metadata: { next_cursor: string } };

/**
 * One page of a list. A cursor says how many items were shown before.
 * Source: https://docs.slack.dev/apis/web-api/pagination
 */
export function page<T>(all: T[], cursor: string | undefined, limit: number, most = 1000): Page<T> | Failure {
  const start = cursor ? readCursor(cursor) : 0;
  if (start === undefined || start > all.length) return fail('invalid_cursor');
  if (limit < 0 || limit > most) return fail('invalid_limit');
  const size = limit === 0 ? most : limit;
  const end = start + size;
  return {
    items: all.slice(start, end),
    metadata: { next_cursor: end < all.length ? Buffer.from(`next:${end}`).toString('base64') : '' },
  };
}

function readCursor(cursor: string): number | undefined {
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString());
  return match ? Number(match[1]) : undefined;
}
