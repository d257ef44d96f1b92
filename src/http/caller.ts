import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Freshness, Reader } from '../read/reader.ts';
import type { Snapshot } from '../read/snapshot.ts';
import type { ReadKey } from '../release/read-key.ts';
import { authenticate } from './authenticate.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';

/** Who asks, the flags of their environment, and how old these are. */
export type Caller = { readonly key: ReadKey; readonly snapshot: Snapshot; readonly freshness: Freshness };

/** Turns a request away; OFREP and others each have a form for that. */
export type Refuse = (reply: FastifyReply, status: number, details: string) => void;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the read key of a request was accepted. */
    caller: Caller | null;
  }
}

const UNPREPARED =
  'Rampart has just started, has not reached its store, and has no copy of the flags. Use your defaults.';
const TOO_MANY = 'This read key asks more often than it may.';

/**
 * Asks every request of this plugin for a read key, before its body is read. What then runs finds the caller with
 * `callerOf`. Every answer says how old the flags are.
 */
export function requireReadKey(
  app: FastifyInstance,
  options: { readonly reader: Reader; readonly clock: Clock; readonly readLimit: RateLimit | null },
  refuse: Refuse,
): void {
  const takeTurn = options.readLimit && createRateLimit(options.readLimit, options.clock);

  app.decorateRequest('caller', null);
  app.addHook('onRequest', (request, reply, next) => {
    const freshness = options.reader.freshness();
    reply.header('x-rampart-stale-seconds', freshness.staleSeconds);
    if (freshness.source === 'none') return refuse(reply.header('retry-after', 5), 503, UNPREPARED);
    const view = options.reader.view();
    const who = authenticate(view, request.headers);
    if (who.kind === 'refused') return refuse(reply.header('www-authenticate', 'Bearer'), 401, who.why);
    const snapshot = view.environments.get(who.key.environment);
    if (!snapshot) return refuse(reply, 403, `There is no environment ${who.key.environment} any more.`);
    const waitSeconds = takeTurn ? takeTurn(who.key.id) : 0;
    if (waitSeconds > 0) return refuse(reply.header('retry-after', waitSeconds), 429, TOO_MANY);
    request.caller = { key: who.key, snapshot, freshness };
    next();
  });
}

/** The caller of a request that was let through; a throw is a bug. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('A request was answered that was not asked for its read key.');
  return request.caller;
}
