import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, bench } from '../support/bench.ts';

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

describe(`conversations.create (${docs}/conversations.create)`, () => {
  it('makes a channel with its maker in it', async () => {
    const { id } = await create({ name: 'brand-new' });
    const { channel } = await b.call('conversations.info', { channel: id, include_num_members: true });
    expect(channel).toMatchObject({ name: 'brand-new', creator: b.botUser, is_member: true, num_members: 1 });
  });

  it('makes a private one', async () => {
    expect(await create({ is_private: true })).toMatchObject({ is_private: true, is_group: true });
  });

  const names: [string, string, string | undefined][] = [
    ['80 characters', 'x'.repeat(80), undefined],
    ['81 characters', 'x'.repeat(81), 'invalid_name_maxlength'],
    ['nothing', '', 'invalid_name_required'],
    ['only punctuation', '--', 'invalid_name_punctuation'],
    ['capitals', 'Releases', 'invalid_name_specials'],
    ['a space', 'a b', 'invalid_name_specials'],
    ['a name there is', 'releases', 'name_taken'],
  ];
  for (const [what, name, error] of names) {
    it(`${error ? 'refuses' : 'takes'} ${what} as a name`, async () => {
      expect(await b.call('conversations.create', { name })).toMatchObject(
        error ? { ok: false, error } : { ok: true },
      );
    });
  }
});

describe(`conversations.info (${docs}/conversations.info)`, () => {
  it('describes a public channel', async () => {
    expect(await b.call('conversations.info', { channel: releases })).toMatchObject({
      ok: true,
      channel: {
        id: releases,
        name: 'releases',
        is_channel: true,
        is_private: false,
        is_archived: false,
        is_member: true,
        purpose: { value: 'What is going out, to whom, and when' },
      },
    });
  });

  it('says that a channel is shared with another workspace', async () => {
    expect(await b.call('conversations.info', { channel: 'CPARTNERS1' })).toMatchObject({
      channel: { is_ext_shared: true, shared_team_ids: ['TACME00001', 'TGLOBEX001'] },
    });
  });

  it('knows of a private channel it is in', async () => {
    const people = await b.people();
    await people.as('mara').creates('with-the-bot', { isPrivate: true });
    await people.as('mara').invites('@tester', { to: '#with-the-bot' });
    const found = [...people.as('mara').screen.conversations.values()].find(
      ({ name }) => name === 'with-the-bot',
    );
    expect(await b.call('conversations.info', { channel: found?.id })).toMatchObject({
      channel: { is_private: true, is_member: true },
    });
  });

  it('does not know of a private channel it is not in', async () => {
    const people = await b.people();
    await people.as('mara').creates('mara-only', { isPrivate: true });
    const found = [...people.as('mara').screen.conversations.values()].find(
      ({ name }) => name === 'mara-only',
    );
    await refuses('conversations.info', { channel: found?.id }, 'channel_not_found');
  });
});

describe(`conversations.list (${docs}/conversations.list)`, () => {
  const names = (given: Answer) => (given.channels as { name: string }[]).map(({ name }) => name);

  it('lists public channels unless asked for others', async () => {
    const given = await b.call('conversations.list');
    expect(names(given)).toEqual(expect.arrayContaining(['releases', 'general', 'partners']));
    expect(given.channels).not.toContainEqual(expect.objectContaining({ is_im: true }));
  });

  it('goes page by page', async () => {
    const first = await b.call('conversations.list', { limit: 1 });
    const { next_cursor: cursor } = first.response_metadata as { next_cursor: string };
    expect(names(first)).toEqual(['releases']);
    expect(names(await b.call('conversations.list', { limit: 1, cursor }))).toEqual(['general']);
  });

  it('takes pages of 1,000 and no more', async () => {
    expect(await b.call('conversations.list', { limit: 1000 })).toMatchObject({ ok: true });
    await refuses('conversations.list', { limit: 1001 }, 'invalid_limit');
  });

  it('refuses unknown types and cursors', async () => {
    await refuses('conversations.list', { types: 'public' }, 'invalid_types');
    await refuses('conversations.list', { cursor: 'nonsense' }, 'invalid_cursor');
  });

  it('leaves archived ones out when asked to', async () => {
    const { id } = await create({ name: 'to-archive' });
    await b.call('conversations.archive', { channel: id });
    expect(names(await b.call('conversations.list'))).toContain('to-archive');
    expect(names(await b.call('conversations.list', { exclude_archived: true }))).not.toContain('to-archive');
  });

  it(`users.conversations lists what somebody is in (${docs}/users.conversations)`, async () => {
    expect(names(await b.call('users.conversations', { user: 'UGIL000001' }))).toEqual(['releases']);
    await refuses('users.conversations', { user: 'U0000000000' }, 'user_not_found');
  });
});

describe('changes to a channel', () => {
  it(`conversations.rename renames, once per name (${docs}/conversations.rename)`, async () => {
    const { id } = await create();
    const given = await b.call('conversations.rename', { channel: id, name: 'renamed' });
    expect(given).toMatchObject({
      channel: { name: 'renamed', previous_names: [expect.stringMatching(/^made-/)] },
    });
    await refuses('conversations.rename', { channel: id, name: 'releases' }, 'name_taken');
    await refuses('conversations.rename', { channel: id, name: 'x'.repeat(81) }, 'invalid_name_maxlength');
  });

  it(`an archived channel takes nothing (${docs}/conversations.archive)`, async () => {
    const { id } = await create();
    expect(await b.call('conversations.archive', { channel: id })).toMatchObject({ ok: true });
    await refuses('conversations.archive', { channel: id }, 'already_archived');
    await refuses('chat.postMessage', { channel: id, text: 'x' }, 'is_archived');
    await refuses('chat.postEphemeral', { channel: id, user: b.botUser, text: 'x' }, 'is_archived');
    await refuses('conversations.setTopic', { channel: id, topic: 'x' }, 'is_archived');
    await refuses('conversations.invite', { channel: id, users: 'UMARA00001' }, 'is_archived');
    expect(await b.call('conversations.unarchive', { channel: id })).toMatchObject({ ok: true });
    await refuses('conversations.unarchive', { channel: id }, 'not_archived');
    expect(await b.call('chat.postMessage', { channel: id, text: 'x' })).toMatchObject({ ok: true });
  });

  it(`the general channel is never archived (${docs}/conversations.archive)`, async () => {
    await refuses('conversations.archive', { channel: 'CGENERAL01' }, 'cant_archive_general');
  });

  for (const [method, field] of [
    ['conversations.setTopic', 'topic'],
    ['conversations.setPurpose', 'purpose'],
  ] as const) {
    it(`${method} takes 250 characters and no more (${docs}/${method})`, async () => {
      const set = (size: number) => ({ channel: releases, [field]: 'x'.repeat(size) });
      expect(await b.call(method, set(250))).toMatchObject({
        channel: { [field]: { value: 'x'.repeat(250) } },
      });
      await refuses(method, set(251), 'too_long');
    });
  }

  it('a channel it is not in cannot be changed (https://docs.slack.dev/reference/methods/conversations.setTopic)', async () => {
    const people = await b.people();
    await people.as('nico').creates('of-nico');
    const found = [...people.as('nico').screen.conversations.values()].find(({ name }) => name === 'of-nico');
    for (const method of ['conversations.setTopic', 'conversations.rename', 'conversations.archive']) {
      await refuses(method, { channel: found?.id, topic: 'x', name: 'y' }, 'not_in_channel');
    }
  });
});
