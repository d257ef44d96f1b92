import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { EnvironmentKey } from '../../flag/flag.ts';
import type { View } from '../../read/view.ts';
import type { ReadKey } from '../../release/read-key.ts';
import { authenticate, authenticateStream, streamToken } from '../authenticate.ts';
import { CORS_HEADERS } from '../cors.ts';
import type { OfrepOptions } from './options.ts';

const PATH = '/ofrep/v1/events';

/** A browser tab that was hidden for this long hangs up, and fetches anew when it is looked at again. */
const INACTIVITY_SECONDS = 120;

/** A comment this often keeps proxies, which give up after 30 to 60 quiet seconds, from hanging up. */
const HEARTBEAT_MS = 20_000;

/** A reader that leaves this many bytes unread is cut off; it comes back and starts afresh. */
const MOST_UNREAD_BYTES = 16 * 1024;

const MOST_STREAMS = 10_000;

type Stream = { readonly key: ReadKey; readonly response: ServerResponse };

/** Where the owner of this key may follow changes, as an entry of OFREP's `eventStreams`. */
export function eventStreamOf(key: ReadKey, publicUrl: string | null): string {
  const requestUri = `${PATH}?key=${encodeURIComponent(key.id)}&token=${streamToken(key)}`;
  const place =
    publicUrl === null ? { endpoint: { requestUri } } : { url: new URL(requestUri, publicUrl).href };
  return JSON.stringify({ type: 'sse', ...place, inactivityDelaySec: INACTIVITY_SECONDS });
}

/**
 * `GET /ofrep/v1/events`: server-sent events that ask readers to fetch again when a flag of their environment
 * changed. Whoever comes, or comes back after having missed something, is asked at once.
 */
export function events(app: FastifyInstance, { reader, metrics }: OfrepOptions, done: () => void): void {
  const streams = new Set<Stream>();
  metrics.watchStreams(() => streams.size);

  function send({ response }: Stream, text: string): void {
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    else response.write(text);
  }

  const unsubscribe = reader.subscribe((before, after) => {
    const changed = changedEnvironments(before, after);
    for (const stream of streams) {
      const event = changed.get(stream.key.environment);
      if (isRevoked(after, stream.key)) stream.response.end();
      else if (event !== undefined) send(stream, event);
    }
  });
  const heartbeat = setInterval(() => {
    for (const stream of streams) send(stream, ':\n\n');
  }, HEARTBEAT_MS).unref();

  app.get<{ Querystring: { key?: string; token?: string } }>(PATH, (request, reply) => {
    const view = reader.view();
    const { key: id, token } = request.query;
    const who =
      typeof id === 'string' && typeof token === 'string'
        ? authenticateStream(view, id, token)
        : authenticate(view, request.headers);
    if (who.kind === 'refused') return reply.code(401).send({ errorDetails: who.why });
    if (streams.size >= MOST_STREAMS) {
      return reply
        .code(503)
        .header('retry-after', 30)
        .send({ errorDetails: 'Too many event streams are open.' });
    }
    reply.hijack();
    const stream = { key: who.key, response: reply.raw };
    streams.add(stream);
    reply.raw.on('close', () => streams.delete(stream));
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      ...CORS_HEADERS,
    });
    // Spread out, so that a restart does not bring everyone back at the same moment.
    const retryMs = 1_000 + Math.floor(Math.random() * 4_000);
    const version = view.environments.get(who.key.environment)?.version ?? '';
    const missed = request.headers['last-event-id'] !== version;
    send(stream, `retry: ${retryMs}\n\n${missed ? refetch(version) : ''}`);
  });

  app.addHook('preClose', (closed) => {
    clearInterval(heartbeat);
    unsubscribe();
    for (const { response } of streams) response.end();
    closed();
  });
  done();
}

function changedEnvironments(before: View, after: View): Map<EnvironmentKey, string> {
  const changed = new Map<EnvironmentKey, string>();
  for (const [environment, { version }] of after.environments) {
    if (before.environments.get(environment)?.version !== version) changed.set(environment, refetch(version));
  }
  return changed;
}

function isRevoked(view: View, key: ReadKey): boolean {
  return view.readKeys.get(key.sha256)?.revokedAt !== null;
}

function refetch(version: string): string {
  return `id: ${version}\ndata: ${JSON.stringify({ type: 'refetchEvaluation', etag: version })}\n\n`;
}
