import { App, type AppOptions, HTTPReceiver } from '@slack/bolt';
import { type Bench, bench } from './bench.ts';
import { everyEvent, everyScope, manifestWith } from './manifests.ts';
import { until } from './until.ts';

/** A Bolt app that runs against a bench. */
export type Running = Bench & { app: App; stop(): Promise<void> };

const quiet: Pick<AppOptions, 'logger'> = {
  logger: {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
    setLevel: () => undefined,
    getLevel: () => 'error' as never,
    setName: () => undefined,
  },
};

/** Bolt over Socket Mode, as it is used. `register` adds the listeners. */
export async function boltOnSockets(register: (app: App, b: Bench) => void): Promise<Running> {
  const b = await bench(manifestWith({ scopes: everyScope, events: everyEvent }));
  const app = new App({
    token: b.botToken,
    appToken: b.appToken,
    socketMode: true,
    ignoreSelf: true,
    clientOptions: { slackApiUrl: `${b.local.url}/api/`, retryConfig: { retries: 0 } },
    ...quiet,
  });
  register(app, b);
  await app.start();
  return {
    ...b,
    app,
    stop: async () => {
      await app.stop();
      await b.close();
    },
  };
}

/** Bolt over signed HTTP requests, with the receiver that Bolt brings. */
export async function boltOnHttp(register: (app: App, b: Bench) => void): Promise<Running> {
  const nowhere = { scopes: everyScope, events: everyEvent, requestUrl: 'http://127.0.0.1:1/slack/events' };
  // Bolt compares the time of a signature with the machine's.
  const first = await bench(manifestWith(nowhere), Date.now());
  const [registered] = first.local.apps;
  if (!registered) throw new Error('there is no app');
  const receiver = new HTTPReceiver({ signingSecret: registered.app.signingSecret, ...quiet });
  const app = new App({
    token: first.botToken,
    receiver,
    clientOptions: { slackApiUrl: `${first.local.url}/api/`, retryConfig: { retries: 0 } },
    ...quiet,
  });
  register(app, first);
  const server = await app.start(0);
  const address = 'address' in server ? server.address() : null;
  if (address === null || typeof address === 'string') throw new Error('the app has no port');
  const requestUrl = `http://127.0.0.1:${address.port}/slack/events`;
  const manifest = manifestWith({ scopes: everyScope, events: everyEvent, requestUrl });
  first.local.slack.world.apps.put(registered.app.id, { ...registered.app, manifest });
  return {
    ...first,
    app,
    stop: async () => {
      await app.stop();
      await first.close();
    },
  };
}

/** What a listener heard, in order, and a way to wait for more of it. */
export function heard<T>(): { all: T[]; next(what: string): Promise<T> } {
  const all: T[] = [];
  let taken = 0;
  return {
    all,
    next: async (what) => {
      const found = await until(() => (all.length > taken ? { value: all[taken] } : undefined), what);
      taken += 1;
      return found.value as T;
    },
  };
}
