import type { FastifyInstance } from 'fastify';
import type { Freshness, Reader } from '../read/reader.ts';

type Readiness =
  /** Up to date. */
  | { readonly status: 'ready' }
  /** The store is away; reads are answered from what was known. */
  | { readonly status: 'degraded'; readonly staleSeconds: number }
  | { readonly status: 'not-ready'; readonly reason: string };

/** Whether traffic may be sent here. Without the store: as long as what is served is not older than the limit. */
function readinessOf(freshness: Freshness, staleLimitMs: number): Readiness {
  const { source, connected, staleSeconds } = freshness;
  if (source === 'none') {
    return {
      status: 'not-ready',
      reason: 'The store has not been reached, and there is no copy of the flags.',
    };
  }
  if (source === 'live' && connected) return { status: 'ready' };
  if (staleSeconds * 1_000 > staleLimitMs) {
    return {
      status: 'not-ready',
      reason: `The store is away, and the flags are ${staleSeconds} s old; the limit is ${staleLimitMs / 1_000} s.`,
    };
  }
  return { status: 'degraded', staleSeconds };
}

/** `/healthz`: the process answers. `/readyz`: it should get traffic; 503 when it should not. */
export function health(
  app: FastifyInstance,
  { reader, staleLimitMs }: { reader: Reader; staleLimitMs: number },
  done: () => void,
): void {
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'up' }));
  app.get('/readyz', (_request, reply) => {
    const freshness = reader.freshness();
    const readiness = readinessOf(freshness, staleLimitMs);
    return reply
      .code(readiness.status === 'not-ready' ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({ ...readiness, revision: reader.view().revision, source: freshness.source });
  });
  done();
}
