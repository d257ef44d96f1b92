import { join, sqltag as sql } from '@prisma/client/runtime/client';
import { PersonFacts, type PersonId } from '../environment/person.ts';
import type { Database } from './database.ts';
import { check, checkExactly, fromJson, Text } from './stored.ts';

/** A large workspace is written in statements of so many people each. */
const CHUNK = 500;

export async function people(
  { client }: Database,
  ids: readonly PersonId[],
): Promise<Map<PersonId, PersonFacts>> {
  const records = await client.personRecord.findMany({ where: { id: { in: [...ids] } } });
  return new Map(
    records.map(({ id, facts }) => {
      const what = `What is stored of ${id}`;
      return [id, check(PersonFacts, fromJson(facts, what), what)];
    }),
  );
}

export async function rememberPeople({ client }: Database, facts: readonly PersonFacts[]): Promise<void> {
  const newest = newestOfEach(facts);
  for (let start = 0; start < newest.length; start += CHUNK) {
    const values = newest
      .slice(start, start + CHUNK)
      .map((person) => sql`(${person.id}, ${JSON.stringify(person)}, ${checkedAt(person)})`);
    await client.$executeRaw`
      INSERT INTO person (id, facts, checked_at) VALUES ${join(values)}
      ON CONFLICT (id) DO UPDATE SET facts = excluded.facts, checked_at = excluded.checked_at
      WHERE person.checked_at <= excluded.checked_at`;
  }
}

/** Checked; one of each person; in the order of their ids, so that two writers never wait for each other. */
export function newestOfEach(facts: readonly PersonFacts[]): PersonFacts[] {
  const newest = new Map<PersonId, PersonFacts>();
  for (const person of facts) {
    const what = `What is known of ${person.id}`;
    check(Text, person.id, what);
    checkExactly(PersonFacts, person, what);
    const known = newest.get(person.id);
    if (!known || checkedAt(known) <= checkedAt(person)) newest.set(person.id, person);
  }
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function checkedAt(person: PersonFacts): number {
  return Date.parse(person.checkedAt);
}
