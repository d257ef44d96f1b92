import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate } from '../authenticate.ts';
import { detailOf, statusOf } from '../problem.ts';
import { createRateLimit } from '../rate-limit.ts';
import { bulk } from './bulk.ts';
import { events } from './events.ts';
import type { OfrepOptions } from './options.ts';
import { SINGLE_PATH, single } from './single.ts';

/**
 * OpenFeature's remote evaluation protocol, version 0.3.0: one flag, all flags, and the stream of changes. Whoever
 * has no valid key is turned away before their body is read.
 */
export function ofrep(app: FastifyInstance, options: OfrepOptions, done: () => void): void {
  const { reader, metrics } = options;
  const takeTurn = options.readLimit && createRateLimit(options.readLimit, options.clock);

  app.register(events, options);
  app.register((evaluation, _options, registered) => {
    evaluation.decorateRequest('caller', null);
    evaluation.addHook('onRequest', (request, reply, next) => {
      const freshness = reader.freshness();
      reply.header('x-rampart-stale-seconds', freshness.staleSeconds);
      if (freshness.source === 'none') return refuse(reply.header('retry-after', 5), 503, UNPREPARED);
      const view = reader.view();
      const who = authenticate(view, request.headers);
      if (who.kind === 'refused') return refuse(reply.header('www-authenticate', 'Bearer'), 401, who.why);
      const snapshot = view.environments.get(who.key.environment);
      if (!snapshot) return refuse(reply, 403, `There is no environment ${who.key.environment} any more.`);
      const waitSeconds = takeTurn ? takeTurn(who.key.id) : 0;
      if (waitSeconds > 0) return refuse(reply.header('retry-after', waitSeconds), 429, TOO_MANY);
      request.caller = { key: who.key, snapshot, freshness };
      next();
    });
    evaluation.addHook('onResponse', (request, reply, next) => {
      const isSingle = request.routeOptions.url === SINGLE_PATH;
      metrics.answered(isSingle ? 'single' : 'bulk', reply.statusCode, reply.elapsedTime);
      next();
    });
    evaluation.setErrorHandler(answerError);
    single(evaluation, options);
    bulk(evaluation, options);
    registered();
  });
  done();
}

const UNPREPARED =
  'Rampart has just started, has not reached its store, and has no copy of the flags. Use your defaults.';
const TOO_MANY = 'This read key asks more often than it may.';

function refuse(reply: FastifyReply, status: number, errorDetails: string): void {
  reply.code(status).send({ errorDetails });
}

/** What went wrong before or in a handler, in OFREP's own form. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = statusOf(error);
  const errorCode =
    status === 500
      ? 'GENERAL'
      : error.code === 'FST_ERR_CTP_INVALID_JSON_BODY'
        ? 'PARSE_ERROR'
        : 'INVALID_CONTEXT';
  reply
    .code(status)
    .send({ ...(request.params as object), errorCode, errorDetails: detailOf(error, request.id, reply) });
}
