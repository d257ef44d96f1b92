import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';

/**
 * Answers with a problem document (RFC 9457). The request id is in it, so that whoever meets it can quote what the
 * log says more about; a stack or an internal message never is.
 */
export function sendProblem(reply: FastifyReply, status: number, detail: string): void {
  reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send({ title: STATUS_CODES[status] ?? 'Error', status, detail, requestId: reply.request.id });
}

/** Makes problem documents of unknown addresses, and of every error that no plugin answers itself. */
export function addProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    sendProblem(reply, 404, `There is nothing at ${request.method} ${request.url.split('?')[0]}.`);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    sendProblem(reply, statusOf(error), detailOf(error, request.id, reply));
  });
}

/** The status an error asks for; 500 for everything that was not meant for the person who asked. */
export function statusOf(error: FastifyError): number {
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? status : 500;
}

/** What may be said of an error: its message when it is about the request, and otherwise only where to look. */
export function detailOf(error: FastifyError, requestId: string, reply: FastifyReply): string {
  if (statusOf(error) < 500) return error.message;
  reply.log.error({ err: error, requestId }, 'A request failed.');
  return `Something failed here. The log says more about request ${requestId}.`;
}
