import type { Logger } from 'pino';
import { type Advance, createAdvance } from './app/advance.ts';
import { createDeliver } from './app/deliver.ts';
import { createExecute, createTransact, type Execute } from './app/execute.ts';
import { type Ledger, openLedger } from './app/ledger.ts';
import type { Store } from './app/ports/store.ts';
import { createWorker, type Worker } from './app/worker.ts';
import type { Clock } from './clock.ts';
import type { Audience } from './flag/audience.ts';
import { createSlackApp, type SlackApp } from './slack/app.ts';
import { createConnection } from './slack/connection/connection.ts';
import { firstRun } from './slack/connection/first-run.ts';
import { createDirectory } from './slack/directory/directory.ts';
import { createNotifier } from './slack/notifier/notifier.ts';
import type { Transport } from './slack/receiver.ts';

export type AssemblyParts = {
  store: Store;
  clock: Clock;
  slack: { botToken: string; apiUrl: string | null; transport: Transport };
  /** Names this process among replicas. */
  holder: string;
  newId: () => string;
  log: Logger;
};

/** The application with its Slack edge: everything but processes, ports and files. */
export type Assembly = {
  ledger: Ledger;
  execute: Execute;
  advance: Advance;
  worker: Worker;
  app: SlackApp;
  /** The first run: whoever administers the workspace installs. Does nothing once that has happened. */
  install(admin: string | null, audiences: Audience[]): Promise<void>;
};

/** Wires the application to a store, a clock and a Slack. Nothing runs yet but what was loaded. */
export async function assemble({
  store,
  clock,
  slack,
  holder,
  newId,
  log,
}: AssemblyParts): Promise<Assembly> {
  const ledger = await openLedger(store, clock);
  const connection = createConnection({ botToken: slack.botToken, apiUrl: slack.apiUrl, log });
  const directory = createDirectory({ connection, store, clock, log });
  const parts = { store, ledger, directory, clock, newId, log };
  const transact = createTransact(parts);
  const execute = createExecute(parts, transact);
  const advance = createAdvance({ ledger, directory, clock, transact });
  const messages = createNotifier({ connection, directory, clock, log });
  const deliver = createDeliver({ store, ledger, messages, clock, log });
  const worker = createWorker({ store, ledger, advance, deliver, holder, newId, log });
  const app = createSlackApp({ ...parts, connection, execute, state: ledger }, slack.transport);
  ledger.subscribe(() => worker.wake());
  return {
    ledger,
    execute,
    advance,
    worker,
    app,
    async install(admin, audiences) {
      if (ledger.current().state.installation !== null) return;
      const { by, channel } = await firstRun(connection, admin);
      // Another replica may be just as quick; then theirs counts.
      await execute({ type: 'install', channel, audiences }, { kind: 'person', id: by }, newId());
    },
  };
}
