import type { App } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bench, bench } from './support/bench.ts';
import { boltOnSockets, heard, type Running } from './support/bolt.ts';
import { everyEvent, everyScope, manifestWith } from './support/manifests.ts';
import { until } from './support/until.ts';

/** What a person's client shows and refuses by itself. */
const plain = (text: string) => ({ type: 'plain_text' as const, text });

describe('a form', () => {
  const actions = heard<string>();
  let bolt: Running;
  let blocks: object[] = [];

  beforeAll(async () => {
    bolt = await boltOnSockets((app: App) => {
      app.command('/try', async ({ ack, client, command }) => {
        await ack();
        const view = {
          type: 'modal',
          callback_id: 'form',
          title: plain('Form'),
          submit: plain('Send'),
          blocks,
        };
        await client.views.open({ trigger_id: command.trigger_id, view: view as never });
      });
      app.view('form', async ({ ack }) => ack());
      app.action('watched', async ({ ack, action }) => {
        await ack();
        if ('value' in action) actions.all.push(String(action.value));
      });
    });
  });

  afterAll(() => bolt.stop());

  const input = (element: object, more: object = {}) => ({
    type: 'input',
    block_id: 'it',
    label: plain('It'),
    element: { action_id: 'watched', ...element },
    ...more,
  });

  const refusals: [what: string, element: object, value: string, says: string | undefined][] = [
    ['a text of the least length', { type: 'plain_text_input', min_length: 3 }, 'abc', undefined],
    [
      'a shorter text',
      { type: 'plain_text_input', min_length: 3 },
      'ab',
      'Please enter at least 3 characters.',
    ],
    ['a text of the most length', { type: 'plain_text_input', max_length: 3 }, 'abc', undefined],
    [
      'a longer text',
      { type: 'plain_text_input', max_length: 3 },
      'abcd',
      'Please enter at most 3 characters.',
    ],
    ['3,000 characters', { type: 'plain_text_input' }, 'x'.repeat(3000), undefined],
    [
      '3,001 characters',
      { type: 'plain_text_input' },
      'x'.repeat(3001),
      'Please enter at most 3000 characters.',
    ],
    ['a number', { type: 'number_input', is_decimal_allowed: false }, '-7', undefined],
    [
      'words for a number',
      { type: 'number_input', is_decimal_allowed: false },
      'ten',
      'Please enter a valid number.',
    ],
    ['a fraction', { type: 'number_input', is_decimal_allowed: true }, '0.5', undefined],
    [
      'a fraction of a whole',
      { type: 'number_input', is_decimal_allowed: false },
      '0.5',
      'Please enter a valid number.',
    ],
    ['the least number', { type: 'number_input', is_decimal_allowed: false, min_value: '1' }, '1', undefined],
    [
      'less',
      { type: 'number_input', is_decimal_allowed: false, min_value: '1' },
      '0',
      'Please enter 1 or more.',
    ],
    ['the most', { type: 'number_input', is_decimal_allowed: false, max_value: '9' }, '9', undefined],
    [
      'more',
      { type: 'number_input', is_decimal_allowed: false, max_value: '9' },
      '10',
      'Please enter 9 or less.',
    ],
    ['an address', { type: 'email_text_input' }, 'a@b.example', undefined],
    ['no address', { type: 'email_text_input' }, 'a at b', 'Please enter a valid email address.'],
    ['a link', { type: 'url_text_input' }, 'https://a.example', undefined],
    ['no link', { type: 'url_text_input' }, 'a.example', 'Please enter a valid URL.'],
    ['nothing', { type: 'plain_text_input' }, '', 'Please complete this required field.'],
  ];
  for (const [what, element, value, says] of refusals) {
    it(`${says ? 'refuses' : 'takes'} ${what} in a ${'type' in element ? element.type : ''}`, async () => {
      blocks = [input(element)];
      const mara = (await bolt.people()).as('mara');
      await mara.types('/try', { in: '#releases' });
      const sending = mara.fills({ It: value }).submits();
      if (!says) return expect(sending).resolves.toBeUndefined();
      await expect(sending).rejects.toMatchObject({ errors: { It: says } });
      await mara.closes();
    });
  }

  it('may leave an optional field empty', async () => {
    blocks = [input({ type: 'plain_text_input' }, { optional: true })];
    const mara = (await bolt.people()).as('mara');
    await mara.types('/try', { in: '#releases' });
    await mara.submits();
    await mara.seesNoModal();
  });

  it('tells the app of what is typed only when the input asks for it', async () => {
    const mara = (await bolt.people()).as('mara');
    for (const dispatch_action of [false, true]) {
      blocks = [input({ type: 'plain_text_input' }, { dispatch_action })];
      await mara.types('/try', { in: '#releases' });
      const { view } = await mara.seesModal('Form');
      await mara.screen.act({
        type: 'click',
        on: { view: view.id },
        blockId: 'it',
        actionId: 'watched',
        element: { type: 'plain_text_input', value: dispatch_action ? 'heard' : 'unheard' },
      });
      await mara.closes();
    }
    expect(await actions.next('what was typed')).toBe('heard');
    expect(actions.all).toEqual(['heard']);
  });

  it('below another is not submitted', async () => {
    blocks = [];
    const mara = (await bolt.people()).as('mara');
    await mara.types('/try', { in: '#releases' });
    const { view } = await mara.seesModal('Form');
    await mara.types('/try', { in: '#releases' });
    const reply = await mara.screen.act({ type: 'submit', view: view.id, values: {} });
    expect(reply).toMatchObject({ ok: false, trouble: 'view_not_found' });
    await mara.closes({ all: true });
  });
});

