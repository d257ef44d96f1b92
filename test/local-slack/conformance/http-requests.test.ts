import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isValidSlackRequest } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';
import { everyEvent, everyScope, manifestWith } from '../support/manifests.ts';
import { until } from '../support/until.ts';

/** Requests as they leave Slack, looked at on the wire. */
const docs = 'https://docs.slack.dev';

type Request = { path: string; headers: IncomingHttpHeaders; body: string };

let server: Server;
let requests: Request[];
let answer: (response: ServerResponse) => void;
let b: Bench;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({
        path: String(request.url),
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

beforeEach(async () => {
  requests = [];
  answer = (response) => response.end();
  const requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  b = await bench(manifestWith({ scopes: everyScope, events: everyEvent, requestUrl }), Date.now());
});

afterEach(() => b.close());
afterAll(() => server.close());

async function first(): Promise<Request> {
  await until(() => requests.length > 0, 'a request');
  const [request] = requests;
  if (!request) throw new Error('no request');
  return request;
}

const secret = () => String(b.local.apps[0]?.app.signingSecret);

describe(`a request (${docs}/authentication/verifying-requests-from-slack)`, () => {
  it('is signed over the version, the time and the raw body', async () => {
    await (await b.people()).as('mara').says('hello', { in: '#releases' });
    const { headers, body } = await first();
    const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
    const expected = `v0=${createHmac('sha256', secret()).update(base).digest('hex')}`;
    expect(headers['x-slack-signature']).toBe(expected);
    expect(Math.abs(Date.now() / 1000 - Number(headers['x-slack-request-timestamp']))).toBeLessThan(120);
  });

  it("passes Bolt's own check, and not with another secret", async () => {
    await (await b.people()).as('mara').says('hello', { in: '#releases' });
    const { headers, body } = await first();
    const signed = {
      'x-slack-signature': String(headers['x-slack-signature']),
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    };
    expect(isValidSlackRequest({ signingSecret: secret(), body, headers: signed })).toBe(true);
    expect(isValidSlackRequest({ signingSecret: 'other', body, headers: signed })).toBe(false);
    expect(isValidSlackRequest({ signingSecret: secret(), body: `${body} `, headers: signed })).toBe(false);
  });
});

it(`goes to the address given for its kind (${docs}/reference/app-manifest)`, async () => {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { manifest, ...app } = b.local.apps[0]?.app ?? { manifest: undefined };
  if (!manifest || !('id' in app)) throw new Error('there is no app');
  const { settings, features } = manifest;
  b.local.slack.world.apps.put(app.id, {
    ...app,
    manifest: {
      ...manifest,
      features: {
        ...features,
        slash_commands: features.slash_commands.map((one) => ({ ...one, url: `${base}/commands` })),
      },
      settings: {
        ...settings,
        event_subscriptions: { ...settings.event_subscriptions, request_url: `${base}/events` },
        interactivity: {
          is_enabled: true,
          request_url: `${base}/clicks`,
          message_menu_options_url: `${base}/options`,
        },
      },
    },
  });
  const mara = (await b.people()).as('mara');
  await mara.says('hello', { in: '#releases' });
  await mara.types('/try', { in: '#releases' });
  await mara.uses('Start');
  const select = { type: 'external_select', action_id: 'a' };
  const blocks = [{ type: 'actions', block_id: 'b', elements: [select] }];
  const { ts } = await b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x', blocks });
  await mara.screen.act({
    type: 'suggest',
    on: { channel: 'CRELEASES1', message: String(ts) },
    blockId: 'b',
    actionId: 'a',
    value: 'x',
  });
  await until(() => requests.length >= 5, 'all of them');
  const paths = requests.map(({ path }) => path);
  expect(paths.filter((path) => path !== '/events')).toEqual(['/commands', '/clicks', '/options']);
  expect(paths.filter((path) => path === '/events')).toHaveLength(2);
});

describe('the form of a request', () => {
  it(`is JSON for events (${docs}/apis/events-api)`, async () => {
    await (await b.people()).as('mara').says('hello', { in: '#releases' });
    const { headers, body } = await first();
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body)).toMatchObject({ type: 'event_callback', event: { text: 'hello' } });
  });

  it(`is a form for commands (${docs}/interactivity/implementing-slash-commands)`, async () => {
    await (await b.people()).as('mara').types('/try it', { in: '#releases' });
    const { headers, body } = await first();
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({ command: '/try', text: 'it' });
  });

  it(`is a form with one field for interactions (${docs}/interactivity/handling-user-interaction)`, async () => {
    await (await b.people()).as('mara').uses('Start');
    const { body } = await first();
    const payload = new URLSearchParams(body).get('payload');
    expect(JSON.parse(String(payload))).toMatchObject({ type: 'shortcut', callback_id: 'start' });
  });
});

describe(`retries (${docs}/apis/events-api#retries)`, () => {
  /** How much time passes until so many requests came, in steps of five seconds; `most` when they never do. */
  const passesUntil = async (count: number, most = 600_000): Promise<number> => {
    for (let passed = 0; passed < most; passed += 5000) {
      if (requests.length >= count) return passed;
      b.clock.move(5000);
      await b.callAtOnce('api.test');
    }
    return most;
  };

  it('say which they are and why', async () => {
    answer = (response) => response.writeHead(500).end();
    await (await b.people()).as('mara').says('hello', { in: '#releases' });
    await until(() => requests.length === 2, 'the first time, and the retry that follows at once');
    expect(requests[0]?.headers).not.toHaveProperty('x-slack-retry-num');
    expect(requests[1]?.headers).toMatchObject({
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_error',
    });
    expect(await passesUntil(3)).toBeGreaterThanOrEqual(60_000);
    expect(await passesUntil(4)).toBeGreaterThanOrEqual(300_000);
    expect(requests[3]?.headers).toMatchObject({ 'x-slack-retry-num': '3' });
    await passesUntil(5, 3_600_000);
    expect(requests).toHaveLength(4);
  });

  it('stop when the app says so', async () => {
    answer = (response) => response.writeHead(500, { 'x-slack-no-retry': '1' }).end();
    await (await b.people()).as('mara').says('hello', { in: '#releases' });
    await first();
    await until(() => b.local.slack.deliverer.pending() === 0, 'the answer');
    await passesUntil(2);
    expect(requests).toHaveLength(1);
  });

  it('stop when the app answered', async () => {
    await (await b.people()).as('mara').says('hello', { in: '#releases' });
    await first();
    await until(() => b.local.slack.deliverer.pending() === 0, 'the answer');
    await passesUntil(2);
    expect(requests).toHaveLength(1);
  });
});

describe(`an answer (${docs}/interactivity/implementing-slash-commands#responding_to_commands)`, () => {
  it('in plain text is shown to the person', async () => {
    answer = (response) => response.end('just words');
    const mara = (await b.people()).as('mara');
    await mara.types('/try', { in: '#releases' });
    await mara.sees('just words', { ephemeral: true });
  });

  it('other than 200 is a failure', async () => {
    answer = (response) => response.writeHead(503).end();
    await expect((await b.people()).as('mara').types('/try')).rejects.toMatchObject({
      trouble: 'dispatch_failed',
    });
  });

  it('that takes longer than 3 seconds is too late', async () => {
    answer = () => undefined;
    const typed = expect((await b.people()).as('mara').types('/try')).rejects.toMatchObject({
      trouble: 'operation_timeout',
    });
    await first();
    b.clock.move(3000);
    await typed;
  });
});
