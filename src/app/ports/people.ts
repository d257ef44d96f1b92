import type { People, PersonId } from '../../environment/person.ts';
import type { Circle } from '../../environment/policy.ts';

/**
 * The directory of people and groups, fed by events and look-ups. What is known is at hand at once; how old it is
 * stands on each fact, and the decision says how old it may be.
 */
export type Directory = {
  /** Everything known now: the same value until something else is known. */
  known(): People;
  /**
   * Looks again at those about whom the newest facts are older than `maxAgeMs`. Never throws: who cannot be looked
   * up keeps their old facts, and what needs fresher ones holds.
   */
  refresh(ids: readonly PersonId[], maxAgeMs: number): Promise<void>;
  /** The people of a circle, as far as they are known by name; `members` names nobody. */
  membersOf(circle: Circle): Promise<PersonId[]>;
};
