import type { PersonId } from '../../environment/person.ts';
import type { ReleaseId } from '../../release/release.ts';

/** The root card of a release. */
export const cardName = (release: ReleaseId): string => `card/${release}`;

/** Its copy by DM to someone who was asked to approve. */
export const askName = (release: ReleaseId, person: PersonId): string => `ask/${release}/${person}`;

/** The DM that told the owner that the card cannot be kept in a channel any more. */
export const goneName = (release: ReleaseId, channel: string): string => `gone/${release}/${channel}`;
