import type { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act, ActReply } from '../../src/local-slack/protocol.ts';
import { boltOnSockets, type Running } from './support/bolt.ts';

/** What a person may not do, by their client's own protocol. */
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const releases = 'CRELEASES1';

let bolt: Running;
let general: string;
let dm: string;
let archived: string;
let modal: string;
let card: string;

beforeAll(async () => {
  bolt = await boltOnSockets((app: App) => {
    app.command('/try', async ({ ack, client, command }) => {
      await ack();
      const element = { type: 'external_select', action_id: 'x', min_query_length: 0 };
      const blocks = [{ type: 'input', block_id: 'x', label: plain('X'), element }];
      const view = { type: 'modal', title: plain('Form'), submit: plain('Send'), blocks };
      await client.views.open({ trigger_id: command.trigger_id, view: view as never });
    });
    app.options('x', async ({ ack }) => ack({ options: [{ text: plain('y'.repeat(76)), value: 'y' }] }));
  });
  const somebody = (await bolt.people()).as('mara');
  general = 'CGENERAL01';
  dm = (await somebody.says('hi', { in: '@nico' })).message.channel;
  await somebody.creates('old');
  archived = String([...somebody.screen.conversations.values()].find(({ name }) => name === 'old')?.id);
  await (await bolt.people()).control('place', { change: 'archive', channel: archived, by: 'UMARA00001' });
  await somebody.types('/try', { in: '#releases' });
  modal = (await somebody.seesModal('Form')).view.id;
  const posted = await bolt.call('chat.postMessage', { channel: releases, text: 'a card' });
  card = String(posted.ts);
});

afterAll(() => bolt.stop());

async function does(user: string, act: Act, team = 'TACME00001'): Promise<ActReply> {
  const body = JSON.stringify({ team, user, act });
  const response = await fetch(`${bolt.local.url}/client/act`, { method: 'POST', body });
  return (await response.json()) as ActReply;
}

type Refusal = [what: string, user: string, act: () => Act, trouble: string];

const mara = 'UMARA00001';
const gil = 'UGIL000001';
const nobody = 'U0000000000';
const gone = '1.000000';

const say = (channel: string, text = 'x'): Act => ({ type: 'say', channel, text });
const join = (channel: string): Act => ({ type: 'join', channel });
const leave = (channel: string): Act => ({ type: 'leave', channel });
const invite = (channel: string, user: string): Act => ({ type: 'invite', channel, user });
const create = (name: string): Act => ({ type: 'create-channel', name });
const use = (callbackId: string): Act => ({ type: 'shortcut', callbackId, appId: bolt.appId });
const keep = (channel: string, ts: string): Act => {
  return { type: 'message-shortcut', callbackId: 'keep', appId: bolt.appId, channel, ts };
};
const suggest = (blockId: string): Act => {
  return { type: 'suggest', on: { view: modal }, blockId, actionId: 'x', value: '' };
};
const ask = (channel: string, message: string): Act => {
  return { type: 'suggest', on: { channel, message }, blockId: 'x', actionId: 'x', value: '' };
};
const press = (on: Extract<Act, { type: 'click' }>['on'], actionId = 'x'): Act => {
  return {
    type: 'click',
    on,
    blockId: 'x',
    actionId,
    element: { type: 'button' },
    stale: actionId === 'stale',
  };
};

