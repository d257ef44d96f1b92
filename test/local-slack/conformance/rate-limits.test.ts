import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';

/** How often a method may be called. Time stands still but for what each case moves. */
const docs = 'https://docs.slack.dev/apis/web-api/rate-limits';

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

beforeEach(() => b.clock.move(120_000));

afterAll(() => b.close());

const tiers: [method: string, perMinute: number, args: object][] = [
  ['chat.update', 50, { channel: 'CRELEASES1', ts: '1.000000', text: 'x' }],
  ['chat.delete', 50, { channel: 'CRELEASES1', ts: '1.000000' }],
  ['chat.postEphemeral', 100, { channel: 'CRELEASES1', user: 'UMARA00001', text: 'x' }],
  ['conversations.history', 50, { channel: 'CRELEASES1' }],
  ['conversations.replies', 50, { channel: 'CRELEASES1', ts: '1.000000' }],
  ['conversations.info', 50, { channel: 'CRELEASES1' }],
  ['conversations.list', 20, {}],
  ['conversations.members', 100, { channel: 'CRELEASES1' }],
  ['conversations.open', 50, { users: 'UMARA00001' }],
  ['users.info', 100, { user: 'UMARA00001' }],
  ['users.list', 20, {}],
  ['usergroups.list', 20, {}],
  ['usergroups.users.list', 20, { usergroup: 'SAPPROVERS' }],
  ['views.open', 100, { trigger_id: 'x', view: {} }],
  ['views.publish', 100, { user_id: 'UMARA00001', view: {} }],
  ['views.update', 100, { view_id: 'x', view: {} }],
  ['reactions.add', 50, { channel: 'CRELEASES1', name: 'x', timestamp: '1.000000' }],
  ['pins.add', 20, { channel: 'CRELEASES1' }],
];

for (const [method, perMinute, args] of tiers) {
  it(`${method} may be called ${perMinute} times a minute (https://docs.slack.dev/reference/methods/${method})`, async () => {
    const all = await Promise.all(Array.from({ length: perMinute }, () => b.callAtOnce(method, { ...args })));
    expect(all.filter(({ error }) => error === 'ratelimited')).toEqual([]);
    expect(await b.callAtOnce(method, { ...args })).toMatchObject({ error: 'ratelimited', retryAfter: 60 });
    b.clock.move(59_000);
    expect(await b.callAtOnce(method, { ...args })).toMatchObject({ error: 'ratelimited', retryAfter: 1 });
    b.clock.move(1000);
    expect((await b.callAtOnce(method, { ...args })).error).not.toBe('ratelimited');
  });
}

describe(`chat.postMessage (${docs}#special-limits)`, () => {
  const send = (channel: string) => b.callAtOnce('chat.postMessage', { channel, text: 'x' });

  it('posts one message a second in a channel', async () => {
    expect(await send('CRELEASES1')).toMatchObject({ ok: true });
    expect(await send('CRELEASES1')).toMatchObject({ error: 'ratelimited', retryAfter: 1 });
    b.clock.move(999);
    expect(await send('CRELEASES1')).toMatchObject({ error: 'ratelimited' });
    b.clock.move(1);
    expect(await send('CRELEASES1')).toMatchObject({ ok: true });
  });

  it('counts a channel as one, by name and by id', async () => {
    expect(await send('CRELEASES1')).toMatchObject({ ok: true });
    expect(await send('#releases')).toMatchObject({ error: 'ratelimited' });
  });

  it('counts the DM with a person as one, by person and by id', async () => {
    const { channel } = await send('UMARA00001');
    expect(await send(String(channel))).toMatchObject({ error: 'ratelimited' });
  });

  it('counts each channel by itself', async () => {
    expect(await send('CRELEASES1')).toMatchObject({ ok: true });
    expect(await send('CGENERAL01')).toMatchObject({ ok: true });
  });
});

it(`a refusal is a 429 that says how long to wait (${docs})`, async () => {
  const post = () =>
    fetch(`${b.local.url}/api/chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${b.botToken}` },
      body: new URLSearchParams({ channel: 'CRELEASES1', text: 'x' }),
    });
  expect((await post()).status).toBe(200);
  const refused = await post();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await refused.json()).toMatchObject({ ok: false, error: 'ratelimited' });
});

it(`each workspace is counted by itself (${docs})`, async () => {
  const people = await b.people();
  const { botToken } = await people.control('install', { appId: b.appId, teamId: 'TGLOBEX001' });
  const list = (token?: string) => b.callAtOnce('users.list', {}, token);
  for (let i = 0; i < 20; i += 1) expect(await list()).toMatchObject({ ok: true });
  expect(await list()).toMatchObject({ error: 'ratelimited' });
  expect(await list(String(botToken))).toMatchObject({ ok: true });
});

it(`auth.test and api.test are not held to a tier (${docs}#special-limits)`, async () => {
  const all = await Promise.all(Array.from({ length: 150 }, () => b.callAtOnce('auth.test')));
  expect(all.every(({ ok }) => ok)).toBe(true);
});
