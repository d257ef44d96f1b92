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

it(`nobody unknown is put out of a channel (${docs}/conversations.kick#errors)`, async () => {
  const given = await b.call('conversations.kick', { channel: 'CRELEASES1', user: 'U0000000000' });
  expect(given).toMatchObject({ ok: false, error: 'user_not_found' });
});

it(`a bot marks only what it is in as read (${docs}/conversations.mark#errors)`, async () => {
  const given = await b.call('conversations.mark', { channel: 'CPARTNERS1', ts: '1.000000' });
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
