import { randomUUID } from 'node:crypto';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Reader } from '../read/reader.ts';
import { addClosing } from './closing.ts';
import { addCors } from './cors.ts';
import { flagd } from './flagd.ts';
import { health } from './health.ts';
import { createMetrics, metricsPage } from './metrics.ts';
import { ofrep } from './ofrep/ofrep.ts';
import { addProblems, sendProblem } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';

/** Largest body taken, in bytes. A context is small; what is larger is a mistake or an attack. */
const BODY_LIMIT = 64 * 1024;

export type HttpOptions = {
  readonly reader: Reader;
  readonly logger: FastifyBaseLogger;
  readonly clock: Clock;
  /** Without the store: the age in milliseconds from which this replica is no longer ready (reads go on). */
  readonly staleLimitMs: number;
  /** Per read key; null for none. */
  readonly readLimit: RateLimit | null;
  /** Where readers reach this server from outside, if that is known; with it event streams have an absolute URL. */
  readonly publicUrl: string | null;
};

/**
 * The HTTP server, ready to `listen`: flags over OFREP and as a flagd document, health, metrics. Each concern is a plugin of its own. `close`
 * ends event streams and idle connections at once, and whatever is left after three seconds.
 */
export function createHttp(options: HttpOptions): FastifyInstance {
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    // Longer than the 60 s of the usual load balancer, which must be the one to hang up.
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, _request, reply) => {
      sendProblem(reply, error.statusCode ?? 400, 'This address cannot be read.');
    },
  });
  app.removeContentTypeParser('text/plain');
  const metrics = createMetrics(options.reader);

  addProblems(app);
  addCors(app);
  app.register(health, options);
  app.register(metricsPage, { metrics });
  app.register(flagd, options);
  app.register(ofrep, { ...options, metrics });

  addClosing(app);
  return app;
}
