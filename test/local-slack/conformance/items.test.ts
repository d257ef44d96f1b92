import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';

/** Reactions, pins and bookmarks. */
const docs = 'https://docs.slack.dev/reference/methods';
const channel = 'CRELEASES1';

let b: Bench;
let timestamp: string;

beforeAll(async () => {
  b = await bench();
});

beforeEach(async () => {
  timestamp = String((await b.call('chat.postMessage', { channel, text: 'x' })).ts);
});

afterAll(() => b.close());

const refuses = async (method: string, args: object, error: string) => {
  expect(await b.call(method, { ...args })).toMatchObject({ ok: false, error });
};

describe(`reactions.add (${docs}/reactions.add)`, () => {
  it('adds a reaction once', async () => {
    expect(await b.call('reactions.add', { channel, timestamp, name: 'tada' })).toMatchObject({ ok: true });
    await refuses('reactions.add', { channel, timestamp, name: 'tada' }, 'already_reacted');
    expect(await b.call('reactions.get', { channel, timestamp })).toMatchObject({
      type: 'message',
      message: { reactions: [{ name: 'tada', users: [b.botUser], count: 1 }] },
    });
  });

  const refusals: [string, object, string][] = [
    ['no message', { channel, name: 'tada' }, 'no_item_specified'],
    ['a time that is none', { channel, name: 'tada', timestamp: 'x' }, 'bad_timestamp'],
    ['a message that is not there', { channel, name: 'tada', timestamp: '1.000000' }, 'message_not_found'],
    [
      'an unknown channel',
      { channel: 'C0000000000', name: 'tada', timestamp: '1.000000' },
      'channel_not_found',
    ],
  ];
  for (const [what, args, error] of refusals)
    it(`refuses ${what}`, () => refuses('reactions.add', args, error));

  it('refuses what is no name of an emoji', () =>
    refuses('reactions.add', { channel, timestamp, name: 'Ta da!' }, 'invalid_name'));

  it('and reactions.get and reactions.remove need a message too', async () => {
    for (const method of ['reactions.get', 'reactions.remove']) {
      await refuses(method, { channel, name: 'tada' }, 'no_item_specified');
      await refuses(method, { channel, name: 'tada', timestamp: '1.000000' }, 'message_not_found');
    }
  });

  it(`reactions.remove takes it back, once (${docs}/reactions.remove)`, async () => {
    await b.call('reactions.add', { channel, timestamp, name: 'eyes' });
    expect(await b.call('reactions.remove', { channel, timestamp, name: 'eyes' })).toMatchObject({
      ok: true,
    });
    await refuses('reactions.remove', { channel, timestamp, name: 'eyes' }, 'no_reaction');
  });

  it(`reactions.remove takes only its own back (${docs}/reactions.remove#errors)`, async () => {
    const mara = (await b.people()).as('mara');
    const said = await mara.says('react', { in: '#releases' });
    await mara.reacts(said, 'eyes');
    const ts = said.message.ts;
    await refuses('reactions.remove', { channel, timestamp: ts, name: 'eyes' }, 'no_reaction');
  });

  it(`reactions.list lists what somebody reacted to (${docs}/reactions.list)`, async () => {
    await b.call('reactions.add', { channel, timestamp, name: 'rocket' });
    const { items } = await b.call('reactions.list');
    expect(items).toContainEqual(expect.objectContaining({ type: 'message', channel }));
  });
});

describe(`pins.add (${docs}/pins.add)`, () => {
  it('pins a message once, and lists and unpins it', async () => {
    expect(await b.call('pins.add', { channel, timestamp })).toMatchObject({ ok: true });
    await refuses('pins.add', { channel, timestamp }, 'already_pinned');
    expect((await b.call('pins.list', { channel })).items).toContainEqual(
      expect.objectContaining({ message: expect.objectContaining({ ts: timestamp }) }),
    );
    expect(await b.call('pins.remove', { channel, timestamp })).toMatchObject({ ok: true });
    await refuses('pins.remove', { channel, timestamp }, 'no_pin');
  });

  it('pins.remove needs a message too', () => refuses('pins.remove', { channel }, 'no_item_specified'));

  const refusals: [string, object, string][] = [
    ['no message', { channel }, 'no_item_specified'],
    ['a time that is none', { channel, timestamp: 'x' }, 'bad_timestamp'],
    ['a message that is not there', { channel, timestamp: '1.000000' }, 'message_not_found'],
    ['a channel it is not in', { channel: 'CPARTNERS1', timestamp: '1.000000' }, 'not_in_channel'],
  ];
  for (const [what, args, error] of refusals) it(`refuses ${what}`, () => refuses('pins.add', args, error));
});

it(`a channel holds 100 pins and no more (${docs}/pins.add#errors)`, async () => {
  for (let i = 0; i < 100; i += 1) {
    const { ts } = await b.call('chat.postMessage', { channel: 'CGENERAL01', text: 'x' });
    expect(await b.call('pins.add', { channel: 'CGENERAL01', timestamp: ts })).toMatchObject({ ok: true });
  }
  const { ts } = await b.call('chat.postMessage', { channel: 'CGENERAL01', text: 'x' });
  await refuses('pins.add', { channel: 'CGENERAL01', timestamp: ts }, 'too_many_pins');
});

describe(`bookmarks.add (${docs}/bookmarks.add)`, () => {
  const link = { channel_id: channel, type: 'link', title: 'Runbook', link: 'https://a.example/runbook' };

  it('adds, edits, lists and removes a bookmark', async () => {
    const { bookmark } = await b.call('bookmarks.add', link);
    const { id: bookmark_id } = bookmark as { id: string };
    const args = { channel_id: channel, bookmark_id };
    expect(await b.call('bookmarks.edit', { ...args, title: 'Book' })).toMatchObject({
      bookmark: { title: 'Book' },
    });
    expect(await b.call('bookmarks.list', { channel_id: channel })).toMatchObject({
      bookmarks: [{ title: 'Book' }],
    });
    expect(await b.call('bookmarks.remove', args)).toMatchObject({ ok: true });
    await refuses('bookmarks.remove', args, 'not_found');
    await refuses('bookmarks.edit', args, 'not_found');
  });

  it('refuses other types and what is no link', async () => {
    await refuses('bookmarks.add', { ...link, type: 'folder' }, 'invalid_bookmark_type');
    await refuses('bookmarks.add', { ...link, link: 'runbook' }, 'invalid_link');
    const { bookmark } = await b.call('bookmarks.add', link);
    const edited = { channel_id: channel, bookmark_id: (bookmark as { id: string }).id, link: 'runbook' };
    await refuses('bookmarks.edit', edited, 'invalid_link');
    await b.call('bookmarks.remove', edited);
  });

  it('takes 100 in a channel and no more', async () => {
    for (let i = 0; i < 100; i += 1) expect(await b.call('bookmarks.add', link)).toMatchObject({ ok: true });
    await refuses('bookmarks.add', link, 'too_many_bookmarks');
  });
});
