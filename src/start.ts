import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Execute } from './app/execute.ts';
import type { Ledger } from './app/ledger.ts';
import { assemble } from './assemble.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { startDemo } from './demo/demo.ts';
import { portTaken } from './demo/port-taken.ts';
import { createTravel } from './demo/travel.ts';
import { createHttp } from './http/create-http.ts';
import { createDiskCopy } from './read/disk-copy.ts';
import { keepReadKey } from './read/kept-key.ts';
import { createReader } from './read/reader.ts';
import { startTicker } from './scheduler/ticker.ts';
import type { Transport } from './slack/receiver.ts';
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

/** How long a start waits for Slack where it could do without. */
const SLACK_PATIENCE_MS = 5_000;

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

  const transport: Transport = slack.kind === 'http' ? { ...slack, host: config.host } : slack;
  // One process at a time serves an SQLite file, so it need not wait for the lease of one that was killed.
  const isAlone = config.databaseUrl.startsWith('file:');
  const holder = isAlone ? 'the only process' : `${hostname()}/${process.pid}/${randomUUID()}`;
  const { ledger, execute, advance, worker, app, install } = await assemble({
    store,
    clock,
    slack: { ...slack, transport },
    holder,
    newId: randomUUID,
    log,
  });
  onStop('the worker', () => worker.stop());

  const api = await startHttp(config, clock, ledger, log, onStop);
  const ticker = startTicker(worker.wake);
  onStop('the ticker', () => ticker.stop());

  onStop('Slack', () => app.stop());
  const inSlack = app.start().then(async () => {
    await install(config.admin, demo?.audiences ?? []);
    await issueKeptKey(ledger, execute, kept.sha256);
  });
  await reachSlack(inSlack, ledger.current().state.installation !== null, log, onLost);

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

/** Starts the read side and the server over it; answers with the server's address. */
async function startHttp(
  config: Config,
  clock: Clock,
  ledger: Ledger,
  log: Logger,
  onStop: (name: string, stop: () => Promise<unknown>) => void,
): Promise<string> {
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
  return http.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
    throw portTaken(String(error), config.port, 'PORT') ?? error;
  });
}

/**
 * Waits until Rampart is in Slack. An installation that exists already does not wait for long: reads, due stages and
 * un-releases must work while Slack is away, and Slack is joined whenever it is back.
 */
async function reachSlack(
  inSlack: Promise<void>,
  isInstalled: boolean,
  log: Logger,
  onLost: (reason: string) => void,
): Promise<void> {
  if (!isInstalled) return inSlack;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<'away'>((resolve) => {
    timer = setTimeout(resolve, SLACK_PATIENCE_MS, 'away');
  });
  const reached = await Promise.race([inSlack, patience]);
  clearTimeout(timer);
  if (reached !== 'away') return;
  log.warn('Slack cannot be reached yet; everything else works, and Slack is joined when it is back');
  inSlack.catch((error: unknown) => onLost(`Slack refused Rampart: ${String(error)}`));
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
