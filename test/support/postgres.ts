import { createQueue } from '../../src/store/queue.ts';
import { startChild } from './child.ts';

export type Postgres = {
  /** An empty database of its own; the answer is what goes into `DATABASE_URL`. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
};

/** Starts a real PostgreSQL in a process of its own. It also ends when this process does, however it ends. */
export async function startPostgres(): Promise<Postgres> {
  const child = startChild('./postgres-process.ts', []);
  const oneByOne = createQueue();
  await child.says('ready');
  return {
    createDatabase: () =>
      oneByOne(async () => {
        const before = child.lines().length;
        child.tell('another');
        await child.says('postgresql://', before);
        return child.lines()[before] ?? '';
      }),
    async stop() {
      child.closeInput();
      await child.ended();
    },
  };
}
