import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';

const docs = 'https://docs.slack.dev/reference/methods';

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

const user = async (id: string) => (await b.call('users.info', { user: id })).user;
const refuses = async (method: string, args: object, error: string) => {
  expect(await b.call(method, { ...args })).toMatchObject({ ok: false, error });
};

describe(`users.info (${docs}/users.info)`, () => {
  it('gives a member their zone, in winter and summer', async () => {
    expect(await user('UMARA00001')).toMatchObject({
      id: 'UMARA00001',
      team_id: 'TACME00001',
      name: 'mara',
      real_name: 'Mara Lindqvist',
      deleted: false,
      is_owner: true,
      is_bot: false,
      tz: 'Europe/Berlin',
      tz_label: 'Central European Summer Time',
      tz_offset: 7200,
      profile: { email: 'mara@acme.example', display_name: 'mara' },
    });
  });

  it('knows zones of half an hour', async () => {
    expect(await user('UKIRAN0001')).toMatchObject({ tz_offset: 19_800 });
  });

  it('marks a guest as restricted', async () => {
    expect(await user('UGIL000001')).toMatchObject({ is_restricted: true, is_ultra_restricted: false });
  });

  it('marks a deactivated person as deleted', async () => {
    expect(await user('UDANA00001')).toMatchObject({ deleted: true });
  });

  it('marks the bot as one', async () => {
    expect(await user(b.botUser)).toMatchObject({ is_bot: true, profile: { bot_id: b.botId } });
  });

  it('knows a person of another workspace from a shared channel, as a stranger until it is in there too', async () => {
    expect(await user('UXENIA0001')).toMatchObject({ team_id: 'TGLOBEX001', is_stranger: true });
    await b.call('conversations.join', { channel: 'CPARTNERS1' });
    expect(await user('UXENIA0001')).toMatchObject({ is_stranger: false });
  });

  it('knows nobody else of that workspace', () =>
    refuses('users.info', { user: 'UHANK00001' }, 'user_not_found'));

  it('knows nobody of an id that is none', () =>
    refuses('users.info', { user: 'U0000000000' }, 'user_not_found'));
});

describe('other look-ups', () => {
  it(`users.list lists everybody it may know, page by page (${docs}/users.list)`, async () => {
    const { members } = await b.call('users.list');
    const ids = (members as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['UMARA00001', 'UDANA00001', 'UXENIA0001', b.botUser]));
    expect(ids).not.toContain('UHANK00001');
    const first = await b.call('users.list', { limit: 1 });
    expect(first.members).toHaveLength(1);
    await refuses('users.list', { cursor: 'nonsense' }, 'invalid_cursor');
  });

  it(`users.lookupByEmail finds active people (${docs}/users.lookupByEmail)`, async () => {
    expect(await b.call('users.lookupByEmail', { email: 'nico@acme.example' })).toMatchObject({
      user: { id: 'UNICO00001' },
    });
    await refuses('users.lookupByEmail', { email: 'dana@acme.example' }, 'users_not_found');
    await refuses('users.lookupByEmail', { email: 'nobody@acme.example' }, 'users_not_found');
  });

  it(`users.profile.get gives a profile (${docs}/users.profile.get)`, async () => {
    expect(await b.call('users.profile.get', { user: 'UNICO00001' })).toMatchObject({
      profile: { title: 'Marketer', first_name: 'Nico', last_name: 'Alvarez' },
    });
    await refuses('users.profile.get', { user: 'U0000000000' }, 'user_not_found');
  });

  it(`bots.info describes an app's bot (${docs}/bots.info)`, async () => {
    expect(await b.call('bots.info', { bot: b.botId })).toMatchObject({
      bot: { id: b.botId, app_id: b.appId, user_id: b.botUser, name: 'Tester' },
    });
    await refuses('bots.info', { bot: 'B0000000000' }, 'bot_not_found');
  });

  it(`team.info describes the workspace, and no other (${docs}/team.info)`, async () => {
    expect(await b.call('team.info')).toMatchObject({
      team: { id: 'TACME00001', name: 'Acme', domain: 'acme' },
    });
    await refuses('team.info', { team: 'TGLOBEX001' }, 'team_not_found');
  });

  it(`dnd.info and dnd.teamInfo say that nobody snoozes (${docs}/dnd.info)`, async () => {
    expect(await b.call('dnd.info', { user: 'UMARA00001' })).toMatchObject({ dnd_enabled: false });
    expect(await b.call('dnd.teamInfo', { users: 'UMARA00001' })).toMatchObject({
      users: { UMARA00001: { dnd_enabled: false } },
    });
    await refuses('dnd.info', { user: 'U0000000000' }, 'user_not_found');
    await refuses('dnd.teamInfo', {}, 'no_users_provided');
  });
});

