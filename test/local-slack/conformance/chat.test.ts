import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';

const docs = 'https://docs.slack.dev/reference/methods';
const releases = 'CRELEASES1';
const x = (n: number) => 'x'.repeat(n);
const divider = [{ type: 'divider' }];

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

async function posted(args: object = {}): Promise<string> {
  const { ts } = await b.call('chat.postMessage', { channel: releases, text: 'first', ...args });
  return String(ts);
}

async function read(ts: string, more: object = {}): Promise<Record<string, unknown> | undefined> {
  const { messages } = await b.call('conversations.replies', { channel: releases, ts, ...more });
  return (messages as Record<string, unknown>[] | undefined)?.[0];
}

describe(`chat.postMessage (${docs}/chat.postMessage)`, () => {
  it('answers with the channel, the ts and the message', async () => {
    const given = await b.call('chat.postMessage', { channel: releases, text: 'hello' });
    expect(given).toMatchObject({
      ok: true,
      channel: releases,
      ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
      message: { type: 'message', text: 'hello', user: b.botUser, bot_id: b.botId, app_id: b.appId },
    });
  });

  it('takes the name of a public channel', async () => {
    expect(await b.call('chat.postMessage', { channel: '#releases', text: 'x' })).toMatchObject({
      channel: releases,
    });
  });

  it('takes a person, and writes to them directly', async () => {
    const { channel } = await b.call('chat.postMessage', { channel: 'UMARA00001', text: 'x' });
    expect(channel).toMatch(/^D/);
    expect(await b.call('conversations.info', { channel })).toMatchObject({
      channel: { user: 'UMARA00001' },
    });
    const again = await b.call('chat.postMessage', { channel: 'UMARA00001', text: 'y' });
    expect(again.channel).toBe(channel);
  });

  const refusals: [string, object, string][] = [
    ['no channel', { text: 'x' }, 'invalid_arguments'],
    ['an unknown channel', { channel: 'C0000000000', text: 'x' }, 'channel_not_found'],
    ['a channel of another workspace', { channel: 'CGXGENERAL', text: 'x' }, 'channel_not_found'],
    ['nothing to say', { channel: releases }, 'no_text'],
    ['an empty text', { channel: releases, text: '' }, 'no_text'],
    [
      'a thread that is not there',
      { channel: releases, text: 'x', thread_ts: '1.000000' },
      'thread_not_found',
    ],
    [
      'markdown beside a text',
      { channel: releases, text: 'x', markdown_text: 'x' },
      'markdown_text_conflict',
    ],
    [
      'markdown beside blocks',
      { channel: releases, blocks: divider, markdown_text: 'x' },
      'markdown_text_conflict',
    ],
    [
      'metadata that is no object',
      { channel: releases, text: 'x', metadata: '[1]' },
      'invalid_metadata_format',
    ],
    [
      'metadata without a payload',
      { channel: releases, text: 'x', metadata: { event_type: 'e' } },
      'invalid_metadata_schema',
    ],
    [
      '101 attachments',
      { channel: releases, attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) },
      'too_many_attachments',
    ],
    [
      'bad blocks in an attachment',
      { channel: releases, attachments: [{ blocks: [{ type: 'nope' }] }] },
      'invalid_attachments',
    ],
    ['attachments that are no list', { channel: releases, attachments: '{}' }, 'invalid_attachments'],
  ];
  for (const [what, args, error] of refusals) {
    it(`refuses ${what}`, async () => {
      expect(await b.call('chat.postMessage', { ...args })).toMatchObject({ ok: false, error });
    });
  }

  it('takes 100 attachments', async () => {
    const attachments = Array.from({ length: 100 }, () => ({ text: 'x' }));
    expect(await b.call('chat.postMessage', { channel: releases, attachments })).toMatchObject({ ok: true });
  });

  it('names the argument that is missing', async () => {
    const given = await b.call('chat.postMessage', { text: 'x' });
    expect(given.response_metadata).toMatchObject({ messages: ['[ERROR] missing required field: channel'] });
  });

  it('cuts texts of more than 40,000 characters', async () => {
    const { message } = await b.call('chat.postMessage', { channel: releases, text: x(40_001) });
    expect((message as { text: string }).text).toHaveLength(40_000);
  });

  it('takes markdown of 12,000 characters and no more', async () => {
    const send = (n: number) => b.call('chat.postMessage', { channel: releases, markdown_text: x(n) });
    expect(await send(12_000)).toMatchObject({ ok: true });
    expect(await send(12_001)).toMatchObject({ ok: false, error: 'msg_too_long' });
  });

  it('answers in a thread, and refuses an answer to an answer', async () => {
    const root = await posted();
    const reply = await b.call('chat.postMessage', { channel: releases, text: 'reply', thread_ts: root });
    expect(reply).toMatchObject({ message: { thread_ts: root, parent_user_id: b.botUser } });
    expect(await read(root)).toMatchObject({ reply_count: 1, latest_reply: reply.ts });
    const deeper = await b.call('chat.postMessage', { channel: releases, text: 'x', thread_ts: reply.ts });
    expect(deeper).toMatchObject({ ok: false, error: 'cannot_reply_to_message' });
  });

  it('shows a broadcast reply in the channel too', async () => {
    const root = await posted();
    await b.call('chat.postMessage', {
      channel: releases,
      text: 'to all',
      thread_ts: root,
      reply_broadcast: true,
    });
    const { messages } = await b.call('conversations.history', { channel: releases, limit: 1 });
    expect(messages).toMatchObject([{ text: 'to all', subtype: 'thread_broadcast', thread_ts: root }]);
  });

  it('keeps metadata of 16,000 bytes and no more', async () => {
    const send = (n: number) =>
      b.call('chat.postMessage', {
        channel: releases,
        text: 'x',
        metadata: { event_type: 'e', event_payload: { k: x(n) } },
      });
    // `{"event_type":"e","event_payload":{"k":""}}` is 43 bytes.
    expect(await send(16_000 - 43)).toMatchObject({ ok: true });
    expect(await send(16_001 - 43)).toMatchObject({ ok: false, error: 'metadata_too_large' });
  });
});

