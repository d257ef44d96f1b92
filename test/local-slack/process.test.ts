import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/local-slack/driver.ts';
import type { Move } from '../../src/local-slack/seam.ts';
import { type Forked, forkLocalSlack, kill } from './support/forked.ts';
import { until } from './support/until.ts';

let dir: string;
const running: Forked[] = [];

async function start(): Promise<Forked> {
  const forked = await forkLocalSlack(dir);
  running.push(forked);
  return forked;
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'local-slack-'));
});

afterEach(async () => {
  for (const { child } of running.splice(0)) await kill(child, 'SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('Local Slack as a process', () => {
  it('says where it is and how to get in, and answers there', async () => {
    const { ready } = await start();
    const client = new WebClient(ready.botToken, { slackApiUrl: `${ready.url}/api/` });
    expect(await client.auth.test()).toMatchObject({ ok: true, team: 'Acme', user: 'rampart' });
    expect(ready.appToken).toMatch(/^xapp-/);
    expect(ready.aheadMs).toBe(0);
  });

  it('keeps messages and tokens through kill -9', async () => {
    const first = await start();
    const client = new WebClient(first.ready.botToken, { slackApiUrl: `${first.ready.url}/api/` });
    const { ts } = await client.chat.postMessage({ channel: 'CRELEASES1', text: 'still here' });
    await kill(first.child, 'SIGKILL');
    const second = await start();
    expect(second.ready.botToken).toBe(first.ready.botToken);
    const again = new WebClient(second.ready.botToken, { slackApiUrl: `${second.ready.url}/api/` });
    const { messages } = await again.conversations.history({ channel: 'CRELEASES1' });
    expect(messages?.map((message) => [message.ts, message.text])).toEqual([[ts, 'still here']]);
  });

  it('lets nobody else read what it keeps', async () => {
    await start();
    expect(statSync(join(dir, 'journal.jsonl')).mode & 0o777).toBe(0o600);
  });

  it('ends when its parent is killed', async () => {
    const parent = fileURLToPath(new URL('support/forking-parent.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', parent, '--port', '0', '--data', dir]);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const pid = Number(String(said));
    expect(isAlive(pid)).toBe(true);
    child.kill('SIGKILL');
    await until(() => !isAlive(pid), 'the end of Local Slack');
  });

  it('ends cleanly on SIGTERM', async () => {
    const { child } = await start();
    expect(await kill(child, 'SIGTERM')).toBe(0);
  });

  it('refuses to listen anywhere but on 127.0.0.1', async () => {
    const main = fileURLToPath(new URL('../../src/local-slack/main.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', main, '--host', '0.0.0.0', '--data', dir]);
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(2);
  });
});

describe('the clock seam', () => {
  it('does not move without a parent that follows', async () => {
    const { ready } = await start();
    const driver = await connect(ready.url);
    await expect(driver.as('mara').skips(3_600_000)).rejects.toMatchObject({ trouble: 'clock_not_movable' });
    driver.close();
  });

  it('asks the parent to move, follows it, and remembers how far ahead it is', async () => {
    const { child, ready, tell } = await start();
    tell({ type: 'movable' });
    child.on('message', (message: Move) => {
      const at = new Date(message.to).toISOString();
      tell({ type: 'clock', now: at, nextDueAt: null });
      tell({ type: 'moved', id: message.id, now: at, nextDueAt: null });
    });
    const driver = await connect(ready.url);
    const mara = driver.as('mara');
    await until(() => mara.screen.clock.movable, 'a movable clock');
    await mara.skips(3_600_000);
    await until(() => mara.screen.clock.aheadMs > 3_590_000, 'the moved clock');
    driver.close();
    await kill(child, 'SIGKILL');
    const again = await start();
    expect(again.ready.aheadMs).toBeGreaterThan(3_590_000);
    expect(again.ready.aheadMs).toBeLessThan(3_660_000);
  });

  it('says when something is due, and skips to it', async () => {
    const { child, ready, tell } = await start();
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    tell({ type: 'movable' });
    tell({ type: 'clock', now: new Date().toISOString(), nextDueAt: dueAt });
    child.on('message', (message: Move) => {
      expect(message.to).toBe('next');
      tell({ type: 'moved', id: message.id, now: dueAt, nextDueAt: null });
    });
    const driver = await connect(ready.url);
    const mara = driver.as('mara');
    await until(() => mara.screen.clock.nextDueAt === dueAt, 'what is due next');
    await mara.skips('next');
    await until(() => mara.screen.clock.nextDueAt === null, 'nothing due');
    expect(Date.parse(mara.screen.clock.now)).toBeGreaterThanOrEqual(Date.parse(dueAt));
    driver.close();
  });
});
