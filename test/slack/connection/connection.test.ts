import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../src/local-slack/server.ts';
import { createConnection } from '../../../src/slack/connection/connection.ts';
import { firstRun } from '../../../src/slack/connection/first-run.ts';
import { withApiPath } from '../../../src/slack/connection/web-clients.ts';
import { manifestOfRampart } from '../../support/manifest-of-rampart.ts';

const log = pino({ level: 'silent' });
const never = () => new AbortController().signal;

describe('the connection to Slack', () => {
  let local: LocalSlack;
  beforeEach(async () => {
    local = await startLocalSlack({ port: 0, manifests: [manifestOfRampart()], rateLimits: false });
  });
  afterEach(() => local.close());

  const botToken = () => local.apps[0]?.install.botToken ?? '';

  it('knows the workspace, and who Rampart is in it, once Slack said so', async () => {
    const connection = createConnection({ botToken: botToken(), apiUrl: local.url, log });
    expect(connection.workspace()).toBeNull();
    await connection.connect(never());
    const bot = local.apps[0]?.install.botUser;
    expect(connection.workspace()).toMatchObject({ teamId: 'TACME00001', enterpriseId: null, botUser: bot });
  });

  it('gives up at once when Slack refuses the token', async () => {
    const connection = createConnection({ botToken: 'xoxb-no-such-token', apiUrl: local.url, log });
    await expect(connection.connect(never())).rejects.toThrow(/invalid_auth/);
  });

  it('tries again while Slack is in trouble, and stops trying when told to', async () => {
    const connection = createConnection({ botToken: botToken(), apiUrl: local.url, log });
    local.slack.faults.add({
      on: 'api',
      method: 'auth.test',
      times: 1,
      effect: { type: 'server-error', status: 503 },
    });
    await connection.connect(never());
    expect(connection.workspace()?.teamId).toBe('TACME00001');

    const away = createConnection({ botToken: botToken(), apiUrl: 'http://127.0.0.1:9/', log });
    const stopping = new AbortController();
    const connecting = away.connect(stopping.signal);
    stopping.abort();
    await expect(connecting).rejects.toThrow(/stopped/);
  });

  it("finds the workspace's owner and the channel for cards at the first run", async () => {
    const connection = createConnection({ botToken: botToken(), apiUrl: local.url, log });
    await connection.connect(never());
    expect(await firstRun(connection, null)).toEqual({ by: 'TACME00001/UMARA00001', channel: 'CRELEASES1' });
    expect(await firstRun(connection, 'UKIRAN0001')).toMatchObject({ by: 'TACME00001/UKIRAN0001' });
  });

  it.each([
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/api/'],
    ['http://127.0.0.1:3000/api', 'http://127.0.0.1:3000/api/'],
    ['https://slack.com/api/', 'https://slack.com/api/'],
  ])('takes %s for where the methods are', (given, expected) => {
    expect(withApiPath(given)).toBe(expected);
  });
});
