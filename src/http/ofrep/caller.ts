import type { FastifyRequest } from 'fastify';
import type { Freshness } from '../../read/reader.ts';
import type { Snapshot } from '../../read/snapshot.ts';
import type { ReadKey } from '../../release/read-key.ts';

/** Who asks, the flags of their environment, and how old these are. */
export type Caller = { readonly key: ReadKey; readonly snapshot: Snapshot; readonly freshness: Freshness };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set for every OFREP evaluation once its read key was accepted. */
    caller: Caller | null;
  }
}

/** The caller that the hook put there; only reached by requests that it let through. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('An evaluation was reached without a read key.');
  return request.caller;
}
