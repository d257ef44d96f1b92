import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answer, type Bench, bench } from '../support/bench.ts';
import { manifestWith } from '../support/manifests.ts';

const docs = 'https://docs.slack.dev/reference/methods';

/** An app that may do nothing at all. */
let poor: Bench;
/** One that may write. */
let writer: Bench;

beforeAll(async () => {
  poor = await bench(manifestWith({ scopes: [] }));
  writer = await bench(manifestWith({ scopes: ['chat:write', 'channels:history', 'channels:read'] }));
});

afterAll(async () => {
  await poor.close();
  await writer.close();
});

describe('tokens', () => {
  it(`api.test needs none, and gives back what it was given (${docs}/api.test)`, async () => {
    const client = new WebClient(undefined, { slackApiUrl: `${poor.local.url}/api/` });
    expect(await client.apiCall('api.test', { foo: 'bar' })).toMatchObject({
      ok: true,
      args: { foo: 'bar' },
    });
    expect(await answer(client.api.test({ error: 'my_error' }))).toMatchObject({
      ok: false,
      error: 'my_error',
    });
  });

  it(`auth.test says whose token it is (${docs}/auth.test)`, async () => {
    expect(await poor.call('auth.test')).toMatchObject({
      ok: true,
      url: `${poor.local.url}/`,
      team: 'Acme',
      team_id: 'TACME00001',
      user: 'tester',
      user_id: poor.botUser,
      bot_id: poor.botId,
    });
  });

  it(`no token is not_authed (${docs}/auth.test#errors)`, async () => {
    expect(await poor.callAtOnce('auth.test', {}, '')).toMatchObject({ ok: false, error: 'not_authed' });
  });

  it(`an unknown token is invalid_auth (${docs}/auth.test#errors)`, async () => {
    expect(await poor.callAtOnce('auth.test', {}, 'xoxb-1-2-3')).toMatchObject({
      ok: false,
      error: 'invalid_auth',
    });
  });

  it(`an app token is not a bot token (${docs}/auth.test#errors)`, async () => {
    const given = await poor.callAtOnce('auth.test', {}, poor.appToken);
    expect(given).toMatchObject({ ok: false, error: 'not_allowed_token_type' });
  });

  it(`a bot token opens no socket (${docs}/apps.connections.open#errors)`, async () => {
    const given = await poor.callAtOnce('apps.connections.open', {}, poor.botToken);
    expect(given).toMatchObject({ ok: false, error: 'not_allowed_token_type' });
  });

  it('a token in the address is not taken (https://docs.slack.dev/apis/web-api/#authentication)', async () => {
    const response = await fetch(`${poor.local.url}/api/auth.test?token=${poor.botToken}`, {
      method: 'POST',
    });
    expect(await response.json()).toMatchObject({ ok: false, error: 'not_authed' });
  });

  it('JSON needs the token in the header (https://docs.slack.dev/apis/web-api/#post-bodies)', async () => {
    const post = async (headers: Record<string, string>, body: object) => {
      const response = await fetch(`${writer.local.url}/api/chat.postMessage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body: JSON.stringify(body),
      });
      return (await response.json()) as Answer;
    };
    const message = { channel: 'CRELEASES1', blocks: [{ type: 'divider' }] };
    expect(await post({ authorization: `Bearer ${writer.botToken}` }, message)).toMatchObject({ ok: true });
    expect(await post({}, { token: writer.botToken, ...message })).toMatchObject({ error: 'not_authed' });
  });

  it(`an uninstalled app is account_inactive (${docs}/auth.test#errors)`, async () => {
    const b = await bench(manifestWith({ scopes: [] }));
    const people = await b.people();
    await people.control('uninstall', { appId: b.appId, teamId: 'TACME00001' });
    expect(await b.call('auth.test')).toMatchObject({ ok: false, error: 'account_inactive' });
    await b.close();
  });

  it(`a method that does not exist is unknown_method (https://docs.slack.dev/apis/web-api)`, async () => {
    const given = await poor.call('chat.shout', {});
    expect(given).toMatchObject({ ok: false, error: 'unknown_method', req_method: 'chat.shout' });
  });
});

/** Methods with the scope their page names for a bot. */
const scopes: [method: string, scope: string, args: object][] = [
  ['bookmarks.add', 'bookmarks:write', { channel_id: 'CRELEASES1', title: 'x', type: 'link' }],
  ['bookmarks.list', 'bookmarks:read', { channel_id: 'CRELEASES1' }],
  ['bots.info', 'users:read', { bot: 'B1' }],
  ['chat.delete', 'chat:write', { channel: 'CRELEASES1', ts: '1.0' }],
  ['chat.meMessage', 'chat:write', { channel: 'CRELEASES1', text: 'x' }],
  ['chat.postEphemeral', 'chat:write', { channel: 'CRELEASES1', user: 'UMARA00001', text: 'x' }],
  ['chat.postMessage', 'chat:write', { channel: 'CRELEASES1', text: 'x' }],
  ['chat.scheduleMessage', 'chat:write', { channel: 'CRELEASES1', text: 'x', post_at: 1 }],
  ['chat.update', 'chat:write', { channel: 'CRELEASES1', ts: '1.0', text: 'x' }],
  ['conversations.archive', 'channels:manage', { channel: 'CRELEASES1' }],
  ['conversations.create', 'channels:manage', { name: 'x' }],
  ['conversations.history', 'channels:history', { channel: 'CRELEASES1' }],
  ['conversations.info', 'channels:read', { channel: 'CRELEASES1' }],
  ['conversations.join', 'channels:join', { channel: 'CRELEASES1' }],
  ['conversations.list', 'channels:read', {}],
  ['conversations.members', 'channels:read', { channel: 'CRELEASES1' }],
  ['conversations.open', 'im:write', { users: 'UMARA00001' }],
  ['conversations.replies', 'channels:history', { channel: 'CRELEASES1', ts: '1.0' }],
  ['dnd.info', 'dnd:read', {}],
  ['emoji.list', 'emoji:read', {}],
  ['files.completeUploadExternal', 'files:write', { files: '[]' }],
  ['files.getUploadURLExternal', 'files:write', { filename: 'x', length: 1 }],
  ['files.info', 'files:read', { file: 'F1' }],
  ['files.list', 'files:read', {}],
  ['pins.add', 'pins:write', { channel: 'CRELEASES1', timestamp: '1.0' }],
  ['pins.list', 'pins:read', { channel: 'CRELEASES1' }],
  ['reactions.add', 'reactions:write', { channel: 'CRELEASES1', name: 'x', timestamp: '1.0' }],
  ['reactions.get', 'reactions:read', { channel: 'CRELEASES1', timestamp: '1.0' }],
  ['team.info', 'team:read', {}],
  ['usergroups.list', 'usergroups:read', {}],
  ['usergroups.users.update', 'usergroups:write', { usergroup: 'S1', users: 'U1' }],
  ['users.conversations', 'channels:read', {}],
  ['users.info', 'users:read', { user: 'UMARA00001' }],
  ['users.list', 'users:read', {}],
  ['users.lookupByEmail', 'users:read.email', { email: 'mara@acme.example' }],
  ['users.profile.get', 'users.profile:read', { user: 'UMARA00001' }],
];

describe('scopes', () => {
  for (const [method, scope, args] of scopes) {
    it(`${method} needs ${scope} (${docs}/${method})`, async () => {
      const given = await poor.call(method, { ...args });
      expect(given).toMatchObject({ ok: false, error: 'missing_scope', provided: '' });
      expect(String(given.needed).split(',')).toContain(scope);
    });
  }

  it('an answer says which scopes there are, and which the method takes (https://docs.slack.dev/apis/web-api)', async () => {
    const { response_metadata } = await writer.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x' });
    expect(response_metadata).toMatchObject({
      scopes: ['chat:write', 'channels:history', 'channels:read'],
      acceptedScopes: ['chat:write'],
    });
  });

  it(`another name needs chat:write.customize (${docs}/chat.postMessage)`, async () => {
    const given = await writer.call('chat.postMessage', {
      channel: 'CRELEASES1',
      text: 'x',
      username: 'other',
    });
    expect(given).toMatchObject({ error: 'missing_scope', needed: 'chat:write.customize' });
  });

  it(`a public channel it is not in needs chat:write.public (${docs}/chat.postMessage)`, async () => {
    const given = await writer.call('chat.postMessage', { channel: 'CPARTNERS1', text: 'x' });
    expect(given).toMatchObject({ ok: false, error: 'not_in_channel' });
  });

  it(`private channels have scopes of their own (${docs}/conversations.history)`, async () => {
    const people = await writer.people();
    await people.as('mara').creates('secret', { isPrivate: true });
    await people.as('mara').invites('@tester', { to: '#secret' });
    const secret = [...people.as('mara').screen.conversations.values()].find(({ name }) => name === 'secret');
    const given = await writer.call('conversations.history', { channel: secret?.id });
    expect(given).toMatchObject({ ok: false, error: 'missing_scope', needed: 'groups:history' });
  });
});
