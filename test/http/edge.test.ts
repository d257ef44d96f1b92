import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booleanFlag, shownTo, stateHolder } from '../read/state-holder.ts';
import { ask, KEY, startServer, type TestServer } from './server.ts';

const ANN = { context: { targetingKey: 'ann' } };
let server: TestServer;
let closed: boolean;

beforeEach(async () => {
  closed = false;
  server = await startServer();
  server.holder.put(booleanFlag('checkout', { exposures: shownTo({ everyone: 10_000 }) }));
});
afterEach(async () => {
  if (!closed) await server.close();
});

async function page(path: string, init: RequestInit = {}) {
  const response = await fetch(`${server.baseUrl}${path}`, init);
  return { response, text: await response.text() };
}

describe('the HTTP edge', () => {
  it('is up', async () => {
    const { response, text } = await page('/healthz');
    expect(response.status).toBe(200);
    expect(JSON.parse(text)).toEqual({ status: 'up' });
  });

  it.each([
    ['/nowhere', 404],
    ['/nowhere?secret=1', 404],
    ['/ofrep/v1/evaluate/flags/%E0%A4', 400],
  ])('answers with a problem document where there is nothing: %s', async (path, status) => {
    const { response, text } = await page(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.parse(text)).toMatchObject({ status, requestId: expect.any(String) });
    expect(text).not.toContain('secret');
  });

  it('gives its own failures a request id and no stack, and the log the rest', async () => {
    const holder = stateHolder();
    let broken = false;
    const failing = await startServer({
      holder,
      state: {
        ...holder,
        freshness() {
          if (broken) throw new Error('the cupboard is bare');
          return holder.freshness();
        },
      },
    });
    broken = true;
    for (const path of ['/checkout', '']) {
      const response = await ask(failing, path, ANN);
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(text).not.toMatch(/cupboard|\.ts|at /);
      const { errorCode, errorDetails } = JSON.parse(text);
      expect(errorCode).toBe('GENERAL');
      const requestId = /[0-9a-f-]{36}/.exec(errorDetails)?.[0] ?? 'none';
      expect(failing.logged.find((line) => line.includes(requestId))).toContain('the cupboard is bare');
    }
    const ready = await fetch(`${failing.baseUrl}/readyz`);
    expect(ready.status).toBe(500);
    expect(await ready.text()).not.toContain('cupboard');
    await failing.close();
  });

  it('lets pages of other origins read flags, and nothing else', async () => {
    const origin = { origin: 'https://shop.example' };
    const preflight = await page('/ofrep/v1/evaluate/flags', {
      method: 'OPTIONS',
      headers: {
        ...origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-api-key',
      },
    });
    expect(preflight.response.status).toBe(204);
    expect(preflight.response.headers.get('access-control-allow-headers')).toMatch(/X-API-Key/);
    const read = await ask(server, '', ANN, { ...origin, 'x-api-key': KEY });
    expect(read.headers.get('access-control-allow-origin')).toBe('*');
    expect(read.headers.get('access-control-expose-headers')).toMatch(/ETag/);
    const refused = await ask(server, '', ANN, origin);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    const metrics = await page('/metrics', { headers: origin });
    expect(metrics.response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('metrics', () => {
  it('count reads by flag and outcome, requests by status, and tell the revision', async () => {
    await ask(server, '/checkout', ANN);
    await ask(server, '/checkout', ANN);
    await ask(server, '', ANN);
    for (const key of ['made-up-1', 'made-up-2']) await ask(server, `/${key}`, ANN);
    const { text } = await page('/metrics');
    expect(text).toContain(
      'rampart_flag_reads_total{environment="production",flag="checkout",outcome="on"} 3',
    );
    expect(text).toContain('flag="(unknown)",outcome="FLAG_NOT_FOUND"} 2');
    expect(text).not.toContain('made-up');
    expect(text).toMatch(/rampart_ofrep_request_duration_seconds_count\{request="single",status="200"\} 2/);
    expect(text).toMatch(/rampart_ofrep_request_duration_seconds_count\{request="bulk",status="200"\} 1/);
    expect(text).toContain(`rampart_revision ${server.holder.current().revision}`);
    expect(text).toContain('rampart_stale_seconds 0');
    expect(text).toContain('rampart_store_connected 1');
    expect(text).toContain('rampart_flags{environment="production",state="readable"} 1');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });
});

describe('closing', () => {
  it('takes seconds at most, with connections kept alive, connections that say nothing, and streams open', async () => {
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve, reject) => {
      request(`${server.baseUrl}/healthz`, { agent }, (reply) => reply.resume().on('end', resolve))
        .on('error', reject)
        .end();
    });
    const silent = connect(Number(new URL(server.baseUrl).port), '127.0.0.1');
    await once(silent, 'connect');
    const stream = await fetch(`${server.baseUrl}/ofrep/v1/events`, { headers: { 'x-api-key': KEY } });
    const startedAt = performance.now();
    await server.close();
    closed = true;
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(await stream.text()).toContain('refetchEvaluation');
    agent.destroy();
    silent.destroy();
  });

  it('waits three seconds for a request that does not end, and no longer', async () => {
    const half = request(`${server.baseUrl}/ofrep/v1/evaluate/flags/checkout`, {
      method: 'POST',
      headers: { 'x-api-key': KEY, 'content-type': 'application/json', 'content-length': 100 },
    });
    const ended = new Promise((resolve) => half.on('error', resolve));
    await new Promise<void>((resolve) =>
      half.on('socket', (socket) => socket.on('connect', () => resolve())),
    );
    half.write('{"context":');
    await page('/healthz');
    const startedAt = performance.now();
    await server.close();
    closed = true;
    await ended;
    expect(performance.now() - startedAt).toBeLessThan(6_000);
  });
});
