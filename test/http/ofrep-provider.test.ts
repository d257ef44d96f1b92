import { OFREPProvider } from '@openfeature/ofrep-provider';
import { type Client, OpenFeature } from '@openfeature/server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlagValue } from '../../src/flag/flag.ts';
import { booleanFlag, INTERNAL, shownTo } from '../read/state-holder.ts';
import { KEY, startServer, type TestServer } from './server.ts';

const ANN = { targetingKey: 'ann', email: 'ann@acme.example' };
const BOB = { targetingKey: 'bob', email: 'bob@mail.example' };

let server: TestServer;
let client: Client;

function flagOf(key: string, off: FlagValue, on: FlagValue) {
  return booleanFlag(key, {
    off: { value: off, description: '' },
    variants: [{ name: 'on', value: on, description: '', weight: 1 }],
    exposures: shownTo({ internal: 10_000 }),
  });
}

async function clientWith(domain: string, headers: Record<string, string>, baseUrl = server.baseUrl) {
  await OpenFeature.setProviderAndWait(domain, new OFREPProvider({ baseUrl, headers }));
  return OpenFeature.getClient(domain);
}

beforeAll(async () => {
  server = await startServer();
  server.holder.define(INTERNAL);
  server.holder.put(
    flagOf('checkout', false, true),
    flagOf('greeting', 'Hello', 'Servus – grüß dich 👋'),
    flagOf('page-size', 20, 50.5),
    flagOf('theme', { dark: false }, { dark: true, accent: { hue: 161, names: ['moss', null] } }),
    booleanFlag('dark-one'),
  );
  client = await clientWith('types', { Authorization: `Bearer ${KEY}` });
});
afterAll(async () => {
  await OpenFeature.close();
  await server.close();
});

describe('the official OFREP provider', () => {
  it('reads a boolean, a string, a number and an object, on and off', async () => {
    expect(await client.getBooleanValue('checkout', false, ANN)).toBe(true);
    expect(await client.getBooleanValue('checkout', true, BOB)).toBe(false);
    expect(await client.getStringValue('greeting', '', ANN)).toBe('Servus – grüß dich 👋');
    expect(await client.getStringValue('greeting', '', BOB)).toBe('Hello');
    expect(await client.getNumberValue('page-size', 0, ANN)).toBe(50.5);
    expect(await client.getNumberValue('page-size', 0, BOB)).toBe(20);
    expect(await client.getObjectValue('theme', {}, ANN)).toEqual({
      dark: true,
      accent: { hue: 161, names: ['moss', null] },
    });
    expect(await client.getObjectValue('theme', {}, BOB)).toEqual({ dark: false });
  });

  it('gets variant and reason', async () => {
    expect(await client.getBooleanDetails('checkout', false, ANN)).toMatchObject({
      variant: 'on',
      reason: 'TARGETING_MATCH',
      flagMetadata: { bucketing: 'fractional-v2' },
    });
    expect(await client.getBooleanDetails('dark-one', true, ANN)).toMatchObject({
      value: false,
      variant: 'off',
      reason: 'STATIC',
    });
  });

  it('gets the code default for a flag that does not exist, a wrong type, and a missing targeting key if strict', async () => {
    const strict = await clientWith('strict', { 'X-API-Key': KEY, Prefer: 'handling=strict' });
    expect(await client.getBooleanDetails('no-such', true, ANN)).toMatchObject({
      value: true,
      errorCode: 'FLAG_NOT_FOUND',
    });
    expect(await client.getStringDetails('checkout', 'code', ANN)).toMatchObject({
      value: 'code',
      errorCode: 'TYPE_MISMATCH',
    });
    expect(await strict.getBooleanDetails('checkout', true, {})).toMatchObject({
      value: true,
      errorCode: 'TARGETING_KEY_MISSING',
    });
  });

  it('is off for somebody without a targeting key, whatever the code default', async () => {
    expect(await client.getBooleanDetails('checkout', true, { email: 'x@acme.example' })).toMatchObject({
      value: false,
      variant: 'off',
    });
  });

  it('gets the code default with a key that is not known', async () => {
    const stranger = await clientWith('stranger', { Authorization: 'Bearer rk_unknown' });
    expect(await stranger.getBooleanDetails('checkout', true, ANN)).toMatchObject({
      value: true,
      reason: 'ERROR',
    });
  });

  it('sees a change with the next read', async () => {
    expect(await client.getBooleanValue('dark-one', true, BOB)).toBe(false);
    server.holder.put(booleanFlag('dark-one', { exposures: shownTo({ everyone: 10_000 }) }));
    expect(await client.getBooleanValue('dark-one', false, BOB)).toBe(true);
    server.holder.put(booleanFlag('dark-one'));
    expect(await client.getBooleanValue('dark-one', true, BOB)).toBe(false);
  });
});
