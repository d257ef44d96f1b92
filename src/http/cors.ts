import type { FastifyInstance } from 'fastify';

/**
 * Any page may ask: what protects a flag is the key that is sent on purpose, never a cookie, so a foreign page has
 * nothing of its visitor's to abuse.
 */
export const CORS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After, X-Rampart-Stale-Seconds',
} as const;

const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'Authorization, Content-Type, If-None-Match, Prefer, X-API-Key',
  'access-control-max-age': '86400',
  vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
} as const;

/** Lets pages of other origins read what is under `/ofrep/`, and nothing else. */
export function addCors(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.headers.origin === undefined || !request.url.startsWith('/ofrep/')) return done();
    reply.headers(CORS_HEADERS);
    if (request.method !== 'OPTIONS') return done();
    reply.code(204).headers(PREFLIGHT_HEADERS).send();
  });
}
