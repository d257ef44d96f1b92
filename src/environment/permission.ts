import type { People, PersonFacts, PersonId } from './person.ts';
import type { Circle } from './policy.ts';

/** Whether someone, as the directory knows them, belongs to a circle. Only full members ever do. */
export function isIn(circle: Circle, person: PersonFacts): boolean {
  if (person.standing !== 'member') return false;
  switch (circle.kind) {
    case 'members':
      return true;
    case 'people':
      return circle.people.includes(person.id);
    case 'group':
      return person.groups.includes(circle.group);
  }
}

/** The facts about someone, when they are at most `maxAgeMs` old at `now`; null when older or unknown. */
export function freshFacts(people: People, id: PersonId, maxAgeMs: number, now: Date): PersonFacts | null {
  const facts = people.get(id);
  if (facts === undefined) return null;
  return now.getTime() - Date.parse(facts.checkedAt) <= maxAgeMs ? facts : null;
}
