import type { App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boltOnSockets, heard, type Running } from '../support/bolt.ts';
import { everyEvent } from '../support/manifests.ts';

const docs = 'https://docs.slack.dev/reference/events';

type Event = { type: string; [field: string]: unknown };
type Envelope = { event: Event; [field: string]: unknown };

let bolt: Running;
let events = heard<Envelope>();

function listen(app: App): void {
  const names = [
    ...everyEvent.filter((name) => !name.startsWith('message.') && name !== 'function_executed'),
    'message',
  ];
  for (const name of names) {
    app.event(name, async ({ body }: SlackEventMiddlewareArgs) => {
      events.all.push(body as unknown as Envelope);
    });
  }
}

/** The next event of a type, whatever else happens on the way. */
async function next(type: string, which: (event: Event) => boolean = () => true): Promise<Envelope> {
  for (;;) {
    const found = await events.next(type);
    if (found.event.type === type && which(found.event)) return found;
  }
}

beforeAll(async () => {
  bolt = await boltOnSockets(listen);
});

beforeEach(() => {
  events = heard();
});

afterAll(() => bolt.stop());

const as = async (name: string) => (await bolt.people()).as(name);
const control = async (what: string, request: Record<string, unknown>) =>
  (await bolt.people()).control(what, request);

describe('messages', () => {
  it(`message.channels brings what is said where the bot is (${docs}/message.channels)`, async () => {
    const said = await (await as('mara')).says('hello all', { in: '#releases' });
    const envelope = await next('message');
    expect(envelope).toMatchObject({
      type: 'event_callback',
      team_id: 'TACME00001',
      api_app_id: bolt.appId,
      event_id: expect.stringMatching(/^Ev/),
      event_time: expect.any(Number),
      is_ext_shared_channel: false,
      authorizations: [{ team_id: 'TACME00001', user_id: bolt.botUser, is_bot: true }],
      event: {
        type: 'message',
        channel: 'CRELEASES1',
        channel_type: 'channel',
        user: 'UMARA00001',
        text: 'hello all',
        ts: said.message.ts,
        blocks: [{ type: 'rich_text' }],
      },
    });
  });

  it(`and nothing from where it is not (${docs}/message.channels)`, async () => {
    await (await as('xenia')).says('between us', { in: '#partners' });
    await (await as('mara')).says('for the bot', { in: '#releases' });
    expect((await next('message')).event.text).toBe('for the bot');
  });

  it(`message.im brings what is said to it directly (${docs}/message.im)`, async () => {
    await (await as('nico')).says('just us', { in: '@tester' });
    expect((await next('message')).event).toMatchObject({
      channel_type: 'im',
      text: 'just us',
      user: 'UNICO00001',
    });
  });

  it(`message.groups brings what is said in private channels (${docs}/message.groups)`, async () => {
    const mara = await as('mara');
    await mara.creates('quiet', { isPrivate: true });
    await mara.invites('@tester', { to: '#quiet' });
    await mara.says('psst', { in: '#quiet' });
    expect((await next('message', ({ text }) => text === 'psst')).event).toMatchObject({
      channel_type: 'group',
    });
  });

  it(`an edit is a message_changed, with both versions (${docs}/message/message_changed)`, async () => {
    const mara = await as('mara');
    const said = await mara.says('frist', { in: '#releases' });
    await mara.edits(said, 'first');
    expect((await next('message', ({ subtype }) => subtype === 'message_changed')).event).toMatchObject({
      message: { text: 'first', edited: { user: 'UMARA00001' } },
      previous_message: { text: 'frist' },
    });
  });

  it(`a deletion is a message_deleted (${docs}/message/message_deleted)`, async () => {
    const mara = await as('mara');
    const said = await mara.says('oops', { in: '#releases' });
    await mara.deletes(said);
    expect((await next('message', ({ subtype }) => subtype === 'message_deleted')).event).toMatchObject({
      deleted_ts: said.message.ts,
    });
  });

  it(`app_mention brings a mention, with its thread (${docs}/app_mention)`, async () => {
    const mara = await as('mara');
    const root = await mara.says('a thread', { in: '#releases' });
    await mara.says('@tester pause', { thread: root });
    expect((await next('app_mention')).event).toMatchObject({
      text: `<@${bolt.botUser}> pause`,
      thread_ts: root.message.ts,
      channel: 'CRELEASES1',
      user: 'UMARA00001',
    });
  });

  it('mentions, channels and links are references, in text and blocks (https://docs.slack.dev/messaging/formatting-message-text)', async () => {
    await (await as('gil')).says('@amara #releases @release-approvers @here https://a.example done', {
      in: '#releases',
    });
    expect((await next('message')).event).toMatchObject({
      text: '<@UAMARA0001> <#CRELEASES1|releases> <!subteam^SAPPROVERS> <!here> <https://a.example> done',
      blocks: [
        {
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'user', user_id: 'UAMARA0001' },
                { type: 'text', text: ' ' },
                { type: 'channel', channel_id: 'CRELEASES1' },
                { type: 'text' },
                { type: 'usergroup', usergroup_id: 'SAPPROVERS' },
                { type: 'text' },
                { type: 'broadcast', range: 'here' },
                { type: 'text' },
                { type: 'link', url: 'https://a.example' },
                { type: 'text', text: ' done' },
              ],
            },
          ],
        },
      ],
    });
  });

  it('a reference typed by hand is no mention (https://docs.slack.dev/messaging/formatting-message-text#escaping)', async () => {
    const mara = await as('mara');
    await mara.says(`<@${bolt.botUser}> pause`, { in: '#releases' });
    expect((await next('message')).event.text).toBe(`&lt;@${bolt.botUser}&gt; pause`);
    expect(events.all.some(({ event }) => event.type === 'app_mention')).toBe(false);
  });

  it(`reaction_added and reaction_removed name message and person (${docs}/reaction_added)`, async () => {
    const mara = await as('mara');
    const said = await mara.says('react to me', { in: '#releases' });
    await mara.reacts(said, 'tada');
    const item = { type: 'message', channel: 'CRELEASES1', ts: said.message.ts };
    expect((await next('reaction_added')).event).toMatchObject({
      reaction: 'tada',
      user: 'UMARA00001',
      item,
    });
    await mara.reacts(said, 'tada');
    expect((await next('reaction_removed')).event).toMatchObject({ item });
  });
});

