import { App } from '@slack/bolt';
import { listenToActions } from './actions/index.ts';
import { listenToCommands } from './commands/slash.ts';
import { createSlackLogger } from './connection/slack-logger.ts';
import { listenToHome } from './events/home.ts';
import { listenToMentions } from './events/mention.ts';
import { listenToPeople } from './events/people.ts';
import { apologise } from './listening/apologise.ts';
import { createOnce } from './listening/once.ts';
import type { Parts } from './listening/parts.ts';
import { createWork } from './listening/work.ts';
import { createIncoming, type Transport } from './receiver.ts';
import { listenToLinkShortcut } from './shortcuts/link-to-release.ts';
import { listenToPlanShortcut } from './shortcuts/plan-release.ts';
import { listenToViews } from './views/index.ts';

/** The listening half of the Slack edge. */
export type SlackApp = {
  /** Connects: throws when Slack refuses who we are, waits while it cannot be reached. */
  start(): Promise<void>;
  /** Takes nothing new, and waits for what is under way. */
  stop(): Promise<void>;
  /** Where Slack's requests come in over HTTP; null with Socket Mode. */
  address(): string | null;
};

/** What is still under way after this is left to its fate, so that a stop ends. */
const DRAIN_WITHIN_MS = 7_000;

/**
 * Rampart in Slack, on Bolt. Slack is acknowledged at once; what takes longer comes after, and is waited for when
 * Rampart stops.
 */
export function createSlackApp(parts: Parts, transport: Transport): SlackApp {
  const { connection, log, clock } = parts;
  const logger = createSlackLogger(log);
  const incoming = createIncoming(transport, { logger, clock, log });
  const work = createWork();
  const stopping = new AbortController();
  const app = new App({
    receiver: incoming.receiver,
    logger,
    // One workspace: who Slack says we are there stands in the connection.
    authorize: async () => {
      const workspace = connection.workspace();
      if (workspace === null) throw new Error('not connected to Slack yet');
      return { botId: workspace.botId, botUserId: workspace.botUser };
    },
    convoStore: false,
    extendedErrorHandler: true,
  });

  app.use(async ({ next }) => work.track(next()));
  app.error(async ({ error, body }: { error: Error; body: unknown }) => {
    const requestId = parts.newId();
    log.error({ err: error, requestId }, 'a request from Slack could not be handled');
    await apologise(body, requestId, parts);
  });

  const isFirst = createOnce();
  listenToCommands(app, parts);
  listenToMentions(app, parts, isFirst);
  listenToActions(app, parts);
  listenToViews(app, parts);
  listenToPlanShortcut(app, parts);
  listenToLinkShortcut(app, parts);
  listenToHome(app, parts);
  listenToPeople(app, parts);

  return {
    async start() {
      await connection.connect(stopping.signal);
      await incoming.start();
    },
    async stop() {
      stopping.abort();
      await incoming.stop();
      await work.drain(DRAIN_WITHIN_MS);
    },
    address: incoming.address,
  };
}