describe(`chat.postEphemeral (${docs}/chat.postEphemeral)`, () => {
  it('shows it to one person and keeps it out of the history', async () => {
    const people = await b.people();
    const given = await b.call('chat.postEphemeral', {
      channel: releases,
      user: 'UMARA00001',
      text: 'for you',
    });
    expect(given).toMatchObject({ ok: true, message_ts: expect.any(String) });
    await people.as('mara').sees('for you', { ephemeral: true });
    expect(people.as('nico').allThatRead('for you')).toEqual([]);
    const { messages } = await b.call('conversations.history', { channel: releases, limit: 1 });
    expect(messages).not.toMatchObject([{ text: 'for you' }]);
  });

  const refusals: [string, object, string][] = [
    [
      'somebody who is not there',
      { channel: 'CGENERAL01', user: 'UGIL000001', text: 'x' },
      'user_not_in_channel',
    ],
    ['nothing to say', { channel: releases, user: 'UMARA00001' }, 'no_text'],
    ['40,001 characters', { channel: releases, user: 'UMARA00001', text: x(40_001) }, 'msg_too_long'],
    ['an unknown channel', { channel: 'C0000000000', user: 'UMARA00001', text: 'x' }, 'channel_not_found'],
  ];
  for (const [what, args, error] of refusals) {
    it(`refuses ${what}`, async () => {
      expect(await b.call('chat.postEphemeral', { ...args })).toMatchObject({ ok: false, error });
    });
  }

  it('takes 40,000 characters', async () => {
    const given = await b.call('chat.postEphemeral', {
      channel: releases,
      user: 'UMARA00001',
      text: x(40_000),
    });
    expect(given).toMatchObject({ ok: true });
  });
});

describe('other ways to write', () => {
  it(`chat.meMessage says what somebody does (${docs}/chat.meMessage)`, async () => {
    const { ts } = await b.call('chat.meMessage', { channel: releases, text: 'waves' });
    expect(await read(String(ts))).toMatchObject({ subtype: 'me_message', text: 'waves' });
  });

  it(`chat.getPermalink opens a message (${docs}/chat.getPermalink)`, async () => {
    const ts = await posted();
    const given = await b.call('chat.getPermalink', { channel: releases, message_ts: ts });
    expect(given.permalink).toBe(`${b.local.url}/archives/${releases}/p${ts.replace('.', '')}`);
    const missing = await b.call('chat.getPermalink', { channel: releases, message_ts: '1.000000' });
    expect(missing).toMatchObject({ ok: false, error: 'message_not_found' });
  });

  it(`chat.getPermalink names the thread of a reply (${docs}/chat.getPermalink)`, async () => {
    const root = await posted();
    const reply = await posted({ thread_ts: root });
    const given = await b.call('chat.getPermalink', { channel: releases, message_ts: reply });
    expect(given.permalink).toContain(`?thread_ts=${root}&cid=${releases}`);
  });
});
