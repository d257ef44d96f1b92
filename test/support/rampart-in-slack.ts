import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { pino } from 'pino';
import type { Execute } from '../../src/app/execute.ts';
import type { Ledger } from '../../src/app/ledger.ts';
import type { Store } from '../../src/app/ports/store.ts';
import type { Worker } from '../../src/app/worker.ts';
import { assemble } from '../../src/assemble.ts';
import { systemClock } from '../../src/clock.ts';
import { DEMO_AUDIENCES } from '../../src/demo/audiences.ts';
import { createMovableClock } from '../../src/demo/movable-clock.ts';
import { connect, type Driver } from '../../src/local-slack/driver.ts';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/server.ts';
import type { Manifest } from '../../src/local-slack/state/manifest.ts';
import type { SlackApp } from '../../src/slack/app.ts';
import type { Transport } from '../../src/slack/receiver.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { manifestOfRampart } from './manifest-of-rampart.ts';

/** Rampart as it runs, in a Local Slack as it runs: real Bolt between them, and people in front of it. */
export type RampartInSlack = {
  slack: Driver;
  local: LocalSlack;
  app: SlackApp;
  execute: Execute;
  ledger: Ledger;
  worker: Worker;
  store: Store;
  now(): Date;
  /** Lets time pass and carries out what falls due on the way, one instant after the other. */
  later(ms: number): Promise<void>;
  /** Lets time pass without Rampart, as an outage does. */
  away(ms: number): void;
  /** Waits until news has reached everybody, also what Slack told us to send a moment later. */
  settle(): Promise<void>;
  stop(): Promise<void>;
};

export type SlackOptions = {
  store?: (clock: () => Date) => Promise<Store>;
  transport?: 'socket' | 'http';
};

export async function rampartInSlack(options: SlackOptions = {}): Promise<RampartInSlack> {
  const port = options.transport === 'http' ? await freePort() : 0;
  const manifest = options.transport === 'http' ? overHttp(manifestOfRampart(), port) : manifestOfRampart();
  const local = await startLocalSlack({
    port: 0,
    manifests: [manifest],
    control: true,
  });
  const [installed] = local.apps;
  if (installed === undefined) throw new Error('Local Slack installed no app');

  const clock = createMovableClock(systemClock, 0);
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const store = (await options.store?.(clock.now)) ?? createMemoryStore(clock.now);
  const transport: Transport =
    options.transport === 'http'
      ? { kind: 'http', signingSecret: installed.app.signingSecret, host: '127.0.0.1', port }
      : { kind: 'socket', appToken: installed.app.appToken, apiUrl: local.url };
  const { ledger, execute, advance, worker, app, install } = await assemble({
    store,
    clock: clock.now,
    slack: { botToken: installed.install.botToken, apiUrl: local.url, transport },
    holder: 'test',
    newId: randomUUID,
    log,
  });
  await app.start();
  await install(null, DEMO_AUDIENCES);
  // As the product's ticker does: what Slack told us to send later is sent then.
  const ticker = setInterval(() => worker.wake(), 100);
  const slack = await connect(local.url);

  return {
    slack,
    local,
    app,
    execute,
    ledger,
    worker,
    store,
    now: clock.now,
    async later(ms) {
      const until = clock.now().getTime() + ms;
      await worker.settle();
      for (let due = advance.nextDueAt(); due !== null && due.getTime() <= until; due = advance.nextDueAt()) {
        const { revision } = ledger.current();
        const before = clock.now();
        clock.moveTo(due);
        await worker.settle();
        if (due <= before && ledger.current().revision === revision) break;
      }
      clock.moveTo(new Date(until));
      await worker.settle();
    },
    away: (ms) => clock.moveTo(new Date(clock.now().getTime() + ms)),
    settle: () => worker.settle(),
    async stop() {
      clearInterval(ticker);
      slack.close();
      await app.stop();
      await worker.stop();
      await local.close();
      await store.close();
    },
  };
}

/** The same app with Slack's requests coming in over HTTP. */
function overHttp(manifest: Manifest, port: number): Manifest {
  const url = `http://127.0.0.1:${port}/slack/events`;
  const { features, settings } = manifest;
  return {
    ...manifest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((command) => ({ ...command, url })),
    },
    settings: {
      ...settings,
      socket_mode_enabled: false,
      event_subscriptions: { ...settings.event_subscriptions, request_url: url },
      interactivity: { is_enabled: true, ...settings.interactivity, request_url: url },
    },
  };
}

/** A port that was free a moment ago: an app's address must be known before it is installed. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The Slack ids of people in Local Slack, as Rampart names them. */
export const MARA = 'TACME00001/UMARA00001';
export const AMARA = 'TACME00001/UAMARA0001';

/** A flag that is there before the story begins; Mara owns it. */
export async function withFlag({ execute }: RampartInSlack, key: string): Promise<void> {
  const outcome = await execute(
    {
      type: 'create-flag',
      flag: {
        key,
        description: `The ${key}`,
        lifetime: 'release',
        off: { value: false, description: 'As before' },
        variants: [{ name: 'on', value: true, description: 'The new one', weight: 1 }],
        owner: MARA,
      },
    },
    { kind: 'person', id: MARA },
    randomUUID(),
  );
  if (!outcome.ok) throw new Error(`no flag: ${outcome.rejection.code}`);
}

/** What everyone, or an audience, has of a flag in production, in percent; `off` while it is taken away. */
export function exposureIn({ ledger }: RampartInSlack, flag: string): Record<string, number> | 'off' {
  const exposure = ledger.current().state.flags.get(flag)?.exposures.production;
  if (exposure === undefined) return {};
  if (exposure.unreleased.whole !== null) return 'off';
  return Object.fromEntries(Object.entries(exposure.percentages).map(([key, at]) => [key, at / 100]));
}
