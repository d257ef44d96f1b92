import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOptions } from '../../src/local-slack/options.ts';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/server.ts';
import { manifestWith } from './support/manifests.ts';

/** What keeps Local Slack on its own machine. */
let local: LocalSlack;

beforeAll(async () => {
  local = await startLocalSlack({ port: 0, manifests: [manifestWith({ scopes: [] })] });
});

afterAll(() => local.close());

function ask(path: string, headers: Record<string, string>): Promise<number> {
  const { port } = new URL(local.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('Local Slack', () => {
  it('answers to its own names only, so that a page elsewhere cannot reach it by a name of its own', async () => {
    const { port } = new URL(local.url);
    expect(await ask('/client/people', { host: `127.0.0.1:${port}` })).toBe(200);
    expect(await ask('/client/people', { host: `localhost:${port}` })).toBe(200);
    expect(await ask('/client/people', { host: `evil.example:${port}` })).toBe(403);
    expect(await ask('/client/people', { host: '127.0.0.1' })).toBe(403);
  });

  it('takes nothing from pages of other origins', async () => {
    const { host } = new URL(local.url);
    expect(await ask('/client/people', { host, origin: `http://${host}` })).toBe(200);
    expect(await ask('/client/people', { host, origin: 'https://evil.example' })).toBe(403);
    expect(await ask('/client/people', { host, origin: 'null' })).toBe(403);
  });

  it('has no control interface unless a test opened it', async () => {
    const response = await fetch(`${local.url}/control/move-clock`, { method: 'POST', body: '{"byMs":1}' });
    expect(response.status).toBe(404);
  });

  it('serves nothing from outside its own pages', async () => {
    const { host } = new URL(local.url);
    expect(await ask('/..%2f..%2f..%2fpackage.json', { host })).toBe(404);
    expect(await ask('/../../../package.json', { host })).toBe(404);
    expect(await ask('/..%2fvite.config.ts', { host })).toBe(404);
  });

  it('takes 64 MiB at once and no more', async () => {
    const post = async (bytes: number) => {
      const body = new Uint8Array(bytes);
      return (await fetch(`${local.url}/api/api.test`, { method: 'POST', body })).status;
    };
    expect(await post(64 * 1024 * 1024)).toBe(200);
    expect(await post(64 * 1024 * 1024 + 1)).toBe(413);
  });

  it('listens on 127.0.0.1 alone', () => {
    expect(readOptions(['--host', '127.0.0.1'], {})).toMatchObject({ ok: true });
    expect(readOptions(['--host', '0.0.0.0'], {})).toMatchObject({ ok: false });
    expect(new URL(local.url).hostname).toBe('127.0.0.1');
  });

  it('names a bad option', () => {
    expect(readOptions(['--port', 'abc'], {})).toMatchObject({
      ok: false,
      problem: expect.stringContaining('abc'),
    });
    expect(readOptions([], { LOCAL_SLACK_PORT: '70000' })).toMatchObject({ ok: false });
    expect(readOptions(['--nonsense'], {})).toMatchObject({ ok: false });
    expect(readOptions([], { LOCAL_SLACK_PORT: '3100' })).toMatchObject({ options: { port: 3100 } });
  });
});
