import { FlagdCore } from '@openfeature/flagd-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BETA, booleanFlag, shownTo } from '../read/state-holder.ts';
import { ask, bodyOf, KEY, startServer, type TestServer } from './server.ts';

let server: TestServer;

beforeEach(async () => {
  server = await startServer();
  server.holder.define(BETA);
  server.holder.put(
    booleanFlag('checkout', { exposures: shownTo({ beta: 7_500, everyone: 2_500 }) }),
    booleanFlag('dark-one'),
  );
});
afterEach(() => server.close());

function fetchFlags(headers: Record<string, string> = { 'x-api-key': KEY }): Promise<Response> {
  return fetch(`${server.baseUrl}/flagd/v1/flags`, { headers });
}

describe('the flagd document', () => {
  it('gives in process what OFREP gives', async () => {
    const core = new FlagdCore();
    core.setConfigurations(await (await fetchFlags()).text());
    for (let id = 0; id < 60; id += 1) {
      const context = { targetingKey: `user-${id}`, beta: id % 3 === 0 };
      const inProcess = core.resolveBooleanEvaluation('checkout', false, context);
      const remote = await bodyOf(await ask(server, '/checkout', { context }));
      expect(remote).toMatchObject({
        value: inProcess.value,
        variant: inProcess.variant,
        reason: inProcess.reason,
      });
    }
  });

  it('is not sent again while nothing changed', async () => {
    const first = await fetchFlags();
    const etag = first.headers.get('etag') ?? '';
    expect((await fetchFlags({ 'x-api-key': KEY, 'if-none-match': etag })).status).toBe(304);
    server.holder.remove('dark-one');
    const changed = await fetchFlags({ 'x-api-key': KEY, 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(Object.keys(((await changed.json()) as { flags: object }).flags)).toEqual(['checkout']);
  });

  it('needs a read key', async () => {
    const response = await fetchFlags({});
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});
