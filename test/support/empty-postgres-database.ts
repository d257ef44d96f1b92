import { inject } from 'vitest';

/** The URL of an empty PostgreSQL database that no other test file knows. The server goes with the run. */
export async function emptyPostgresDatabase(): Promise<string> {
  const answer = await fetch(inject('postgresDoor'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
