import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booleanFlag, readKey, shownTo } from '../read/state-holder.ts';
import { ask, bodyOf, KEY, startServer, type TestServer } from './server.ts';

let server: TestServer;

beforeEach(async () => {
  server = await startServer();
  server.holder.put(
    booleanFlag('beta-badge'),
    booleanFlag('checkout', { exposures: shownTo({ everyone: 10_000 }) }),
    booleanFlag('malformed', { exposures: shownTo({ everyone: 12.5 }) }),
  );
});
afterEach(() => server.close());

const ANN = { targetingKey: 'ann', plan: 'pro' };

function askAll(context: object, headers: Record<string, string> = {}): Promise<Response> {
  return ask(server, '', { context }, { 'x-api-key': KEY, ...headers });
}

async function etagOf(context: object, headers: Record<string, string> = {}): Promise<string> {
  const response = await askAll(context, headers);
  await response.arrayBuffer();
  return response.headers.get('etag') ?? '';
}

describe('evaluating all flags', () => {
  it('answers with every flag by key, failing ones included', async () => {
    const response = await askAll(ANN);
    expect(response.status).toBe(200);
    const { flags, metadata, eventStreams } = await bodyOf(response);
    expect(flags).toMatchObject([
      { key: 'beta-badge', value: false, variant: 'off', reason: 'STATIC' },
      { key: 'checkout', value: true, variant: 'on', reason: 'TARGETING_MATCH' },
      { key: 'malformed', errorCode: 'PARSE_ERROR' },
    ]);
    expect(metadata).toMatchObject({
      environment: 'production',
      version: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(eventStreams).toMatchObject([{ type: 'sse', inactivityDelaySec: 120 }]);
  });

  it('answers 400 for a context that is none', async () => {
    const response = await ask(server, '', { context: 'ann' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errorCode: 'INVALID_CONTEXT' });
  });

  it('answers 304 while neither the flags nor the context changed', async () => {
    const etag = await etagOf(ANN);
    const again = await askAll({ plan: 'pro', targetingKey: 'ann' }, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
    expect((await askAll(ANN, { 'if-none-match': `"other", W/${etag}` })).status).toBe(304);
  });

  it('answers anew for another context, another handling and changed flags', async () => {
    const etag = await etagOf(ANN);
    expect(await etagOf({ ...ANN, plan: 'free' })).not.toBe(etag);
    expect(await etagOf(ANN, { prefer: 'handling=strict' })).not.toBe(etag);
    server.holder.put(booleanFlag('beta-badge', { exposures: shownTo({ everyone: 10_000 }) }));
    const changed = await askAll(ANN, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect((await bodyOf(changed)).flags[0]).toMatchObject({ key: 'beta-badge', value: true });
  });

  it('gives the old entity tag again once the flags are back to what they were', async () => {
    const etag = await etagOf(ANN);
    server.holder.put(booleanFlag('beta-badge', { exposures: shownTo({ everyone: 10_000 }) }));
    server.holder.put(booleanFlag('beta-badge'));
    expect(await etagOf(ANN)).toBe(etag);
  });

  it('tells environments apart by key', async () => {
    server.holder.issue(readKey('rk_staging', { environment: 'staging' }));
    const staging = await ask(server, '', { context: ANN }, { 'x-api-key': 'rk_staging' });
    expect((await bodyOf(staging)).flags[1]).toMatchObject({ key: 'checkout', value: false });
    expect(staging.headers.get('etag')).not.toBe(await etagOf(ANN));
  });
});
