import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { booleanFlag, shownTo } from '../read/state-holder.ts';
import { ask, bodyOf, KEY, startServer, type TestServer } from './server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  server.holder.put(
    booleanFlag('checkout', { exposures: shownTo({ everyone: 10_000 }) }),
    booleanFlag('malformed', { exposures: shownTo({ everyone: 12.5 }) }),
  );
});
afterAll(() => server.close());

const ANN = { context: { targetingKey: 'ann' } };

async function answer(path: string, body: unknown, headers?: Record<string, string>) {
  const response = await ask(server, path, body, headers);
  return { status: response.status, body: await bodyOf(response) };
}

describe('evaluating one flag', () => {
  it('answers with value, variant and reason', async () => {
    expect(await answer('/checkout', ANN)).toEqual({
      status: 200,
      body: {
        key: 'checkout',
        value: true,
        variant: 'on',
        reason: 'TARGETING_MATCH',
        metadata: { bucketing: 'fractional-v2' },
      },
    });
  });

  it.each([
    ['404 for a flag that does not exist', '/no-such', ANN, 404, 'FLAG_NOT_FOUND'],
    ['404 for a key no flag could have', `/${'x'.repeat(300)}`, ANN, 404, 'FLAG_NOT_FOUND'],
    ['400 for a flag that cannot be read', '/malformed', ANN, 400, 'PARSE_ERROR'],
    ['400 for a body that is no JSON', '/checkout', '{"context":', 400, 'PARSE_ERROR'],
    [
      '400 for a body that reaches for prototypes',
      '/checkout',
      '{"__proto__":{"context":{}}}',
      400,
      'PARSE_ERROR',
    ],
    ['400 for an empty body', '/checkout', '', 400, 'INVALID_CONTEXT'],
    ['400 for no context', '/checkout', {}, 400, 'INVALID_CONTEXT'],
    [
      '400 for a numeric targeting key',
      '/checkout',
      { context: { targetingKey: 7 } },
      400,
      'INVALID_CONTEXT',
    ],
  ])('answers %s', async (_, path, body, status, errorCode) => {
    const got = await answer(path, body);
    expect(got).toMatchObject({ status, body: { key: path.slice(1), errorCode } });
    expect(got.body.errorDetails).toEqual(expect.any(String));
  });

  it('answers 413 for a body over 64 KB, and takes one just below', async () => {
    const padded = (bytes: number) => ({ context: { targetingKey: 'ann', pad: 'x'.repeat(bytes) } });
    expect((await answer('/checkout', padded(65_000))).status).toBe(200);
    expect(await answer('/checkout', padded(66_000))).toMatchObject({
      status: 413,
      body: { key: 'checkout', errorCode: 'INVALID_CONTEXT' },
    });
  });

  it('answers 415 for anything but JSON', async () => {
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'text/plain' };
    expect((await answer('/checkout', '{}', headers)).status).toBe(415);
  });

  it('stays itself whatever attributes a context brings', async () => {
    for (const attributes of [
      { constructor: { name: 'x' } },
      { toString: null },
      { $flagd: { flagKey: 'other' } },
      { targetingKey: 'a\u0000b' },
      { targetingKey: '\ud800' },
      { '': '', 'a.b': 1 },
    ]) {
      const context = { targetingKey: 'ann', ...attributes };
      expect(await answer('/checkout', { context })).toMatchObject({ status: 200, body: { value: true } });
    }
  });
});