describe('an app', () => {
  let b: Bench;
  afterEach(() => b.close());

  it('that takes no messages is not written to', async () => {
    for (const home of [{ messages_tab_enabled: false }, { messages_tab_read_only_enabled: true }]) {
      b = await bench(manifestWith({ scopes: everyScope, home }));
      const mara = (await b.people()).as('mara');
      await mara.says('to all', { in: '#releases' });
      await expect(mara.says('hello', { in: '@tester' })).rejects.toMatchObject({
        trouble: 'messages_tab_disabled',
      });
      if ('messages_tab_enabled' in home) {
        const given = await b.call('chat.postMessage', { channel: 'UMARA00001', text: 'x' });
        expect(given).toMatchObject({ ok: false, error: 'messages_tab_disabled' });
        await b.close();
      }
    }
  });

  it('that asked for no interactivity hears of no click', async () => {
    b = await bench(manifestWith({ scopes: everyScope, events: everyEvent, interactive: false }));
    const kinds = await listening();
    const button = { type: 'button', action_id: 'a', text: plain('Press') };
    await b.call('chat.postMessage', {
      channel: 'CRELEASES1',
      text: 'x',
      blocks: [{ type: 'actions', elements: [button] }],
    });
    const pressed = (await b.people()).as('mara').clicks('Press', { in: '#releases' });
    await expect(pressed).rejects.toMatchObject({ trouble: 'dispatch_failed' });
    expect(kinds).not.toContain('interactive');
  });

  it('hears only of what it subscribed to', async () => {
    b = await bench(manifestWith({ scopes: everyScope, events: ['app_mention'] }));
    const kinds = await listening();
    const mara = (await b.people()).as('mara');
    await mara.says('not for you', { in: '#releases' });
    await mara.says('@tester for you', { in: '#releases' });
    await until(() => kinds.length > 0, 'the mention');
    expect(kinds).toEqual(['app_mention']);
  });

  /** Connects the app, acknowledges everything, and tells the kinds of what comes. */
  async function listening(): Promise<string[]> {
    const { url } = await b.callAtOnce('apps.connections.open', {}, b.appToken);
    const socket = new WebSocket(String(url));
    const kinds: string[] = [];
    socket.on('message', (data) => {
      const { type, envelope_id, payload } = JSON.parse(String(data));
      if (!envelope_id) return;
      kinds.push(payload.event?.type ?? type);
      socket.send(JSON.stringify({ envelope_id }));
    });
    await until(() => b.local.slack.sockets.connections(b.appId) === 1, 'the connection');
    return kinds;
  }

  it('that is away cannot be commanded', async () => {
    b = await bench();
    await expect((await b.people()).as('mara').types('/try')).rejects.toMatchObject({
      trouble: 'dispatch_failed',
    });
  });
});

describe('unread marks', () => {
  let b: Bench;
  afterEach(() => b.close());

  it('count what others said since, and mentions apart', async () => {
    b = await bench();
    const people = await b.people();
    const nico = people.as('nico');
    const marks = () => {
      const shown = nico.screen.conversations.get('CRELEASES1');
      return [shown?.unread, shown?.mentions];
    };
    await people.as('mara').says('one', { in: '#releases' });
    await people.as('mara').says('two for @nico', { in: '#releases' });
    await until(() => marks().join() === '2,1', 'two unread, one of them a mention');
    const newest = await nico.sees('two for');
    await nico.screen.act({ type: 'read', channel: 'CRELEASES1', ts: newest.message.ts });
    await until(() => marks().join() === '0,0', 'nothing unread');
  });

  it('are none for a channel that somebody is not in', async () => {
    b = await bench();
    const people = await b.people();
    await people.as('mara').creates('elsewhere');
    await people.as('mara').says('news', { in: '#elsewhere' });
    const boot = await (await fetch(`${b.local.url}/client/boot?team=TACME00001&user=UNICO00001`)).json();
    const { conversations } = boot as { conversations: { name: string; unread: number }[] };
    expect(conversations.find(({ name }) => name === 'elsewhere')).toMatchObject({ unread: 0, mentions: 0 });
  });

  it('count every message of a DM as a mention', async () => {
    b = await bench();
    await b.call('chat.postMessage', { channel: 'UNICO00001', text: 'psst' });
    const nico = (await b.people()).as('nico');
    const dm = () => [...nico.screen.conversations.values()].find(({ kind }) => kind === 'dm');
    await until(() => dm()?.mentions === 1, 'the mention');
  });
});

describe('what nobody may see', () => {
  let b: Bench;
  afterEach(() => b.close());

  it('is not in their boot: conversations they are not in, messages for others', async () => {
    b = await bench();
    const people = await b.people();
    await people.as('mara').creates('secret', { isPrivate: true });
    await people.as('mara').says('hush', { in: '#secret' });
    await b.call('chat.postEphemeral', { channel: 'CRELEASES1', user: 'UMARA00001', text: 'only you' });
    const boot = await (await fetch(`${b.local.url}/client/boot?team=TACME00001&user=UNICO00001`)).text();
    expect(boot).not.toMatch(/secret|hush|only you/);
    expect(people.as('nico').allThatRead(/hush|only you/)).toEqual([]);
  });

  it('and nobody boots as somebody of another workspace', async () => {
    b = await bench();
    const asked = await fetch(`${b.local.url}/client/boot?team=TACME00001&user=UHANK00001`);
    expect(asked.status).toBe(404);
  });
});
