import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';

const docs = 'https://docs.slack.dev/reference/methods';
const releases = 'CRELEASES1';

let b: Bench;
let n = 0;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

type Channel = { id: string; [field: string]: unknown };

async function create(args: object = {}): Promise<Channel> {
  n += 1;
  const { channel } = await b.call('conversations.create', { name: `made-${n}`, ...args });
  return channel as Channel;
}

async function refuses(method: string, args: object, error: string): Promise<void> {
  expect(await b.call(method, { ...args })).toMatchObject({ ok: false, error });
}

describe('history', () => {
  it(`conversations.history gives the newest first, without replies (${docs}/conversations.history)`, async () => {
    const { id } = await create();
    const send = (text: string, more: object = {}) =>
      b.call('chat.postMessage', { channel: id, text, ...more });
    const { ts } = await send('one');
    await send('reply', { thread_ts: ts });
    await send('two');
    const given = await b.call('conversations.history', { channel: id, limit: 2 });
    expect((given.messages as { text: string }[]).map(({ text }) => text)).toEqual(['two', 'one']);
    expect(given).toMatchObject({ has_more: false });
  });

  it(`conversations.history cuts out a span (${docs}/conversations.history)`, async () => {
    const { id } = await create();
    const ts: string[] = [];
    for (const text of ['a', 'b', 'c'])
      ts.push(String((await b.call('chat.postMessage', { channel: id, text })).ts));
    const texts = async (more: object) => {
      const { messages } = await b.call('conversations.history', { channel: id, ...more });
      return (messages as { text: string }[]).map(({ text }) => text);
    };
    expect(await texts({ oldest: ts[0], latest: ts[2] })).toEqual(['b']);
    expect(await texts({ oldest: ts[0], latest: ts[2], inclusive: true })).toEqual(['c', 'b', 'a']);
    await refuses('conversations.history', { channel: id, oldest: 'yesterday' }, 'invalid_ts_oldest');
    await refuses('conversations.history', { channel: id, latest: 'today' }, 'invalid_ts_latest');
  });

  it(`a bot reads only where it is (${docs}/conversations.history#errors)`, async () => {
    const people = await b.people();
    await people.as('nico').creates('not-for-bots');
    const found = [...people.as('nico').screen.conversations.values()].find(
      ({ name }) => name === 'not-for-bots',
    );
    await refuses('conversations.history', { channel: found?.id }, 'not_in_channel');
  });

  it(`conversations.history shows others' metadata only when asked (${docs}/conversations.history)`, async () => {
    const { id } = await create();
    const metadata = { event_type: 'made', event_payload: { id: 7 } };
    await b.call('chat.postMessage', { channel: id, text: 'x', metadata });
    expect(await b.call('conversations.history', { channel: id, include_all_metadata: true })).toMatchObject({
      messages: [{ metadata }],
    });
  });

  it(`conversations.replies gives a thread, its root first (${docs}/conversations.replies)`, async () => {
    const { ts } = await b.call('chat.postMessage', { channel: releases, text: 'root' });
    for (const text of ['r1', 'r2'])
      await b.call('chat.postMessage', { channel: releases, text, thread_ts: ts });
    const given = await b.call('conversations.replies', { channel: releases, ts });
    expect(given).toMatchObject({
      messages: [{ text: 'root', reply_count: 2 }, { text: 'r1' }, { text: 'r2' }],
    });
    await refuses('conversations.replies', { channel: releases, ts: '1.000000' }, 'thread_not_found');
  });

  it(`conversations.mark needs a time (${docs}/conversations.mark)`, async () => {
    await refuses('conversations.mark', { channel: releases, ts: 'now' }, 'invalid_timestamp');
    expect(await b.call('conversations.mark', { channel: releases, ts: '1.000000' })).toMatchObject({
      ok: true,
    });
  });
});
