import { WebAPIRequestError } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bench } from './support/bench.ts';
import { boltOnSockets, heard, type Running } from './support/bolt.ts';
import { until } from './support/until.ts';

/** Trouble that a test asks for. */
const texts = heard<string>();
const retries = heard<number>();
let bolt: Running;

beforeEach(async () => {
  texts.all.length = 0;
  retries.all.length = 0;
  bolt = await boltOnSockets((app) => {
    app.message(/.*/, async ({ message, context }) => {
      if ('text' in message) texts.all.push(String(message.text));
      retries.all.push(context.retryNum ?? 0);
    });
  });
});

afterEach(() => bolt.stop());

const fault = async (request: Record<string, unknown>) => (await bolt.people()).control('fault', request);
const post = (b: Bench = bolt) => b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x' });
const posted = async () => {
  const { messages } = await bolt.call('conversations.history', { channel: 'CRELEASES1' });
  return (messages as unknown[]).length;
};

describe('a fault of the Web API', () => {
  it('is a 429 that says how long to wait', async () => {
    await fault({ on: 'api', method: 'chat.postMessage', effect: { type: 'rate-limited', retryAfterS: 7 } });
    expect(await post()).toMatchObject({ error: 'ratelimited', retryAfter: 7 });
    expect(await post()).toMatchObject({ ok: true });
  });

  it('is a server error', async () => {
    await fault({ on: 'api', method: '*', effect: { type: 'server-error', status: 503 } });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    expect(await post()).toMatchObject({ ok: true });
  });

  it('is an error of Slack', async () => {
    await fault({
      on: 'api',
      method: 'chat.postMessage',
      effect: { type: 'error', error: 'team_not_found' },
    });
    expect(await post()).toMatchObject({ ok: false, error: 'team_not_found' });
  });

  it('cuts the line before anything happened', async () => {
    await fault({ on: 'api', method: 'chat.postMessage', effect: { type: 'cut', when: 'before' } });
    await expect(post()).rejects.toBeInstanceOf(WebAPIRequestError);
    expect(await posted()).toBe(0);
  });

  it('or after it happened', async () => {
    await fault({ on: 'api', method: 'chat.postMessage', effect: { type: 'cut', when: 'after' } });
    await expect(post()).rejects.toBeInstanceOf(WebAPIRequestError);
    expect(await posted()).toBe(1);
  });

  it('is used up after as many times as asked', async () => {
    const effect = { type: 'error', error: 'fatal_error' };
    await fault({ on: 'api', method: 'chat.postMessage', times: 2, effect });
    expect([(await post()).ok, (await post()).ok, (await post()).ok]).toEqual([false, false, true]);
  });

  it('may be meant for one channel', async () => {
    const effect = { type: 'error', error: 'fatal_error' };
    await fault({ on: 'api', method: 'chat.postMessage', channel: 'CGENERAL01', effect });
    expect(await post()).toMatchObject({ ok: true });
    await (await bolt.people()).control('clear-faults');
    expect(await bolt.call('chat.postMessage', { channel: 'CGENERAL01', text: 'x' })).toMatchObject({
      ok: true,
    });
  });
});

describe('a fault of a delivery', () => {
  const mara = async () => (await bolt.people()).as('mara');

  it('sends it twice', async () => {
    await fault({ on: 'delivery', kind: 'events_api', effect: 'duplicate' });
    await (await mara()).says('twice', { in: '#releases' });
    await until(() => texts.all.length === 2, 'both');
    expect(texts.all).toEqual(['twice', 'twice']);
  });

  it('sends it after the next one', async () => {
    await fault({ on: 'delivery', kind: 'events_api', effect: 'swap' });
    await (await mara()).says('first', { in: '#releases' });
    await (await mara()).says('second', { in: '#releases' });
    await until(() => texts.all.length === 2, 'both');
    expect(texts.all).toEqual(['second', 'first']);
  });

  it('loses it, until it is sent again', async () => {
    await fault({ on: 'delivery', kind: 'events_api', effect: 'drop' });
    await (await mara()).says('lost', { in: '#releases' });
    await until(() => texts.all.length === 1, 'the retry that follows at once');
    expect(retries.all).toEqual([1]);
  });

  it('cuts the connection', async () => {
    await (await bolt.people()).control('disconnect', { appId: bolt.appId, reason: 'cut' });
    await until(() => bolt.local.slack.sockets.connections(bolt.appId) === 0, 'the connection gone');
    await until(() => bolt.local.slack.sockets.connections(bolt.appId) === 1, 'a new connection', 20_000);
    await (await mara()).says('back again', { in: '#releases' });
    await until(() => texts.all.includes('back again'), 'the message over the new connection');
  });
});

it('moves the clock', async () => {
  const before = bolt.clock.now();
  await (await bolt.people()).control('move-clock', { byMs: 3_600_000 });
  expect(bolt.clock.now()).toBe(before + 3_600_000);
});

it('refuses a fault that it does not know', async () => {
  await expect(fault({ on: 'api', method: '*', effect: { type: 'earthquake' } })).rejects.toThrow(
    'control/fault',
  );
});
