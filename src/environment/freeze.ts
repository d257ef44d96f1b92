import { z } from 'zod';
import { PersonId } from './person.ts';

/** A period in which exposure may not widen. Narrowing is never held by it. */
export const Freeze = z.object({
  id: z.string(),
  name: z.string().min(1).max(80),
  reason: z.string().max(500),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  by: PersonId,
});
export type Freeze = z.infer<typeof Freeze>;

/** The freeze in force at an instant that ends last, or null when none is. */
export function freezeAt(freezes: readonly Freeze[], now: Date): Freeze | null {
  const at = now.getTime();
  return freezes
    .filter((freeze) => Date.parse(freeze.startsAt) <= at && at < Date.parse(freeze.endsAt))
    .reduce<Freeze | null>(
      (last, freeze) =>
        last === null || Date.parse(freeze.endsAt) > Date.parse(last.endsAt) ? freeze : last,
      null,
    );
}
