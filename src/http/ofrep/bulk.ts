import type { FastifyInstance } from 'fastify';
import { readContext } from '../../read/context.ts';
import { evaluateAll } from '../../read/evaluate.ts';
import type { Freshness } from '../../read/reader.ts';
import type { Snapshot } from '../../read/snapshot.ts';
import { callerOf } from '../caller.ts';
import { etagOf, matches } from './etag.ts';
import { eventStreamOf } from './events.ts';
import { handlingOf } from './handling.ts';
import type { OfrepOptions } from './options.ts';
import { bodyOf, staleness } from './replies.ts';

/**
 * `POST /ofrep/v1/evaluate/flags`: every flag of the key's environment for one context, or 304 when the reader has
 * that already. The query `flagConfigEtag`, which readers add after a change event, needs nothing here: what is in
 * memory is the newest this process knows, and the entity tag says what it is.
 */
export function bulk(app: FastifyInstance, { metrics, publicUrl }: OfrepOptions): void {
  app.post('/ofrep/v1/evaluate/flags', (request, reply) => {
    const { key, snapshot, freshness } = callerOf(request);
    const read = readContext(request.body);
    if (read.kind === 'invalid') {
      return reply.code(400).send({ errorCode: 'INVALID_CONTEXT', errorDetails: read.details });
    }
    const handling = handlingOf(request.headers);
    const etag = etagOf(snapshot, read.context, handling);
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();

    const evaluations = evaluateAll(snapshot, read.context, handling);
    for (const evaluation of evaluations) metrics.evaluated(snapshot.environment, evaluation);
    const flags = evaluations.map((evaluation) => bodyOf(evaluation, freshness)).join();
    const rest = `"metadata":${metadata(snapshot, freshness)},"eventStreams":[${eventStreamOf(key, publicUrl)}]`;
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .send(`{"flags":[${flags}],${rest}}`);
  });
}

function metadata({ environment, version }: Snapshot, freshness: Freshness): string {
  const stale = freshness.staleSeconds > 0 ? staleness(freshness) : {};
  return JSON.stringify({ environment, version, ...stale });
}
