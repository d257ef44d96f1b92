import type { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DriverError, FieldErrors, Refused } from '../../src/local-slack/driver.ts';
import { boltOnSockets, heard, type Running } from './support/bolt.ts';

/** Acting as a person: everything is found by what it says. */
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });
const field = (label: string, element: object) => ({
  type: 'input',
  label: plain(label),
  optional: true,
  element,
});

const form = {
  type: 'modal',
  callback_id: 'form',
  title: plain('Every input'),
  submit: plain('Send'),
  blocks: [
    field('Text', { type: 'plain_text_input', action_id: 'a' }),
    field('Number', { type: 'number_input', action_id: 'a', is_decimal_allowed: false }),
    field('Mail', { type: 'email_text_input', action_id: 'a' }),
    field('Link', { type: 'url_text_input', action_id: 'a' }),
    field('One of', { type: 'static_select', action_id: 'a', options: [option('Careful'), option('Fast')] }),
    field('Some of', {
      type: 'multi_static_select',
      action_id: 'a',
      options: [option('Web'), option('App')],
    }),
    field('Choice', { type: 'radio_buttons', action_id: 'a', options: [option('Now'), option('Later')] }),
    field('Boxes', { type: 'checkboxes', action_id: 'a', options: [option('Legal'), option('Support')] }),
    field('Person', { type: 'users_select', action_id: 'a' }),
    field('People', { type: 'multi_users_select', action_id: 'a' }),
    field('Channel', { type: 'channels_select', action_id: 'a' }),
    field('Place', { type: 'conversations_select', action_id: 'a' }),
    field('Day', { type: 'datepicker', action_id: 'a' }),
    field('Hour', { type: 'timepicker', action_id: 'a' }),
    field('Instant', { type: 'datetimepicker', action_id: 'a' }),
    field('Rich', { type: 'rich_text_input', action_id: 'a' }),
  ],
};

const sent = heard<Record<string, unknown>[]>();
let bolt: Running;

beforeAll(async () => {
  bolt = await boltOnSockets((app: App) => {
    app.command('/try', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: form as never });
    });
    app.view('form', async ({ ack, view }) => {
      await ack();
      const inOrder = view.blocks.map((block) => view.state.values[String(block.block_id)]?.a);
      sent.all.push(inOrder as unknown as Record<string, unknown>[]);
    });
  });
});

afterAll(() => bolt.stop());

const as = async (name: string) => (await bolt.people()).as(name);
const post = (args: object) => bolt.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x', ...args });

describe('filling a form', () => {
  it('knows every input by its label', async () => {
    const mara = await as('mara');
    await mara.types('/try', { in: '#releases' });
    await mara
      .fills({
        Text: 'words',
        Number: 7,
        Mail: 'a@b.example',
        Link: 'https://a.example',
        'One of': 'Fast',
        'Some of': ['Web', 'App'],
        Choice: 'Later',
        Boxes: ['Legal'],
        Person: '@nico',
        People: ['Amara Okafor', 'kiran'],
        Channel: '#general',
        Place: '#releases',
        Day: '2026-04-07',
        Hour: '09:30',
        Instant: new Date('2026-04-07T09:30:00Z'),
        Rich: 'formatted',
      })
      .submits();
    expect(await sent.next('the form')).toMatchObject([
      { value: 'words' },
      { value: '7' },
      { value: 'a@b.example' },
      { value: 'https://a.example' },
      { selected_option: option('Fast') },
      { selected_options: [option('Web'), option('App')] },
      { selected_option: option('Later') },
      { selected_options: [option('Legal')] },
      { selected_user: 'UNICO00001' },
      { selected_users: ['UAMARA0001', 'UKIRAN0001'] },
      { selected_channel: 'CGENERAL01' },
      { selected_conversation: 'CRELEASES1' },
      { selected_date: '2026-04-07' },
      { selected_time: '09:30' },
      { selected_date_time: 1_775_554_200 },
      { rich_text_value: { type: 'rich_text' } },
    ]);
  });

  it('says which fields there are when one is not there', async () => {
    const mara = await as('mara');
    await mara.types('/try', { in: '#releases' });
    await expect(mara.fills({ Colour: 'red' }).submits()).rejects.toThrow(
      /no field "Colour" among "Text", "Number"/,
    );
    await expect(mara.fills({ 'One of': 'Reckless' }).submits()).rejects.toThrow(/no option "Reckless"/);
    await expect(mara.fills({ Number: 'seven' }).submits()).rejects.toBeInstanceOf(FieldErrors);
    await mara.closes();
  });
});

describe('reading', () => {
  it('is what the person reads: names, times in their zone, no marks', async () => {
    const at = 1_775_476_800;
    const text = `*Bold* for <@UNICO00001> in <#CRELEASES1> by <!subteam^SAPPROVERS> at <!date^${at}^{time}|later> &amp; <https://a.example|a link>`;
    await post({ blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] });
    const read = async (name: string) => (await (await as(name)).sees('Bold for')).text;
    expect(await read('mara')).toBe(
      'Bold for @Nico Alvarez in #releases by @release-approvers at 14:00 & a link',
    );
    expect(await read('nico')).toContain('at 08:00');
  });

  it('leaves out what is not shown', async () => {
    const confirm = { title: plain('Sure?'), text: plain('hidden until asked') };
    const button = { type: 'button', text: plain('Go'), value: 'secret', confirm };
    await post({ text: 'fallback only', blocks: [{ type: 'actions', elements: [button] }] });
    const seen = await (await as('mara')).sees('Go');
    expect(seen.buttons).toEqual(['Go']);
    expect(seen.text).not.toMatch(/hidden|secret|fallback/);
  });

  it('waits, and says in the end what there was instead', async () => {
    await post({ text: 'something else' });
    const missing = (await as('mara')).sees('never said', { timeoutMs: 50 });
    await expect(missing).rejects.toBeInstanceOf(DriverError);
    await expect((await as('mara')).sees('never said', { timeoutMs: 50 })).rejects.toThrow(/something else/);
  });

  it('sees one thread when asked to', async () => {
    const mara = await as('mara');
    const [one, two] = [await mara.says('root one'), await mara.says('root two')];
    await (await as('nico')).says('an answer', { thread: two });
    await mara.sees('an answer', { thread: two });
    expect(mara.allThatRead('an answer', { thread: one })).toEqual([]);
  });
});

describe('what cannot be done', () => {
  it('is refused with its name', async () => {
    await expect((await as('mara')).types('/nope')).rejects.toBeInstanceOf(Refused);
    await expect((await as('mara')).says('x', { in: '#nowhere' })).rejects.toThrow(
      'sees no channel #nowhere',
    );
  });
});
