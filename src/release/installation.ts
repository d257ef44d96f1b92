import { z } from 'zod';
import { PersonId } from '../environment/person.ts';

/** What is true of the whole installation. Whoever installs is admin; Home leads them through the rest. */
export const Installation = z.object({
  installedBy: PersonId,
  admins: z.array(PersonId).min(1),
  /** Where release cards go unless a release says otherwise; null until chosen. */
  channel: z.string().nullable(),
  /** Set once the admin has gone through the first-run questions, or chose to keep the defaults. */
  setUpAt: z.iso.datetime().nullable(),
});
export type Installation = z.infer<typeof Installation>;
