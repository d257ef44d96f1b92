import type { App, SlashCommand } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boltOnSockets, heard, type Running } from '../support/bolt.ts';

const docs = 'https://docs.slack.dev/interactivity/handling-user-interaction#message_responses';

const commands = heard<SlashCommand>();
const clicks = heard<string>();
let bolt: Running;

beforeAll(async () => {
  bolt = await boltOnSockets((app: App) => {
    app.command('/try', async ({ ack, command }) => {
      await ack();
      commands.all.push(command);
    });
    app.action('press', async ({ ack, body }) => {
      await ack();
      if (body.type === 'block_actions') clicks.all.push(String(body.response_url));
    });
  });
});

afterAll(() => bolt.stop());

const as = async (name: string) => (await bolt.people()).as(name);

async function url(): Promise<string> {
  await (await as('mara')).types('/try', { in: '#releases' });
  return (await commands.next('the command')).response_url;
}

async function say(to: string, body: object): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(to, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

const buttons = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'press', text: { type: 'plain_text', text: 'Press' } }],
};

describe(`a response_url (${docs})`, () => {
  it('answers the person alone unless told', async () => {
    expect(await say(await url(), { text: 'only you' })).toEqual({ status: 200, text: 'ok' });
    await (await as('mara')).sees('only you', { ephemeral: true });
    expect((await as('nico')).allThatRead('only you')).toEqual([]);
  });

  it('answers everybody when told', async () => {
    await say(await url(), { text: 'you all', response_type: 'in_channel' });
    await (await as('nico')).sees('you all', { ephemeral: false });
  });

  it('may be used 5 times', async () => {
    const to = await url();
    for (let i = 0; i < 5; i += 1) expect((await say(to, { text: `${i}` })).status).toBe(200);
    const sixth = await say(to, { text: 'once more' });
    expect(sixth.status).toBe(404);
    expect(JSON.parse(sixth.text)).toEqual({ ok: false, error: 'used_url' });
  });

  it('lasts 30 minutes', async () => {
    const to = await url();
    bolt.clock.move(30 * 60_000);
    expect((await say(to, { text: 'just in time' })).status).toBe(200);
    bolt.clock.move(1);
    const late = await say(to, { text: 'too late' });
    expect(JSON.parse(late.text)).toEqual({ ok: false, error: 'expired_url' });
  });

  it('cannot be guessed', async () => {
    const to = await url();
    expect((await say(`${to}x`, { text: 'x' })).status).toBe(404);
    expect((await say(`${bolt.local.url}/actions/TACME00001/X/Y`, { text: 'x' })).status).toBe(404);
  });

  it('is held to the limits of blocks', async () => {
    expect(await say(await url(), { blocks: [{ type: 'header' }] })).toEqual({
      status: 400,
      text: 'invalid_blocks',
    });
    expect(await say(await url(), {})).toEqual({ status: 400, text: 'no_text' });
  });

  it('refuses what it does not understand, and to delete what is not there', async () => {
    expect(await say(await url(), { text: 7 })).toEqual({ status: 400, text: 'invalid_payload' });
    expect(await say(await url(), { delete_original: true })).toEqual({
      status: 400,
      text: 'message_not_found',
    });
  });

  it('replaces the message that was clicked', async () => {
    const mara = await as('mara');
    await bolt.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x', blocks: [buttons] });
    const { message } = await mara.clicks('Press', { in: '#releases' }).then(() => mara.sees('Press'));
    await say(await clicks.next('the click'), { text: 'replaced', replace_original: true });
    await mara.seesIn(await mara.sees('replaced'), 'replaced');
    expect(mara.screen.messages.get(`${message.channel}:${message.ts}`)).toMatchObject({
      text: 'replaced',
      blocks: [],
    });
  });

  it('replaces and deletes an ephemeral message', async () => {
    const mara = await as('mara');
    await say(await url(), { text: 'x', blocks: [buttons] });
    await mara.clicks('Press', { in: '#releases' });
    const first = await clicks.next('the click');
    await say(first, { text: 'hidden change', replace_original: true });
    const seen = await mara.sees('hidden change', { ephemeral: true });
    await say(first, { delete_original: true });
    await mara.screen.waitFor(() => (mara.now(seen) ? undefined : true), 'the message gone');
  });
});