describe('places', () => {
  it(`member_joined_channel tells of others, and who invited them (${docs}/member_joined_channel)`, async () => {
    const mara = await as('mara');
    await mara.creates('joiners');
    await mara.invites('@tester', { to: '#joiners' });
    expect((await next('member_joined_channel')).event).toMatchObject({
      user: bolt.botUser,
      inviter: 'UMARA00001',
    });
    await (await as('nico')).joins('#joiners');
    expect((await next('member_joined_channel')).event).toMatchObject({
      user: 'UNICO00001',
      channel_type: 'C',
    });
    await (await as('nico')).leaves('#joiners');
    expect((await next('member_left_channel')).event).toMatchObject({ user: 'UNICO00001' });
  });

  it(`channel_rename, channel_archive, channel_unarchive and channel_deleted (${docs}/channel_archive)`, async () => {
    const mara = await as('mara');
    await mara.creates('short-lived');
    const channel = [...mara.screen.conversations.values()].find(({ name }) => name === 'short-lived')?.id;
    const by = 'UMARA00001';
    await control('place', { change: 'rename', channel, name: 'renamed', by });
    expect((await next('channel_rename')).event).toMatchObject({ channel: { id: channel, name: 'renamed' } });
    await control('place', { change: 'archive', channel, by });
    expect((await next('channel_archive')).event).toMatchObject({ channel, user: by });
    await control('place', { change: 'unarchive', channel, by });
    expect((await next('channel_unarchive')).event).toMatchObject({ channel, user: by });
    await control('place', { change: 'delete', channel, by });
    expect((await next('channel_deleted')).event).toMatchObject({ channel });
  });
});

describe('people', () => {
  it(`user_change brings the person as they are now (${docs}/user_change)`, async () => {
    await control('person', { change: 'update', user: 'UKIRAN0001', deactivated: true });
    expect((await next('user_change')).event).toMatchObject({ user: { id: 'UKIRAN0001', deleted: true } });
    await control('person', { change: 'update', user: 'UKIRAN0001', deactivated: false, tz: 'Asia/Tokyo' });
    expect((await next('user_change')).event).toMatchObject({ user: { deleted: false, tz: 'Asia/Tokyo' } });
  });

  it(`team_join brings a new person (${docs}/team_join)`, async () => {
    await control('person', { change: 'join', team: 'TACME00001', name: 'ines', realName: 'Ines Novak' });
    expect((await next('team_join')).event).toMatchObject({
      user: { name: 'ines', real_name: 'Ines Novak' },
    });
  });

  it(`subteam_updated and subteam_members_changed tell of a group (${docs}/subteam_members_changed)`, async () => {
    await control('person', { change: 'group', group: 'SAPPROVERS', users: ['UMARA00001'] });
    expect((await next('subteam_updated')).event).toMatchObject({
      subteam: { id: 'SAPPROVERS', users: ['UMARA00001'] },
    });
    expect((await next('subteam_members_changed')).event).toMatchObject({
      added_users: ['UMARA00001'],
      removed_users: ['UAMARA0001'],
    });
  });
});

describe(`app_home_opened (${docs}/app_home_opened)`, () => {
  it('tells which tab, and what it shows already', async () => {
    const amara = await as('amara');
    const opening = amara.opensHome();
    const first = (await next('app_home_opened')).event;
    expect(first).toMatchObject({ user: 'UAMARA0001', tab: 'home', channel: expect.stringMatching(/^D/) });
    expect(first).not.toHaveProperty('view');
    const view = {
      type: 'home',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Welcome' } }],
    };
    await bolt.call('views.publish', { user_id: 'UAMARA0001', view });
    expect((await opening).text).toContain('Welcome');
    await amara.opensHome();
    expect((await next('app_home_opened')).event).toMatchObject({ view: { type: 'home' } });
  });

  it('calls the conversation with the app the messages tab', async () => {
    await (await as('kiran')).says('hi', { in: '@tester' });
    expect((await next('app_home_opened')).event).toMatchObject({ tab: 'messages', user: 'UKIRAN0001' });
  });
});
