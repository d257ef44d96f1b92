import { z } from 'zod';
import { PersonId } from '../environment/person.ts';
import { AudienceKey } from '../flag/audience.ts';
import { BasisPoints } from '../flag/exposure.ts';
import { FlagKey } from '../flag/flag.ts';
import { Event } from './event.ts';
import { ReleaseId } from './release.ts';

/** What a commit did to one flag's exposure of one audience, in basis points; un-releases count as 0. */
export const ExposureChange = z.object({
  flag: FlagKey,
  audience: AudienceKey,
  from: BasisPoints,
  to: BasisPoints,
});
export type ExposureChange = z.infer<typeof ExposureChange>;

const happened = { event: Event, changes: z.array(ExposureChange) };

/**
 * Something worth telling people, decided in the commit that caused it and sent afterwards. Facts only: no wording,
 * no block. A card always shows the newest state, whenever it is sent.
 */
export const OutboxItem = z.discriminatedUnion('kind', [
  /** The release's root card, and its copies by DM: posted once, then kept in step. */
  z.object({ kind: z.literal('card'), release: ReleaseId }),
  /** One line in the release's thread, also shown in the channel when `broadcast`. */
  z.object({ kind: z.literal('thread'), release: ReleaseId, ...happened, broadcast: z.boolean() }),
  /** The approval card by DM to each person who owes a decision. */
  z.object({ kind: z.literal('ask'), release: ReleaseId }),
  /** A DM to one person about something that needs them. */
  z.object({ kind: z.literal('nudge'), release: ReleaseId, person: PersonId, event: Event }),
  /** A flag changed outside any release in flight: a message to the installation's channel. */
  z.object({ kind: z.literal('notice'), ...happened }),
]);
export type OutboxItem = z.infer<typeof OutboxItem>;
