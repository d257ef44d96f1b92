import type { App, BlockAction } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boltOnSockets, heard, type Running } from '../support/bolt.ts';

/** Two workspaces, a channel they share, a guest, a deactivated person. */
const docs = 'https://docs.slack.dev';

const clicks = heard<BlockAction>();
const messages = heard<Record<string, unknown>>();
let bolt: Running;

beforeAll(async () => {
  bolt = await boltOnSockets((app: App) => {
    app.action<BlockAction>('press', async ({ ack, body }) => {
      await ack();
      clicks.all.push(body);
    });
    app.message(/.*/, async ({ body }) => {
      messages.all.push(body as unknown as Record<string, unknown>);
    });
  });
  await bolt.call('conversations.join', { channel: 'CPARTNERS1' });
});

afterAll(() => bolt.stop());

describe(`a shared channel (${docs}/apis/slack-connect)`, () => {
  it('brings clicks of people from the other workspace with their own team', async () => {
    const button = { type: 'button', action_id: 'press', text: { type: 'plain_text', text: 'Press' } };
    const blocks = [{ type: 'actions', elements: [button] }];
    await bolt.call('chat.postMessage', { channel: 'CPARTNERS1', text: 'x', blocks });
    await (await bolt.people()).as('xenia').clicks('Press', { in: '#partners' });
    expect(await clicks.next('the click')).toMatchObject({
      user: { id: 'UXENIA0001', team_id: 'TGLOBEX001' },
      team: { id: 'TGLOBEX001', domain: 'globex' },
    });
  });

  it('says in events that it is shared', async () => {
    await (await bolt.people()).as('xenia').says('hello from Globex', { in: '#partners' });
    expect(await messages.next('the message')).toMatchObject({
      team_id: 'TACME00001',
      is_ext_shared_channel: true,
      event: { user: 'UXENIA0001', team: 'TGLOBEX001' },
    });
  });

  it('gives people of the other workspace no commands of this one', async () => {
    const xenia = (await bolt.people()).as('xenia');
    await expect(xenia.types('/try', { in: '#partners' })).rejects.toMatchObject({
      trouble: 'invalid_command',
    });
  });
});

describe(`another workspace (${docs}/authentication/installing-with-oauth)`, () => {
  it('has a token and a bot of its own', async () => {
    const people = await bolt.people();
    const { botToken, botUser } = await people.control('install', {
      appId: bolt.appId,
      teamId: 'TGLOBEX001',
    });
    expect(botUser).not.toBe(bolt.botUser);
    const test = await bolt.callAtOnce('auth.test', {}, String(botToken));
    expect(test).toMatchObject({ ok: true, team_id: 'TGLOBEX001', user_id: botUser });
    const post = (channel: string) =>
      bolt.callAtOnce('chat.postMessage', { channel, text: 'x' }, String(botToken));
    expect(await post('CGXGENERAL')).toMatchObject({ ok: true });
    expect(await post('CRELEASES1')).toMatchObject({ ok: false, error: 'channel_not_found' });
  });
});

describe(`people who may less (${docs}/reference/objects/user-object)`, () => {
  it('a guest cannot join or make channels', async () => {
    const gil = (await bolt.people()).as('gil');
    await expect(gil.creates('mine')).rejects.toMatchObject({ trouble: 'user_is_restricted' });
    expect([...gil.screen.conversations.values()].map(({ name }) => name)).not.toContain('general');
  });

  it('a deactivated person does nothing at all', async () => {
    await expect(bolt.people().then((people) => people.as('dana'))).rejects.toThrow('can sign in');
    const act = {
      team: 'TACME00001',
      user: 'UDANA00001',
      act: { type: 'say', channel: 'CRELEASES1', text: 'x' },
    };
    const response = await fetch(`${bolt.local.url}/client/act`, {
      method: 'POST',
      body: JSON.stringify(act),
    });
    expect(await response.json()).toMatchObject({ ok: false, trouble: 'user_disabled' });
  });

  it('nobody writes in an archived channel', async () => {
    const people = await bolt.people();
    const mara = people.as('mara');
    await mara.creates('closed-soon');
    const channel = [...mara.screen.conversations.values()].find(({ name }) => name === 'closed-soon')?.id;
    await people.control('place', { change: 'archive', channel, by: 'UMARA00001' });
    await expect(mara.says('x', { in: '#closed-soon' })).rejects.toMatchObject({ trouble: 'is_archived' });
  });

  it('nobody changes what somebody else wrote', async () => {
    const people = await bolt.people();
    const said = await people.as('mara').says('mine', { in: '#releases' });
    await expect(people.as('nico').edits(said, 'yours')).rejects.toMatchObject({
      trouble: 'cant_update_message',
    });
    await expect(people.as('nico').deletes(said)).rejects.toMatchObject({ trouble: 'cant_delete_message' });
  });
});
