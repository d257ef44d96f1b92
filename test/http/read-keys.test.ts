import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booleanFlag, readKey, shownTo } from '../read/state-holder.ts';
import { ask, bodyOf, KEY, startServer, type TestServer } from './server.ts';

const ANN = { context: { targetingKey: 'ann' } };
let server: TestServer;

beforeEach(async () => {
  server = await startServer({ readLimit: { perSecond: 1, burst: 3 } });
  server.holder.put(booleanFlag('checkout', { exposures: shownTo({ everyone: 10_000 }) }));
});
afterEach(() => server.close());

describe('a read key', () => {
  it.each([
    ['Authorization: Bearer', { authorization: `Bearer ${KEY}` }],
    ['a bearer in any case', { authorization: `bearer ${KEY}` }],
    ['X-API-Key', { 'x-api-key': KEY }],
  ])('is taken from %s', async (_, headers) => {
    expect((await ask(server, '/checkout', ANN, headers)).status).toBe(200);
  });

  it.each([
    ['none', {}],
    ['an unknown one', { authorization: 'Bearer rk_other' }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['the hash instead of the key', { 'x-api-key': readKey(KEY).sha256 }],
    ['another scheme', { authorization: `Basic ${KEY}` }],
  ])('is needed: 401 for %s, before the body is looked at', async (_, headers) => {
    const response = await ask(server, '/checkout', '{"no json', headers);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({ errorDetails: expect.any(String) });
  });

  it('is refused once revoked', async () => {
    server.holder.issue(readKey(KEY, { revokedAt: '2025-11-21T09:00:00.000Z' }));
    const response = await ask(server, '/checkout', ANN);
    expect(response.status).toBe(401);
    expect((await bodyOf(response)).errorDetails).toContain('revoked');
  });

  it('of an environment that is no more is forbidden', async () => {
    server.holder.issue(readKey('rk_gone', { environment: 'preview' }));
    expect((await ask(server, '/checkout', ANN, { 'x-api-key': 'rk_gone' })).status).toBe(403);
  });

  it('may ask so often and no more, each for itself', async () => {
    server.holder.issue(readKey('rk_quiet'));
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask(server, '/checkout', ANN)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await ask(server, '/checkout', ANN);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect((await ask(server, '/checkout', ANN, { 'x-api-key': 'rk_quiet' })).status).toBe(200);
  });

  it('never gets into the log', async () => {
    await ask(server, '/checkout', '{', { authorization: `Bearer ${KEY}` });
    await ask(server, '/checkout', ANN, { authorization: 'Bearer rk_other' });
    expect(server.logged.join()).not.toMatch(/rk_/);
  });
});
