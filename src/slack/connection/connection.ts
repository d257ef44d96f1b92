import { WebAPIPlatformError } from '@slack/web-api';
import type { Logger } from 'pino';
import { createSlackLogger } from './slack-logger.ts';
import { createWebClients, type WebClients } from './web-clients.ts';
import type { Workspace } from './workspace.ts';

/**
 * What the parts of the Slack edge share. Rampart starts and fires what is due also while Slack is away, so the
 * workspace is not known from the start.
 */
export type Connection = {
  clients: WebClients;
  /** Null until Slack answered for the first time. */
  workspace(): Workspace | null;
  /**
   * Asks Slack who we are. Throws at once when Slack refuses the token; when Slack cannot be reached it tries again
   * until `signal` says stop.
   */
  connect(signal: AbortSignal): Promise<Workspace>;
};

/** What waiting does not mend. */
const REFUSALS: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'not_allowed_token_type',
  'account_inactive',
  'token_expired',
  'token_revoked',
  'no_permission',
  'org_login_required',
  'ekm_access_denied',
]);

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

export function createConnection(options: {
  botToken: string;
  apiUrl: string | null;
  log: Logger;
}): Connection {
  const { log } = options;
  const clients = createWebClients({ ...options, logger: createSlackLogger(log) });
  let workspace: Workspace | null = null;

  async function ask(): Promise<Workspace> {
    const { team_id, enterprise_id, team, bot_id, user_id } = await clients.lookups.auth.test();
    if (team_id === undefined || bot_id === undefined || user_id === undefined) {
      throw new Error('Slack did not say which workspace the bot token belongs to');
    }
    return {
      teamId: team_id,
      enterpriseId: enterprise_id ?? null,
      name: team ?? team_id,
      botId: bot_id,
      botUser: user_id,
    };
  }

  return {
    clients,
    workspace: () => workspace,
    async connect(signal) {
      for (let waitMs = FIRST_WAIT_MS; workspace === null; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
        try {
          workspace = await ask();
        } catch (error) {
          if (error instanceof WebAPIPlatformError && REFUSALS.has(error.data.error)) throw error;
          log.warn({ err: error }, 'Slack cannot be reached yet; trying again');
          await pause(waitMs, signal);
        }
      }
      return workspace;
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(new Error('stopped before Slack could be reached'));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
