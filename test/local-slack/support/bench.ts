import { WebAPIPlatformError, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { type Clock, runningClock } from '../../../src/local-slack/clock.ts';
import { connect, type Driver } from '../../../src/local-slack/driver.ts';
import { type LocalSlack, startLocalSlack } from '../../../src/local-slack/server.ts';
import type { Manifest } from '../../../src/local-slack/state/manifest.ts';
import { everyScope, manifestWith } from './manifests.ts';

/** Where everything in these tests begins: a Monday in spring, at noon UTC. */
const START = Date.UTC(2026, 3, 6, 12);

export type Answer = { ok: boolean; error?: string; [field: string]: unknown };

/** A Local Slack with one app in it, and Slack's own client for that app. Time stands still unless moved. */
export type Bench = {
  local: LocalSlack;
  clock: Clock;
  client: WebClient;
  botToken: string;
  appToken: string;
  appId: string;
  botUser: string;
  botId: string;
  /** Calls a method; an error of Slack's is an answer too. The calendar moves a minute first, so that no limit is near. */
  call(method: string, args?: Record<string, unknown>): Promise<Answer>;
  /** Calls it without letting time pass. */
  callAtOnce(method: string, args?: Record<string, unknown>, token?: string): Promise<Answer>;
  people(): Promise<Driver>;
  close(): Promise<void>;
};

export async function bench(
  manifest: Manifest = manifestWith({ scopes: everyScope }),
  startAt: number = START,
): Promise<Bench> {
  const clock = runningClock(0, () => startAt);
  const local = await startLocalSlack({ port: 0, manifests: [manifest], clock, control: true });
  const [first] = local.apps;
  if (!first) throw new Error('there is no app');
  const { app, install } = first;
  const client = clientFor(local, install.botToken);
  const callAtOnce = (method: string, args: Record<string, unknown> = {}, token = install.botToken) =>
    answer(clientFor(local, token).apiCall(method, args));
  let driver: Driver | undefined;
  return {
    local,
    clock,
    client,
    botToken: install.botToken,
    appToken: app.appToken,
    appId: app.id,
    botUser: install.botUser,
    botId: install.botId,
    callAtOnce,
    call: (method, args) => {
      clock.skip(60_000);
      return callAtOnce(method, args);
    },
    people: async () => {
      driver ??= await connect(local.url);
      return driver;
    },
    close: async () => {
      driver?.close();
      await local.close();
    },
  };
}

function clientFor(local: LocalSlack, token: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: `${local.url}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => 'error' as never,
  setName: () => undefined,
};

/** What Slack answered, whether the client passed it on or threw it. */
export async function answer(call: Promise<unknown>): Promise<Answer> {
  try {
    return (await call) as Answer;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return error.data as unknown as Answer;
    if (error instanceof WebAPIRateLimitedError)
      return { ok: false, error: 'ratelimited', retryAfter: error.retryAfter };
    throw error;
  }
}

/** The messages that Slack sends along with an error. */
export function messagesOf(given: Answer): string[] {
  const metadata = given.response_metadata as { messages?: string[] } | undefined;
  return metadata?.messages ?? [];
}
