import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bench, bench } from '../support/bench.ts';
import { boltOnSockets, heard } from '../support/bolt.ts';
import { everyEvent, everyScope, manifestWith } from '../support/manifests.ts';
import { until } from '../support/until.ts';

/** The protocol itself, spoken by hand, and then by Bolt. */
const docs = 'https://docs.slack.dev/apis/events-api/using-socket-mode';

type Frame = { type: string; envelope_id?: string; [field: string]: unknown };

/** A connection that acknowledges nothing unless told. */
type Connection = { socket: WebSocket; frames: Frame[]; ack(frame: Frame, payload?: object): void };

let b: Bench;

beforeEach(async () => {
  b = await bench(manifestWith({ scopes: everyScope, events: everyEvent }));
});

afterEach(() => b.close());

async function address(): Promise<string> {
  return String((await b.callAtOnce('apps.connections.open', {}, b.appToken)).url);
}

async function open(url?: string): Promise<Connection> {
  const socket = new WebSocket(url ?? (await address()));
  const frames: Frame[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  await once(socket, 'open');
  await until(() => frames.length > 0 || socket.readyState !== socket.OPEN, 'the first frame');
  return {
    socket,
    frames,
    ack: ({ envelope_id }, payload) =>
      socket.send(JSON.stringify({ envelope_id, ...(payload ? { payload } : {}) })),
  };
}

const of = ({ frames }: Connection, type: string) => frames.filter((frame) => frame.type === type);

describe(`apps.connections.open (https://docs.slack.dev/reference/methods/apps.connections.open)`, () => {
  it('gives an address for one connection', async () => {
    const url = await address();
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/);
    await open(url);
    const again = new WebSocket(url);
    const [code] = (await once(again, 'close')) as [number];
    expect(code).toBe(4004);
  });

  it('greets with hello', async () => {
    const { frames } = await open();
    expect(frames[0]).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: b.appId },
      debug_info: { host: expect.any(String) },
    });
  });

  it('is not for apps that take requests', async () => {
    const http = await bench(manifestWith({ scopes: [], requestUrl: 'http://127.0.0.1:1/' }));
    const given = await http.callAtOnce('apps.connections.open', {}, http.appToken);
    expect(given).toMatchObject({ ok: false });
    await http.close();
  });
});

describe(`connections (${docs}#connections)`, () => {
  it('are ten at most', async () => {
    for (let i = 0; i < 10; i += 1) await open();
    const eleventh = new WebSocket(await address());
    const [code] = (await once(eleventh, 'close')) as [number];
    expect(code).toBe(4004);
  });

  it('each get some of the payloads, and none gets all', async () => {
    const one = await open();
    const two = await open();
    for (const connection of [one, two]) {
      connection.socket.on('message', (data) => connection.ack(JSON.parse(String(data))));
    }
    const mara = (await b.people()).as('mara');
    for (let i = 0; i < 6; i += 1) await mara.says(`message ${i}`, { in: '#releases' });
    await until(() => of(one, 'events_api').length + of(two, 'events_api').length === 6, 'six events');
    expect(of(one, 'events_api').length).toBeGreaterThan(0);
    expect(of(two, 'events_api').length).toBeGreaterThan(0);
  });

  for (const reason of ['warning', 'refresh_requested'] as const) {
    it(`are told to go with ${reason} (${docs}#disconnect)`, async () => {
      const connection = await open();
      await (await b.people()).control('disconnect', { appId: b.appId, reason });
      await until(() => of(connection, 'disconnect').length > 0, 'the word');
      expect(of(connection, 'disconnect')[0]).toMatchObject({ type: 'disconnect', reason });
    });
  }
});

describe(`envelopes (${docs}#receive)`, () => {
  it('of events take no payload with their acknowledgement', async () => {
    const connection = await open();
    await (await b.people()).as('mara').says('hello', { in: '#releases' });
    await until(() => of(connection, 'events_api').length > 0, 'the event');
    expect(of(connection, 'events_api')[0]).toMatchObject({
      envelope_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      accepts_response_payload: false,
      retry_attempt: 0,
      payload: { type: 'event_callback', event: { type: 'message' } },
    });
  });

  it('of commands take one, and show it', async () => {
    const connection = await open();
    const mara = (await b.people()).as('mara');
    const typed = mara.types('/try', { in: '#releases' });
    await until(() => of(connection, 'slash_commands').length > 0, 'the command');
    const [envelope] = of(connection, 'slash_commands');
    expect(envelope).toMatchObject({ accepts_response_payload: true, payload: { command: '/try' } });
    if (envelope) connection.ack(envelope, { text: 'from the acknowledgement' });
    await typed;
    await mara.sees('from the acknowledgement', { ephemeral: true });
  });
});

describe('events that nobody acknowledges (https://docs.slack.dev/apis/events-api#retries)', () => {
  it('come again at once, after a minute and after five, and then no more', async () => {
    const connection = await open();
    await (await b.people()).as('mara').says('are you there?', { in: '#releases' });
    const events = () => of(connection, 'events_api');
    await until(() => events().length === 1, 'the first time');
    expect(await passesUntil(() => events().length === 2)).toBeLessThan(60_000);
    expect(events()[1]).toMatchObject({ retry_attempt: 1, retry_reason: 'http_timeout' });
    expect(await passesUntil(() => events().length === 3)).toBeGreaterThanOrEqual(60_000);
    expect(await passesUntil(() => events().length === 4)).toBeGreaterThanOrEqual(300_000);
    expect(events()[3]).toMatchObject({ retry_attempt: 3 });
    await passesUntil(() => false, 3_600_000);
    expect(events()).toHaveLength(4);
    const ids = new Set(events().map(({ payload }) => (payload as { event_id: string }).event_id));
    expect(ids.size).toBe(1);
  });

  it('are not lost while an app reconnects', async () => {
    await (await b.people()).as('mara').says('while you were out', { in: '#releases' });
    const connection = await open();
    b.clock.move(60_000);
    await until(() => of(connection, 'events_api').length === 1, 'the event');
  });
});

/** How much time passes until something is so, in steps of five seconds; `most` when it never is. */
async function passesUntil(isSo: () => boolean, most = 600_000): Promise<number> {
  for (let passed = 0; passed < most; passed += 5000) {
    if (isSo()) return passed;
    b.clock.move(5000);
    await b.callAtOnce('api.test');
  }
  return most;
}

describe('Bolt', () => {
  it(`reconnects after a disconnect, and loses nothing (${docs}#disconnect)`, async () => {
    const texts = heard<string>();
    const bolt = await boltOnSockets((app) => {
      app.message(/.*/, async ({ message }) => {
        if ('text' in message) texts.all.push(String(message.text));
      });
    });
    const people = await bolt.people();
    await people.control('disconnect', { appId: bolt.appId, reason: 'refresh_requested' });
    await until(() => bolt.local.slack.sockets.connections(bolt.appId) === 0, 'the connection gone');
    await people.as('mara').says('in between', { in: '#releases' });
    await until(() => bolt.local.slack.sockets.connections(bolt.appId) === 1, 'a new connection', 20_000);
    bolt.clock.move(60_000);
    expect(await texts.next('the message')).toBe('in between');
    await bolt.stop();
  });
});
