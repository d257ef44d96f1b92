import { type Logger as SlackLogger, WebClient } from '@slack/web-api';

export type ClientOptions = {
  botToken: string;
  /** Another Slack than slack.com, such as Local Slack; null for the real one. */
  apiUrl: string | null;
  logger: SlackLogger;
};

/**
 * A client for each kind of work. A 429 pauses everything that goes through one client, so a rate-limited channel
 * must not hold back the answer to a person, nor a look into the directory.
 */
export type WebClients = {
  /** Answers to people who wait for them: gives up soon. */
  answers: WebClient;
  /** The outbox, which retries by itself: every failure is reported at once. */
  outbox: WebClient;
  /** Look-ups that a decision waits for: quick or not at all. */
  lookups: WebClient;
};

const ANSWER_WITHIN_MS = 10_000;
const SEND_WITHIN_MS = 15_000;
const LOOK_UP_WITHIN_MS = 2_000;

export function createWebClients({ botToken, apiUrl, logger }: ClientOptions): WebClients {
  const shared = { logger, ...(apiUrl === null ? {} : { slackApiUrl: withApiPath(apiUrl) }) };
  const once = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  return {
    answers: new WebClient(botToken, {
      ...shared,
      timeout: ANSWER_WITHIN_MS,
      retryConfig: { retries: 2, minTimeout: 200, maxTimeout: 1_000 },
    }),
    outbox: new WebClient(botToken, { ...shared, ...once, timeout: SEND_WITHIN_MS }),
    lookups: new WebClient(botToken, { ...shared, ...once, timeout: LOOK_UP_WITHIN_MS }),
  };
}

/** `SLACK_API_URL` may name the server alone; the methods stand under `/api/`. */
export function withApiPath(apiUrl: string): string {
  const url = new URL(apiUrl);
  if (url.pathname === '/') url.pathname = '/api/';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}
