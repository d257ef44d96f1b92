import { z } from 'zod';
import { PersonId } from '../environment/person.ts';
import { Event } from '../release/event.ts';
import { ReleaseId } from '../release/release.ts';

/**
 * Something to tell people, decided in the commit that caused it and sent afterwards. Facts only: no wording. A
 * card always shows the newest state, whenever it is sent.
 */
export const OutboxItem = z.discriminatedUnion('kind', [
  /** The release's root card: posted once, then kept in step. */
  z.object({ kind: z.literal('card'), release: ReleaseId }),
  /** One line in the release's thread, also to the channel when `broadcast`. */
  z.object({ kind: z.literal('thread'), release: ReleaseId, event: Event, broadcast: z.boolean() }),
  /** The approval card by DM to someone who owes a decision; kept in step with the channel's. */
  z.object({ kind: z.literal('ask'), release: ReleaseId, person: PersonId }),
  /** A DM to one person about something that needs them. */
  z.object({ kind: z.literal('nudge'), release: ReleaseId, person: PersonId, event: Event }),
  /** A flag changed outside any release in flight: a message to the installation's channel. */
  z.object({ kind: z.literal('notice'), event: Event }),
]);
export type OutboxItem = z.infer<typeof OutboxItem>;
