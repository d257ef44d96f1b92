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

describe('members', () => {
  it(`conversations.members lists them page by page (${docs}/conversations.members)`, async () => {
    const first = await b.call('conversations.members', { channel: releases, limit: 2 });
    expect(first).toMatchObject({ members: ['UMARA00001', 'UNICO00001'] });
    await refuses('conversations.members', { channel: releases, limit: 1001 }, 'invalid_limit');
  });

  it(`conversations.join joins a public channel (${docs}/conversations.join)`, async () => {
    expect(await b.call('conversations.join', { channel: 'CPARTNERS1' })).toMatchObject({ ok: true });
    expect(await b.call('conversations.join', { channel: 'CPARTNERS1' })).toMatchObject({
      warning: 'already_in_channel',
    });
    const { members } = await b.call('conversations.members', { channel: 'CPARTNERS1' });
    expect((members as string[]).filter((member) => member === b.botUser)).toHaveLength(1);
  });

  it(`conversations.join refuses archived channels and DMs (${docs}/conversations.join)`, async () => {
    const { id } = await create();
    await b.call('conversations.archive', { channel: id });
    await refuses('conversations.join', { channel: id }, 'is_archived');
    const { channel } = await b.call('conversations.open', { users: 'UMARA00001' });
    await refuses(
      'conversations.join',
      { channel: (channel as Channel).id },
      'method_not_supported_for_channel_type',
    );
  });

  const invitations: [string, string, string][] = [
    ['somebody who is in', 'UMARA00001', 'already_in_channel'],
    ['itself', 'self', 'cant_invite_self'],
    ['nobody', '', 'no_user'],
    ['somebody unknown', 'U0000000000', 'user_not_found'],
    ['a deactivated person', 'UDANA00001', 'cant_invite'],
  ];
  for (const [what, user, error] of invitations) {
    it(`conversations.invite refuses ${what} (${docs}/conversations.invite)`, async () => {
      await refuses(
        'conversations.invite',
        { channel: releases, users: user === 'self' ? b.botUser : user },
        error,
      );
    });
  }

  it(`conversations.invite brings people in, and kick puts them out (${docs}/conversations.kick)`, async () => {
    const { id } = await create();
    await b.call('conversations.invite', { channel: id, users: 'UMARA00001,UNICO00001' });
    expect(await b.call('conversations.members', { channel: id })).toMatchObject({
      members: [b.botUser, 'UMARA00001', 'UNICO00001'],
    });
    expect(await b.call('conversations.kick', { channel: id, user: 'UNICO00001' })).toMatchObject({
      ok: true,
    });
    await refuses('conversations.kick', { channel: id, user: 'UNICO00001' }, 'not_in_channel');
    await refuses('conversations.kick', { channel: id, user: b.botUser }, 'cant_kick_self');
    await refuses(
      'conversations.kick',
      { channel: 'CGENERAL01', user: 'UMARA00001' },
      'cant_kick_from_general',
    );
  });

  it(`conversations.leave leaves, but not the last and not the general one (${docs}/conversations.leave)`, async () => {
    const { id } = await create();
    await refuses('conversations.leave', { channel: id }, 'last_member');
    await b.call('conversations.invite', { channel: id, users: 'UMARA00001' });
    expect(await b.call('conversations.leave', { channel: id })).toEqual(
      expect.objectContaining({ ok: true }),
    );
    expect(await b.call('conversations.leave', { channel: id })).toMatchObject({
      ok: true,
      not_in_channel: true,
    });
    await refuses('conversations.leave', { channel: 'CGENERAL01' }, 'cant_leave_general');
  });
});

describe(`conversations.open (${docs}/conversations.open)`, () => {
  it('opens one DM with a person, again and again', async () => {
    const first = await b.call('conversations.open', { users: 'UKIRAN0001' });
    expect(first).toMatchObject({ ok: true, channel: { id: expect.stringMatching(/^D/) } });
    expect(await b.call('conversations.open', { users: 'UKIRAN0001', return_im: true })).toMatchObject({
      already_open: true,
      channel: { id: (first.channel as Channel).id, is_im: true, user: 'UKIRAN0001' },
    });
  });

  it('opens a conversation of several people', async () => {
    const { channel } = await b.call('conversations.open', {
      users: 'UMARA00001,UNICO00001',
      return_im: true,
    });
    expect(channel).toMatchObject({ is_mpim: true });
  });

  const refusals: [string, object, string][] = [
    ['nobody', {}, 'users_list_not_supplied'],
    ['an empty list', { users: '' }, 'not_enough_users'],
    ['nine people', { users: Array.from({ length: 9 }, () => 'UMARA00001').join(',') }, 'too_many_users'],
    ['somebody unknown', { users: 'U0000000000' }, 'user_not_found'],
    ['a deactivated person', { users: 'UDANA00001' }, 'user_disabled'],
    ['a channel', { channel: releases }, 'method_not_supported_for_channel_type'],
    [
      'a conversation that would have to be made',
      { users: 'UGIL000001', prevent_creation: true },
      'channel_not_found',
    ],
  ];
  for (const [what, args, error] of refusals) {
    it(`refuses ${what}`, () => refuses('conversations.open', args, error));
  }

  it('closes DMs only', async () => {
    const { channel } = await b.call('conversations.open', { users: 'UKIRAN0001' });
    expect(await b.call('conversations.close', { channel: (channel as Channel).id })).toMatchObject({
      ok: true,
    });
    await refuses('conversations.close', { channel: releases }, 'method_not_supported_for_channel_type');
  });
});
