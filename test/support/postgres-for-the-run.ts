import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type Postgres, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for an empty PostgreSQL database. */
    postgresDoor: string;
  }
}

/**
 * One PostgreSQL for the whole run, started when the first test file asks for a database, so that a run without
 * such a file does not pay for it. Test files run in processes of their own and knock at the door of this one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Postgres> | undefined;

  const door = createServer(async (_request, response) => {
    try {
      started ??= startPostgres();
      const postgres = await started;
      response.end(await postgres.createDatabase());
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  project.provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);

  return async () => {
    door.closeAllConnections();
    door.close();
    await started?.then(
      (postgres) => postgres.stop(),
      () => undefined,
    );
  };
}
