import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireReadKey } from '../caller.ts';
import { detailOf, statusOf } from '../problem.ts';
import { bulk } from './bulk.ts';
import { events } from './events.ts';
import type { OfrepOptions } from './options.ts';
import { SINGLE_PATH, single } from './single.ts';

/** OpenFeature's remote evaluation protocol, version 0.3.0: one flag, all flags, and the stream of changes. */
export function ofrep(app: FastifyInstance, options: OfrepOptions, done: () => void): void {
  app.register(events, options);
  app.register((evaluation, _options, registered) => {
    requireReadKey(evaluation, options, (reply, status, errorDetails) => {
      reply.code(status).send({ errorDetails });
    });
    evaluation.addHook('onResponse', (request, reply, next) => {
      const isSingle = request.routeOptions.url === SINGLE_PATH;
      options.metrics.answered(isSingle ? 'single' : 'bulk', reply.statusCode, reply.elapsedTime);
      next();
    });
    evaluation.setErrorHandler(answerError);
    single(evaluation, options);
    bulk(evaluation, options);
    registered();
  });
  done();
}

/** What went wrong before or in a handler, in OFREP's own form. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = statusOf(error);
  reply.code(status).send({
    ...(request.params as object),
    errorCode: codeOf(error, status),
    errorDetails: detailOf(error, request.id, reply),
  });
}

function codeOf(error: FastifyError, status: number): 'GENERAL' | 'PARSE_ERROR' | 'INVALID_CONTEXT' {
  if (status === 500) return 'GENERAL';
  return error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' ? 'PARSE_ERROR' : 'INVALID_CONTEXT';
}
