import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAdvance } from './app/advance.ts';
import { createDeliver } from './app/deliver.ts';
import { createExecute, createTransact, type Execute } from './app/execute.ts';
import { type Ledger, openLedger } from './app/ledger.ts';
import { createWorker } from './app/worker.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { startDemo } from './demo/demo.ts';
import { createTravel } from './demo/travel.ts';
import type { Audience } from './flag/audience.ts';
import { createHttp } from './http/create-http.ts';
import { createDiskCopy } from './read/disk-copy.ts';
import { keepReadKey } from './read/kept-key.ts';
import { createReader } from './read/reader.ts';
import { startTicker } from './scheduler/ticker.ts';
import { createSlackApp } from './slack/app.ts';
import { createConnection } from './slack/connection/connection.ts';
import { firstRun } from './slack/connection/first-run.ts';
import { createDirectory } from './slack/directory/directory.ts';
import { createNotifier } from './slack/notifier/notifier.ts';
import { openStore } from './store/connect.ts';

/** Rampart, running. */
export type Running = {
  /** Where the API listens. */
  api: string;
  /** Local Slack's and the shop's addresses; null with a real Slack. */
  localSlack: string | null;
  shop: string | null;
  /** A key to read flags of production with. */
  readKey: string;
  /** Stops taking work, finishes what is under way, and closes. */
  stop(): Promise<void>;
};

/** Without the store: from this age of what is served a replica no longer counts as ready. Reads go on. */
const STALE_LIMIT_MS = 24 * 3_600_000;

/**
 * Puts Rampart together and starts it: store, state, what runs by itself, Slack, HTTP, and where no Slack is
 * configured Local Slack and the shop. Everything that was started is stopped again when a later part fails.
 *
 * @param onLost called when a part that Rampart cannot run without went away by itself
 */
export async function startRampart(
  config: Config,
  log: Logger,
  onLost: (reason: string) => void,
): Promise<Running> {
  const started: { name: string; stop: () => Promise<unknown> }[] = [];
  const stop = async (): Promise<void> => {
    for (const { name, stop: stopPart } of started.splice(0).reverse()) {
      await stopPart().catch((error: unknown) => log.error({ err: error }, `${name} did not stop cleanly`));
    }
  };
  try {
    return await startParts(config, log, onLost, (name, part) => started.push({ name, stop: part }), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  config: Config,
  log: Logger,
  onLost: (reason: string) => void,
  onStop: (name: string, stop: () => Promise<unknown>) => void,
  stop: () => Promise<void>,
): Promise<Running> {
  const kept = await keepReadKey(config.dataDir);
  const store = await openStore(config.databaseUrl);
  onStop('the store', () => store.close());

  const demo =
    config.slack.kind === 'local' ? await startDemo(config.slack, config.dataDir, log, onLost) : null;
  if (demo !== null) onStop('the demo', () => demo.stop());
  const clock = demo?.clock.now ?? systemClock;
  const slack = demo?.slack ?? config.slack;
  if (slack.kind === 'local') throw new Error('Local Slack did not say how to reach it');

  const ledger = await openLedger(store, clock);
  const connection = createConnection({ botToken: slack.botToken, apiUrl: slack.apiUrl, log });
  const directory = createDirectory({ connection, store, clock, log });
  const parts = { store, ledger, directory, clock, newId: randomUUID, log };
  const transact = createTransact(parts);
  const execute = createExecute(parts, transact);
  const advance = createAdvance({ ledger, directory, clock, transact });
  const messages = createNotifier({ connection, directory, clock, log });
  const deliver = createDeliver({ store, ledger, messages, clock, log });
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`;
  const worker = createWorker({ store, ledger, advance, deliver, holder, newId: randomUUID, log });
  onStop('the worker', () => worker.stop());

  const disk = createDiskCopy(join(config.dataDir, 'flags.snapshot'), (error) =>
    log.warn({ err: error }, 'the copy of the flags on disk was not written'),
  );
  const reader = await createReader({
    state: ledger,
    disk,
    clock,
    onTrouble: (what, detail) =>
      log.error({ err: detail instanceof Error ? detail : undefined, detail }, what),
  });
  onStop('the read side', () => reader.close());
  const http = createHttp({
    reader,
    logger: log,
    clock,
    staleLimitMs: STALE_LIMIT_MS,
    readLimit: null,
    publicUrl: null,
  });
  onStop('HTTP', () => http.close());

  const app = createSlackApp(
    { connection, directory, execute, state: ledger, store, clock, newId: randomUUID, log },
    slack,
  );
  onStop('Slack', () => app.stop());
  await app.start();
  await install(ledger, execute, () => firstRun(connection, config.admin), demo?.audiences ?? []);
  await issueKeptKey(ledger, execute, kept.sha256);

  const ticker = startTicker(worker.wake);
  onStop('the ticker', () => ticker.stop());
  ledger.subscribe(() => worker.wake());
  const api = await http.listen({ host: config.host, port: config.port });

  if (demo !== null) {
    const travel = createTravel({ clock: demo.clock, advance, worker, ledger });
    demo.followClock(travel);
    const tell = () => demo.tellClock({ now: clock(), nextDueAt: advance.nextDueAt() });
    ledger.subscribe(tell);
    tell();
  }
  const shop = demo === null ? null : await demo.startShop(api, kept.key);
  return { api, localSlack: demo?.url ?? null, shop, readKey: kept.key, stop };
}

/** The first run of an installation. Another replica may be just as quick; then theirs counts. */
async function install(
  ledger: Ledger,
  execute: Execute,
  find: () => ReturnType<typeof firstRun>,
  audiences: Audience[],
): Promise<void> {
  if (ledger.current().state.installation !== null) return;
  const { by, channel } = await find();
  await execute({ type: 'install', channel, audiences }, { kind: 'person', id: by }, randomUUID());
}

/** Makes the kept read key known, when it is new. */
async function issueKeptKey(ledger: Ledger, execute: Execute, sha256: string): Promise<void> {
  const known = [...ledger.current().state.readKeys.values()].some((key) => key.sha256 === sha256);
  if (known) return;
  await execute(
    {
      type: 'issue-read-key',
      id: randomUUID(),
      name: `first key of ${hostname()}`,
      environment: 'production',
      sha256,
    },
    { kind: 'rampart' },
    randomUUID(),
  );
}
