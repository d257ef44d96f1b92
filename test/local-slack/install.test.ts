import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/local-slack/server.ts';
import { manifestWith } from './support/manifests.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'local-slack-install-'));
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function installed(scopes: string[]) {
  const local = await startLocalSlack({ port: 0, manifests: [manifestWith({ scopes })], dataDir: dir });
  await local.close();
  const [first] = local.apps;
  if (!first) throw new Error('there is no app');
  return first;
}

it('an app keeps its ids and tokens, and takes up the scopes of a changed manifest', async () => {
  const before = await installed(['chat:write']);
  const after = await installed(['chat:write', 'users:read']);
  expect(after.app).toMatchObject({ id: before.app.id, appToken: before.app.appToken });
  expect(after.install).toMatchObject({ botToken: before.install.botToken, botUser: before.install.botUser });
  expect(after.install.scopes).toEqual(['chat:write', 'users:read']);
});

it('an app is in the channels that apps are invited to from the start, once', async () => {
  await installed(['chat:write']);
  const local = await startLocalSlack({
    port: 0,
    manifests: [manifestWith({ scopes: ['chat:write'] })],
    dataDir: dir,
  });
  const bot = local.apps[0]?.install.botUser;
  for (const channel of ['CRELEASES1', 'CGENERAL01']) {
    const { members = [] } = local.slack.world.conversations.get(channel) ?? {};
    expect(members.filter((member) => member === bot)).toHaveLength(1);
  }
  await local.close();
});
