import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger as SlackLogger } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { atMost } from './connection/at-most.ts';
import { withApiPath } from './connection/web-clients.ts';

/** How Slack's requests reach us. */
export type Transport =
  | { kind: 'socket'; appToken: string; apiUrl: string | null }
  | { kind: 'http'; signingSecret: string; host: string; port: number };

/** Where Slack's requests come in; `address` is known once it listens, and only over HTTP. */
export type Incoming = {
  receiver: Receiver;
  start(): Promise<void>;
  stop(): Promise<void>;
  address(): string | null;
};

/** Slack refuses what is older; we also refuse what is from the future, which Bolt lets pass. */
const MOST_OFF_SECONDS = 5 * 60;
const REQUESTS_PATH = '/slack/events';
const LONGEST_RETRY_WAIT_MS = 30_000;
const CLOSE_WITHIN_MS = 1_000;
/** How long Slack's client waits for a pong, and, by the same number, before it connects again. */
const RECONNECT_AFTER_MS = 2_000;

export function createIncoming(
  transport: Transport,
  parts: { logger: SlackLogger; clock: Clock; log: Logger },
): Incoming {
  return transport.kind === 'socket' ? overSocket(transport, parts.logger) : overHttp(transport, parts);
}

function overSocket(
  { appToken, apiUrl }: Extract<Transport, { kind: 'socket' }>,
  logger: SlackLogger,
): Incoming {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: RECONNECT_AFTER_MS,
    installerOptions: {
      clientOptions: {
        // Never gives up: a Slack that is away for an hour is reconnected to when it is back.
        retryConfig: { forever: true, factor: 1.5, minTimeout: 500, maxTimeout: LONGEST_RETRY_WAIT_MS },
        timeout: LONGEST_RETRY_WAIT_MS,
        ...(apiUrl === null ? {} : { slackApiUrl: withApiPath(apiUrl) }),
      },
    },
  });
  return {
    receiver,
    start: async () => void (await receiver.start()),
    // The receiver's own stop does not wait for the connection to close.
    stop: () => atMost(receiver.client.disconnect(), CLOSE_WITHIN_MS),
    address: () => null,
  };
}

function overHttp(
  { signingSecret, host, port }: Extract<Transport, { kind: 'http' }>,
  { logger, clock, log }: { logger: SlackLogger; clock: Clock; log: Logger },
): Incoming {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: REQUESTS_PATH, logger });
  const server = createServer((request, response) => {
    if (!isTimely(request, clock())) return refuse(response, 401);
    try {
      receiver.requestListener(request, response);
    } catch (error) {
      // The receiver throws for paths that are not its own.
      log.debug({ err: error, url: request.url }, 'a request that is not for Slack');
      refuse(response, 404);
    }
  });
  return {
    receiver,
    start: () => listen(server, host, port),
    stop: () => close(server),
    address: () => addressOf(server),
  };
}

/** Without a timestamp it is not signed either, which the receiver finds out; an SSL check has none. */
function isTimely(request: IncomingMessage, now: Date): boolean {
  const stamp = request.headers['x-slack-request-timestamp'];
  if (stamp === undefined) return true;
  const seconds = Number(stamp);
  return Number.isFinite(seconds) && Math.abs(now.getTime() / 1_000 - seconds) <= MOST_OFF_SECONDS;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

function addressOf(server: Server): string | null {
  const address = server.address();
  return typeof address === 'object' && address !== null
    ? `http://127.0.0.1:${address.port}${REQUESTS_PATH}`
    : null;
}
