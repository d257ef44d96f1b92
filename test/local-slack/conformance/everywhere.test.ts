import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';
import { everyScope, manifestWith } from '../support/manifests.ts';

/** Rules that hold for many methods, tried on each of them. */
const docs = 'https://docs.slack.dev/reference/methods';

let b: Bench;
/** An app with every scope but those for private channels. */
let publicOnly: Bench;

beforeAll(async () => {
  b = await bench();
  const scopes = everyScope.filter((scope) => !scope.startsWith('groups:'));
  publicOnly = await bench(manifestWith({ scopes }));
});

afterAll(async () => {
  await b.close();
  await publicOnly.close();
});

/** Arguments with which each method would do something, but for the channel. */
const withChannel: [method: string, args: object][] = [
  ['chat.delete', { ts: '1.000000' }],
  ['chat.getPermalink', { message_ts: '1.000000' }],
  ['chat.meMessage', { text: 'x' }],
  ['chat.postEphemeral', { user: 'UMARA00001', text: 'x' }],
  ['chat.postMessage', { text: 'x' }],
  ['chat.scheduleMessage', { text: 'x', post_at: 1_800_000_000 }],
  ['chat.update', { ts: '1.000000', text: 'x' }],
  ['conversations.archive', {}],
  ['conversations.close', {}],
  ['conversations.history', {}],
  ['conversations.info', {}],
  ['conversations.invite', { users: 'UMARA00001' }],
  ['conversations.join', {}],
  ['conversations.kick', { user: 'UMARA00001' }],
  ['conversations.leave', {}],
  ['conversations.mark', { ts: '1.000000' }],
  ['conversations.members', {}],
  ['conversations.open', {}],
  ['conversations.rename', { name: 'x' }],
  ['conversations.replies', { ts: '1.000000' }],
  ['conversations.setPurpose', { purpose: 'x' }],
  ['conversations.setTopic', { topic: 'x' }],
  ['conversations.unarchive', {}],
  ['pins.add', { timestamp: '1.000000' }],
  ['pins.list', {}],
  ['pins.remove', { timestamp: '1.000000' }],
  ['reactions.add', { name: 'x', timestamp: '1.000000' }],
  ['reactions.get', { timestamp: '1.000000' }],
  ['reactions.remove', { name: 'x', timestamp: '1.000000' }],
];

const withChannelId: [method: string, args: object][] = [
  ['bookmarks.add', { title: 'x', type: 'link', link: 'https://a.example' }],
  ['bookmarks.edit', { bookmark_id: 'Bk1' }],
  ['bookmarks.list', {}],
  ['bookmarks.remove', { bookmark_id: 'Bk1' }],
];

describe('a channel that is not there', () => {
  for (const [method, args] of withChannel) {
    it(`is channel_not_found for ${method} (${docs}/${method}#errors)`, async () => {
      const given = await b.call(method, { channel: 'C0000000000', ...args });
      expect(given).toMatchObject({ ok: false, error: 'channel_not_found' });
    });
  }

  for (const [method, args] of withChannelId) {
    it(`is channel_not_found for ${method} (${docs}/${method}#errors)`, async () => {
      const given = await b.call(method, { channel_id: 'C0000000000', ...args });
      expect(given).toMatchObject({ ok: false, error: 'channel_not_found' });
    });
  }
});

