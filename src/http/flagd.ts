import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Reader } from '../read/reader.ts';
import type { Snapshot } from '../read/snapshot.ts';
import { callerOf, requireReadKey } from './caller.ts';
import { matches } from './ofrep/etag.ts';
import { sendProblem } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';

const SCHEMA = 'https://flagd.dev/schema/v0/flags.json';

const DOCUMENTS = new WeakMap<Snapshot, string>();

/**
 * `GET /flagd/v1/flags`: the compiled flags of the key's environment as one flagd document, for flagd daemons and
 * sidecars that sync over HTTP, and for a look at what readers evaluate. 304 while nothing changed.
 */
export function flagd(
  app: FastifyInstance,
  options: { reader: Reader; clock: Clock; readLimit: RateLimit | null },
  done: () => void,
): void {
  requireReadKey(app, options, sendProblem);
  app.get('/flagd/v1/flags', (request, reply) => {
    const { snapshot } = callerOf(request);
    const etag = `"${snapshot.version}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.header('content-type', 'application/json; charset=utf-8').send(documentOf(snapshot));
  });
  done();
}

/** The document of a snapshot, made when it is first asked for. */
function documentOf(snapshot: Snapshot): string {
  const known = DOCUMENTS.get(snapshot);
  if (known !== undefined) return known;
  const flags = Object.fromEntries(
    snapshot.keys.flatMap((key) => {
      const flag = snapshot.flags.get(key);
      return flag ? [[key, flag.document]] : [];
    }),
  );
  const { environment, version } = snapshot;
  const document = JSON.stringify({ $schema: SCHEMA, flags, metadata: { environment, version } });
  DOCUMENTS.set(snapshot, document);
  return document;
}
