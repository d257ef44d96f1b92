import type { ActReply, View } from '../protocol.ts';
import { labelOf } from './elements.ts';
import { FieldErrors, Refused } from './errors.ts';

export type Accepted = Extract<ActReply, { ok: true }>;

/** Passes on what was carried out, and throws what was refused. `view` gives field errors their labels. */
export function accepted(reply: ActReply, view?: View): Accepted {
  if (reply.ok) return reply;
  if ('trouble' in reply) throw new Refused(reply.trouble, reply.explanation);
  const named = Object.entries(reply.errors).map(([blockId, error]) => {
    const block = view?.blocks.find((one) => one.block_id === blockId);
    return [labelOf(block?.label) ?? blockId, error];
  });
  throw new FieldErrors(Object.fromEntries(named));
}
