import type { People, PersonId } from '../environment/person.ts';
import type { Event } from './event.ts';
import type { Rejection } from './rejection.ts';

/**
 * Who asks. An API key acts as its owner and never approves; `rampart` is what runs by itself: a stage that is
 * due, a start that was missed.
 */
export type Actor = { kind: 'person'; id: PersonId } | { kind: 'key'; owner: PersonId } | { kind: 'rampart' };

/** All that a decision may rest on besides the state and the command: handed in, so that deciding stays pure. */
export type Context = { now: Date; by: Actor; people: People };

/** What a decision comes to. Refusals are values with a code; only bugs throw. */
export type Decision = { ok: true; events: Event[] } | { ok: false; rejection: Rejection };

export const accept = (...events: Event[]): Decision => ({ ok: true, events });
export const refuse = (rejection: Rejection): Decision => ({ ok: false, rejection });

/** The name under which the log keeps the actor. */
export function actorId(actor: Actor): PersonId {
  switch (actor.kind) {
    case 'person':
      return actor.id;
    case 'key':
      return actor.owner;
    case 'rampart':
      return 'rampart';
  }
}

/** The `by` and `at` that every event carries. */
export function traceOf(context: Context): { by: PersonId; at: string } {
  return { by: actorId(context.by), at: context.now.toISOString() };
}
