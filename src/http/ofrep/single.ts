import type { FastifyInstance } from 'fastify';
import { readContext } from '../../read/context.ts';
import { evaluateFlag } from '../../read/evaluate.ts';
import { callerOf } from '../caller.ts';
import { handlingOf } from './handling.ts';
import type { OfrepOptions } from './options.ts';
import { bodyOf, statusOfEvaluation } from './replies.ts';

export const SINGLE_PATH = '/ofrep/v1/evaluate/flags/:key';

/** `POST /ofrep/v1/evaluate/flags/{key}`: one flag for one context. */
export function single(app: FastifyInstance, { metrics }: OfrepOptions): void {
  app.post<{ Params: { key: string } }>(SINGLE_PATH, (request, reply) => {
    const { key } = request.params;
    const { snapshot, freshness } = callerOf(request);
    const read = readContext(request.body);
    if (read.kind === 'invalid') {
      return reply.code(400).send({ key, errorCode: 'INVALID_CONTEXT', errorDetails: read.details });
    }
    const evaluation = evaluateFlag(snapshot, key, read.context, handlingOf(request.headers));
    metrics.evaluated(snapshot.environment, evaluation);
    return reply
      .code(statusOfEvaluation(evaluation))
      .header('content-type', 'application/json; charset=utf-8')
      .send(bodyOf(evaluation, freshness));
  });
}
