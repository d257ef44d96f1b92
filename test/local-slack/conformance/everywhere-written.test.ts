import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';
import { manifestWith } from '../support/manifests.ts';

/** More rules that hold for many methods. */
const docs = 'https://docs.slack.dev/reference/methods';

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

describe('what is written', () => {
  const writers: [method: string, args: object][] = [
    ['chat.postMessage', {}],
    ['chat.postEphemeral', { user: 'UMARA00001' }],
    ['chat.scheduleMessage', { post_at: Math.floor(Date.UTC(2026, 4, 1) / 1000) }],
  ];
  for (const [method, args] of writers) {
    const write = (more: object) => b.call(method, { channel: 'CRELEASES1', ...args, ...more });

    it(`needs something to say with ${method} (${docs}/${method}#errors)`, async () => {
      expect(await write({})).toMatchObject({ ok: false, error: 'no_text' });
    });

    it(`keeps to one kind of text with ${method} (${docs}/${method}#errors)`, async () => {
      const given = await write({ text: 'x', markdown_text: 'x' });
      expect(given).toMatchObject({ ok: false, error: 'markdown_text_conflict' });
    });

    it(`goes under another name only with chat:write.customize with ${method} (${docs}/${method})`, async () => {
      const scopes = ['chat:write', 'chat:write.public'];
      const poor = await bench(manifestWith({ scopes }));
      const given = await poor.call(method, { channel: 'CRELEASES1', text: 'x', icon_emoji: ':x:', ...args });
      expect(given).toMatchObject({ error: 'missing_scope', needed: 'chat:write.customize' });
      await poor.close();
    });
  }

  it(`later, in a thread, needs the thread to be there (${docs}/chat.scheduleMessage)`, async () => {
    const post_at = Math.floor(Date.UTC(2026, 4, 1) / 1000);
    const args = { channel: 'CRELEASES1', text: 'x', post_at, thread_ts: '1.000000' };
    expect(await b.call('chat.scheduleMessage', args)).toMatchObject({ error: 'thread_not_found' });
  });

  it(`with chat.meMessage has 40,000 characters at most (${docs}/chat.meMessage#errors)`, async () => {
    const say = (n: number) => b.call('chat.meMessage', { channel: 'CRELEASES1', text: 'x'.repeat(n) });
    expect(await say(40_000)).toMatchObject({ ok: true });
    expect(await say(40_001)).toMatchObject({ ok: false, error: 'msg_too_long' });
  });

  it(`is refused for an archived channel by every way of writing (${docs}/chat.postMessage#errors)`, async () => {
    const { channel: made } = await b.call('conversations.create', { name: 'archived-soon' });
    const channel = (made as { id: string }).id;
    const { ts } = await b.call('chat.postMessage', { channel, text: 'x' });
    await b.call('conversations.archive', { channel });
    const tries: [string, object][] = [
      ['chat.meMessage', { text: 'x' }],
      ['chat.scheduleMessage', { text: 'x', post_at: Math.floor(Date.UTC(2026, 4, 1) / 1000) }],
      ['conversations.rename', { name: 'y' }],
      ['conversations.leave', {}],
      ['conversations.setPurpose', { purpose: 'y' }],
      ['reactions.add', { timestamp: ts, name: 'tada' }],
    ];
    for (const [method, args] of tries) {
      expect(await b.call(method, { channel, ...args })).toMatchObject({ ok: false, error: 'is_archived' });
    }
  });
});

describe('a span of time', () => {
  it(`is written as numbers for threads too (${docs}/conversations.replies#errors)`, async () => {
    const { ts } = await b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'root' });
    const replies = (more: object) => b.call('conversations.replies', { channel: 'CRELEASES1', ts, ...more });
    expect(await replies({ oldest: 'x' })).toMatchObject({ error: 'invalid_ts_oldest' });
    expect(await replies({ latest: 'x' })).toMatchObject({ error: 'invalid_ts_latest' });
  });
});

it(`a reply asked for by itself comes alone (${docs}/conversations.replies)`, async () => {
  const { ts } = await b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'root' });
  const reply = await b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'reply', thread_ts: ts });
  const given = await b.call('conversations.replies', { channel: 'CRELEASES1', ts: reply.ts });
  expect(given).toMatchObject({ messages: [{ text: 'reply' }], has_more: false });
});

it('blocks that are no list are invalid_blocks_format for blocks.validate too', async () => {
  expect(await b.call('blocks.validate', { blocks: '{}' })).toMatchObject({ error: 'invalid_blocks_format' });
});

it(`bots.info needs a bot (${docs}/bots.info)`, async () => {
  expect(await b.call('bots.info')).toMatchObject({ ok: false, error: 'invalid_arguments' });
});

it(`messages more than five minutes apart do not count together (${docs}/chat.scheduleMessage#errors)`, async () => {
  const at = Math.floor(Date.UTC(2026, 5, 1) / 1000);
  const schedule = (post_at: number) =>
    b.call('chat.scheduleMessage', { channel: 'CGENERAL01', text: 'x', post_at });
  for (let i = 0; i < 30; i += 1) expect(await schedule(at)).toMatchObject({ ok: true });
  expect(await schedule(at + 299)).toMatchObject({ ok: false, error: 'restricted_too_many' });
  expect(await schedule(at + 300)).toMatchObject({ ok: true });
});