describe('a private channel', () => {
  const needs: [method: string, args: object, scope: string][] = [
    ['conversations.archive', {}, 'groups:write'],
    ['conversations.history', {}, 'groups:history'],
    ['conversations.info', {}, 'groups:read'],
    ['conversations.kick', { user: 'UMARA00001' }, 'groups:write'],
    ['conversations.leave', {}, 'groups:write'],
    ['conversations.mark', { ts: '1.000000' }, 'groups:write'],
    ['conversations.members', {}, 'groups:read'],
    ['conversations.rename', { name: 'x' }, 'groups:write'],
    ['conversations.replies', { ts: '1.000000' }, 'groups:history'],
    ['conversations.setTopic', { topic: 'x' }, 'groups:write'],
    ['conversations.unarchive', {}, 'groups:write'],
  ];
  for (const [method, args, scope] of needs) {
    it(`needs ${scope} for ${method} (${docs}/${method})`, async () => {
      const channel = await privateChannel();
      const given = await publicOnly.call(method, { channel, ...args });
      expect(given).toMatchObject({ ok: false, error: 'missing_scope', needed: scope });
    });
  }

  it(`needs groups:write to be made (${docs}/conversations.create)`, async () => {
    const given = await publicOnly.call('conversations.create', { name: 'x', is_private: true });
    expect(given).toMatchObject({ ok: false, error: 'missing_scope', needed: 'groups:write' });
  });

  it(`needs groups:read to be listed (${docs}/conversations.list)`, async () => {
    const given = await publicOnly.call('conversations.list', { types: 'private_channel' });
    expect(given).toMatchObject({ ok: false, error: 'missing_scope', needed: 'groups:read' });
  });

  let made: string | undefined;

  async function privateChannel(): Promise<string> {
    if (made) return made;
    const mara = (await publicOnly.people()).as('mara');
    await mara.creates('private', { isPrivate: true });
    await mara.invites('@tester', { to: '#private' });
    made = [...mara.screen.conversations.values()].find(({ name }) => name === 'private')?.id;
    return String(made);
  }
});

describe('a direct message', () => {
  const refused: [method: string, args: object][] = [
    ['conversations.archive', {}],
    ['conversations.invite', { users: 'UNICO00001' }],
    ['conversations.kick', { user: 'UMARA00001' }],
    ['conversations.leave', {}],
    ['conversations.rename', { name: 'x' }],
    ['conversations.setTopic', { topic: 'x' }],
    ['conversations.unarchive', {}],
  ];
  for (const [method, args] of refused) {
    it(`is no channel for ${method} (${docs}/${method}#errors)`, async () => {
      const { channel } = await b.call('conversations.open', { users: 'UMARA00001' });
      const given = await b.call(method, { channel: (channel as { id: string }).id, ...args });
      expect(given).toMatchObject({ ok: false, error: 'method_not_supported_for_channel_type' });
    });
  }

  it(`needs im:write to be opened (${docs}/conversations.open)`, async () => {
    const poor = await bench(manifestWith({ scopes: ['channels:manage'] }));
    const given = await poor.call('conversations.open', { users: 'UMARA00001' });
    expect(given).toMatchObject({ ok: false, error: 'missing_scope', needed: 'im:write' });
    await poor.close();
  });
});

it(`a bot invites only where it is (${docs}/conversations.invite#errors)`, async () => {
  const given = await b.call('conversations.invite', { channel: 'CPARTNERS1', users: 'UAMARA0001' });
  expect(given).toMatchObject({ ok: false, error: 'not_in_channel' });
});

const pages: [method: string, args: object, most: number][] = [
  ['chat.scheduledMessages.list', {}, 100],
  ['conversations.history', { channel: 'CRELEASES1' }, 999],
  ['conversations.list', {}, 1000],
  ['conversations.members', { channel: 'CRELEASES1' }, 1000],
  ['users.conversations', {}, 1000],
  ['users.list', {}, 1000],
];

describe('pages (https://docs.slack.dev/apis/web-api/pagination)', () => {
  for (const [method, args, most] of pages) {
    it(`of ${method} have ${most} items at most (${docs}/${method})`, async () => {
      expect(await b.call(method, { ...args, limit: most })).toMatchObject({ ok: true });
      expect(await b.call(method, { ...args, limit: most + 1 })).toMatchObject({ error: 'invalid_limit' });
    });
  }

  for (const [method, args] of [...pages, ['reactions.list', {}] as const]) {
    it(`of ${method} go on at a cursor that Slack gave (${docs}/${method}#errors)`, async () => {
      for (const cursor of ['nonsense', Buffer.from('next:999999').toString('base64')]) {
        expect(await b.call(method, { ...args, cursor })).toMatchObject({
          ok: false,
          error: 'invalid_cursor',
        });
      }
    });
  }

  it(`of conversations.replies too (${docs}/conversations.replies#errors)`, async () => {
    const { ts } = await b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'root' });
    const given = await b.call('conversations.replies', { channel: 'CRELEASES1', ts, cursor: 'nonsense' });
    expect(given).toMatchObject({ ok: false, error: 'invalid_cursor' });
  });
});

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