const refusals: Refusal[] = [
  ['an app acts as a person', 'bot', () => say(releases), 'user_is_bot'],
  ['somebody of another workspace acts here', 'UHANK00001', () => say(releases), 'user_not_found'],
  ['somebody writes where they are not', gil, () => say(general), 'channel_not_found'],
  ['somebody says nothing', mara, () => say(releases, ' '), 'no_text'],
  [
    'a thread that is gone is answered',
    mara,
    () => ({ ...say(releases), threadTs: gone }),
    'thread_not_found',
  ],
  [
    'somebody reads where they are not',
    gil,
    () => ({ type: 'read', channel: general, ts: gone }),
    'channel_not_found',
  ],
  ['somebody joins an archived channel', 'UNICO00001', () => join(archived), 'is_archived'],
  ['somebody joins a channel that is not there', mara, () => join('C0000000000'), 'channel_not_found'],
  ['somebody joins a direct message of others', 'UAMARA0001', () => join(dm), 'channel_not_found'],
  ['a guest joins a channel', gil, () => join(general), 'user_is_restricted'],
  ['somebody leaves the general channel', mara, () => leave(general), 'cant_leave_general'],
  ['somebody leaves a direct message', mara, () => leave(dm), 'method_not_supported'],
  ['somebody leaves where they are not', gil, () => leave(general), 'channel_not_found'],
  ['a deactivated person is invited', mara, () => invite(releases, 'UDANA00001'), 'user_not_found'],
  ['a person of another workspace is invited', mara, () => invite(releases, 'UXENIA0001'), 'user_not_found'],
  ['somebody invites to where they are not', gil, () => invite(general, mara), 'channel_not_found'],
  ['a channel gets a bad name', mara, () => create('Not Good'), 'invalid_name_specials'],
  ['a channel gets a name there is', mara, () => create('releases'), 'name_taken'],
  ['somebody writes to nobody', mara, () => ({ type: 'open-dm', user: nobody }), 'user_not_found'],
  ['the Home tab of no app is opened', mara, () => ({ type: 'open-home', appId: 'A1' }), 'app_not_found'],
  ['a shortcut that is not there is used', mara, () => use('x'), 'shortcut_not_found'],
  ['a message shortcut is used as a global one', mara, () => use('keep'), 'shortcut_not_found'],
  ['a shortcut is used on a message that is gone', mara, () => keep(releases, gone), 'message_not_found'],
  ['a shortcut is used where they are not', gil, () => keep(general, gone), 'channel_not_found'],
  [
    'what is not on a message is clicked',
    mara,
    () => press({ channel: releases, message: card }),
    'element_not_found',
  ],
  [
    'a message that is gone is clicked',
    mara,
    () => press({ channel: releases, message: gone }, 'stale'),
    'element_not_found',
  ],
  [
    'somebody clicks where they are not',
    gil,
    () => press({ channel: general, message: card }),
    'channel_not_found',
  ],
  ['what is not in a form is clicked', mara, () => press({ view: modal }, 'y'), 'element_not_found'],
  ["somebody clicks in another's form", 'UNICO00001', () => press({ view: modal }), 'element_not_found'],
  [
    "another's form is submitted",
    'UNICO00001',
    () => ({ type: 'submit', view: modal, values: {} }),
    'view_not_found',
  ],
  ["another's form is closed", 'UNICO00001', () => ({ type: 'close', view: modal }), 'view_not_found'],
  ['options of nothing are asked for', mara, () => suggest('y'), 'element_not_found'],
  ['options of a message that is gone are asked for', mara, () => ask(releases, gone), 'element_not_found'],
  ['options of a message that has none are asked for', mara, () => ask(releases, card), 'element_not_found'],
  ['options are asked for where they are not', gil, () => ask(general, card), 'channel_not_found'],
  ['an app offers options that cannot be shown', mara, () => suggest('x'), 'invalid_options'],
  ['the clock is moved where it cannot be', mara, () => ({ type: 'skip', byMs: 1 }), 'clock_not_movable'],
];

describe('it is refused that', () => {
  for (const [what, user, act, trouble] of refusals) {
    it(what, async () => {
      const who = user === 'bot' ? bolt.botUser : user;
      expect(await does(who, act())).toMatchObject({ ok: false, trouble });
    });
  }

  it('a command is typed in an archived channel, or a message edited that is gone', async () => {
    const typed: Act = { type: 'command', channel: archived, text: '/try' };
    expect(await does(mara, typed)).toMatchObject({ ok: false, trouble: 'is_archived' });
    const edited: Act = { type: 'edit', channel: releases, ts: gone, text: 'x' };
    expect(await does(mara, edited)).toMatchObject({ ok: false, trouble: 'message_not_found' });
    const deleted: Act = { type: 'delete', channel: releases, ts: gone };
    expect(await does(mara, deleted)).toMatchObject({ ok: false, trouble: 'message_not_found' });
    const reaction: Act = { type: 'react', channel: releases, ts: gone, name: 'tada' };
    expect(await does(mara, reaction)).toMatchObject({ ok: false, trouble: 'message_not_found' });
    const other = { ...keep(releases, card), callbackId: 'start' } as Act;
    expect(await does(mara, other)).toMatchObject({ ok: false, trouble: 'shortcut_not_found' });
  });

  it('somebody edits a message into nothing', async () => {
    const said = await (await bolt.people()).as('mara').says('words', { in: '#releases' });
    const act: Act = { type: 'edit', channel: releases, ts: said.message.ts, text: ' ' };
    expect(await does('UMARA00001', act)).toMatchObject({ ok: false, trouble: 'no_text' });
  });

  it('an act is none', async () => {
    const body = JSON.stringify({ team: 'TACME00001', user: 'UMARA00001', act: { type: 'fly' } });
    const response = await fetch(`${bolt.local.url}/client/act`, { method: 'POST', body });
    expect(response.status).toBe(400);
  });

  it('the clock goes back, or to nothing due', async () => {
    bolt.local.slack.mover = { nextDueAt: null, move: async () => undefined };
    expect(await does('UMARA00001', { type: 'skip', byMs: -1 })).toMatchObject({ trouble: 'invalid_time' });
    expect(await does('UMARA00001', { type: 'skip-to-next' })).toMatchObject({ trouble: 'nothing_due' });
    bolt.local.slack.mover = undefined;
  });
});