describe('user groups', () => {
  it(`usergroups.list lists those in use (${docs}/usergroups.list)`, async () => {
    const plain = await b.call('usergroups.list');
    expect(plain).toMatchObject({ usergroups: [{ id: 'SAPPROVERS', handle: 'release-approvers' }] });
    expect(plain.usergroups).not.toMatchObject([{ users: expect.anything() }]);
    expect(await b.call('usergroups.list', { include_users: true, include_count: true })).toMatchObject({
      usergroups: [{ users: ['UAMARA0001'], user_count: 1 }],
    });
  });

  it(`usergroups.users.list lists a group's people (${docs}/usergroups.users.list)`, async () => {
    expect(await b.call('usergroups.users.list', { usergroup: 'SAPPROVERS' })).toMatchObject({
      users: ['UAMARA0001'],
    });
    await refuses('usergroups.users.list', { usergroup: 'S0000000000' }, 'no_such_subteam');
  });

  it(`usergroups.create makes one of an unused name and handle (${docs}/usergroups.create)`, async () => {
    expect(await b.call('usergroups.create', { name: 'On call' })).toMatchObject({
      usergroup: { handle: 'on-call' },
    });
    await refuses('usergroups.create', { name: 'On call' }, 'name_already_exists');
    await refuses('usergroups.create', { name: 'Other', handle: 'on-call' }, 'handle_already_exists');
    await refuses('usergroups.create', { name: '' }, 'missing_subteam_name');
  });

  it(`usergroups.users.update replaces the people (${docs}/usergroups.users.update)`, async () => {
    const set = (users: string) => ({ usergroup: 'SAPPROVERS', users });
    expect(await b.call('usergroups.users.update', set('UAMARA0001,UMARA00001'))).toMatchObject({
      usergroup: { user_count: 2 },
    });
    await refuses('usergroups.users.update', set(''), 'no_users_provided');
    await refuses('usergroups.users.update', set('U0000000000'), 'invalid_users');
  });

  it(`a group holds 10,000 people and no more (${docs}/usergroups.users.update#errors)`, async () => {
    const set = (n: number) => ({
      usergroup: 'SAPPROVERS',
      users: Array.from({ length: n }, () => 'UAMARA0001'),
    });
    expect(await b.call('usergroups.users.update', set(10_000))).toMatchObject({ ok: true });
    await refuses('usergroups.users.update', set(10_001), 'subteam_max_users_exceeded');
  });

  it(`usergroups.update and disable change a group (${docs}/usergroups.disable)`, async () => {
    const { usergroup } = await b.call('usergroups.create', { name: 'Short lived' });
    const { id } = usergroup as { id: string };
    expect(await b.call('usergroups.update', { usergroup: id, name: 'Renamed' })).toMatchObject({
      usergroup: { name: 'Renamed', handle: 'short-lived' },
    });
    await refuses(
      'usergroups.update',
      { usergroup: id, handle: 'release-approvers' },
      'handle_already_exists',
    );
    await b.call('usergroups.disable', { usergroup: id });
    expect((await b.call('usergroups.list')).usergroups).not.toContainEqual(expect.objectContaining({ id }));
    await refuses('usergroups.users.list', { usergroup: id }, 'no_such_subteam');
    expect(await b.call('usergroups.users.list', { usergroup: id, include_disabled: true })).toMatchObject({
      users: [],
    });
    expect((await b.call('usergroups.list', { include_disabled: true })).usergroups).toContainEqual(
      expect.objectContaining({ id }),
    );
    await b.call('usergroups.enable', { usergroup: id });
    expect((await b.call('usergroups.list')).usergroups).toContainEqual(expect.objectContaining({ id }));
  });

  it('a group that is not there is no_such_subteam everywhere', async () => {
    const args = { usergroup: 'S0000000000', users: 'UAMARA0001' };
    for (const method of ['users.list', 'users.update', 'update', 'enable', 'disable']) {
      await refuses(`usergroups.${method}`, args, 'no_such_subteam');
    }
  });

  it(`user groups need a paid plan (${docs}/usergroups.list#errors)`, async () => {
    const people = await b.people();
    const { botToken } = await people.control('install', { appId: b.appId, teamId: 'TGLOBEX001' });
    for (const method of ['usergroups.list', 'usergroups.users.list', 'usergroups.create']) {
      const given = await b.callAtOnce(method, { usergroup: 'SAPPROVERS', name: 'x' }, String(botToken));
      expect(given).toMatchObject({ ok: false, error: 'plan_upgrade_required' });
    }
  });
});
