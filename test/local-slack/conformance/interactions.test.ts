import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../support/bolt.ts';
import {
  actions,
  button,
  closings,
  commands,
  listen,
  modal,
  opened,
  plain,
  shortcuts,
  transports,
} from '../support/everything-app.ts';

/** Commands, triggers, buttons and shortcuts: over Socket Mode and over signed HTTP alike. */
const docs = 'https://docs.slack.dev';

for (const [transport, start] of transports) {
  describe(`over ${transport}`, () => {
    let bolt: Running;
    const mara = async () => (await bolt.people()).as('mara');

    beforeAll(async () => {
      bolt = await start(listen);
    });

    afterAll(() => bolt.stop());

    describe(`slash commands (${docs}/interactivity/implementing-slash-commands)`, () => {
      it('bring what was typed, where and by whom', async () => {
        await (await mara()).types('/try this  out', { in: '#releases' });
        expect(await commands.next('the command')).toMatchObject({
          command: '/try',
          text: 'this  out',
          channel_id: 'CRELEASES1',
          channel_name: 'releases',
          user_id: 'UMARA00001',
          user_name: 'mara',
          team_id: 'TACME00001',
          team_domain: 'acme',
          api_app_id: bolt.appId,
          response_url: expect.stringContaining('/actions/'),
          trigger_id: expect.any(String),
        });
      });

      it('escape mentions and what looks like one', async () => {
        await (await mara()).types('/try @nico <@UAMARA0001> #general & co', { in: '#releases' });
        expect((await commands.next('the command')).text).toBe(
          '<@UNICO00001|nico> &lt;@UAMARA0001&gt; <#CGENERAL01|general> &amp; co',
        );
      });

      it('call a DM directmessage', async () => {
        const by = await mara();
        await by.says('hello', { in: '@tester' });
        await by.types('/try', { in: '@tester' });
        expect(await commands.next('the command')).toMatchObject({ channel_name: 'directmessage' });
      });

      it('are answered privately by the acknowledgement, or for all', async () => {
        const by = await mara();
        await by.types('/try words', { in: '#releases' });
        await by.sees('words', { ephemeral: true });
        await by.types('/try in-channel', { in: '#releases' });
        await (await bolt.people()).as('nico').sees('for everybody', { ephemeral: false });
      });

      it('fail when the app does not answer within 3 seconds', async () => {
        const waiting = (await mara()).types('/try silence', { in: '#releases' });
        const failed = expect(waiting).rejects.toMatchObject({ trouble: 'operation_timeout' });
        await bolt.callAtOnce('api.test');
        bolt.clock.move(2999);
        bolt.clock.move(1);
        await failed;
      });

      it('fail when the answer cannot be shown', async () => {
        const by = await mara();
        await expect(by.types('/try badly', { in: '#releases' })).rejects.toMatchObject({
          trouble: 'invalid_blocks',
        });
      });

      it('that no app has are refused', async () => {
        await expect((await mara()).types('/nope')).rejects.toMatchObject({ trouble: 'invalid_command' });
      });
    });

    describe(`triggers (${docs}/interactivity/handling-user-interaction#modal_responses)`, () => {
      it('open a modal once', async () => {
        const by = await mara();
        await by.types('/try open once', { in: '#releases' });
        const { trigger_id } = await commands.next('the command');
        expect(await opened.next('the modal')).toMatchObject({ ok: true });
        const again = await bolt.callAtOnce('views.open', { trigger_id, view: modal('again') });
        expect(again).toMatchObject({ ok: false, error: 'exchanged_trigger_id' });
        await by.closes();
        await closings.next('the closing');
      });

      it('last 3 seconds', async () => {
        const by = await mara();
        const attempt = async (afterMs: number) => {
          await by.types('/try', { in: '#releases' });
          const { trigger_id } = await commands.next('the command');
          bolt.clock.move(afterMs);
          return bolt.callAtOnce('views.open', { trigger_id, view: modal('late') });
        };
        expect(await attempt(3001)).toMatchObject({ ok: false, error: 'expired_trigger_id' });
        expect(await attempt(3000)).toMatchObject({ ok: true });
        await by.closes();
      });

      it('are not made up', async () => {
        const given = await bolt.callAtOnce('views.open', { trigger_id: '1.2.abc', view: modal('x') });
        expect(given).toMatchObject({ ok: false, error: 'invalid_trigger_id' });
      });
    });

    describe(`buttons (${docs}/reference/interaction-payloads/block_actions-payload)`, () => {
      it('on a message bring the message and a response_url', async () => {
        const { ts } = await bolt.call('chat.postMessage', {
          channel: 'CRELEASES1',
          text: 'press',
          blocks: [{ type: 'actions', block_id: 'row', elements: [button('Press me', 'press')] }],
        });
        await (await bolt.people()).as('nico').clicks('Press me', { in: '#releases' });
        expect(await actions.next('the click')).toMatchObject({
          type: 'block_actions',
          user: { id: 'UNICO00001', username: 'nico', team_id: 'TACME00001' },
          api_app_id: bolt.appId,
          container: { type: 'message', message_ts: ts, channel_id: 'CRELEASES1', is_ephemeral: false },
          channel: { id: 'CRELEASES1', name: 'releases' },
          message: { ts, text: 'press', bot_id: bolt.botId },
          response_url: expect.any(String),
          trigger_id: expect.any(String),
          actions: [
            {
              type: 'button',
              action_id: 'press',
              block_id: 'row',
              value: '7',
              text: plain('Press me'),
              action_ts: expect.any(String),
            },
          ],
        });
      });

      it('on an ephemeral message bring no message', async () => {
        const by = await mara();
        await by.types('/try buttons', { in: '#releases' });
        await commands.next('the command');
        await by.clicks('Press', { in: '#releases' });
        const body = await actions.next('the click');
        expect(body).toMatchObject({ container: { is_ephemeral: true } });
        expect(body.message).toBeUndefined();
      });

      it('that are gone can still be on their way', async () => {
        const by = await mara();
        const blocks = [{ type: 'actions', elements: [button('Old', 'old')] }];
        const { ts } = await bolt.call('chat.postMessage', { channel: 'CRELEASES1', text: 'card', blocks });
        const card = await by.sees('Old', { in: '#releases' }).catch(() => by.sees('card'));
        await bolt.call('chat.update', { channel: 'CRELEASES1', ts, text: 'decided' });
        await by.seesIn(card, 'decided');
        await expect(by.clicks('Old', { on: card, timeoutMs: 50 })).rejects.toThrow(
          'does not see a button "Old"',
        );
        await by.clicks('Old', { on: card, stale: true });
        expect(await actions.next('the click')).toMatchObject({
          message: { text: 'decided' },
          actions: [{ action_id: 'old', value: '7' }],
        });
      });

      it('pressed twice come twice', async () => {
        const blocks = [{ type: 'actions', elements: [button('Twice', 'twice')] }];
        await bolt.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x', blocks });
        await (await mara()).clicks('Twice', { in: '#releases', twice: true });
        await actions.next('the first click');
        await actions.next('the second click');
      });

      it('of a menu bring the chosen option', async () => {
        const option = { text: plain('Later'), value: 'later' };
        const blocks = [
          { type: 'actions', elements: [{ type: 'overflow', action_id: 'more', options: [option] }] },
        ];
        await bolt.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x', blocks });
        await (await mara()).chooses('Later', { in: '#releases' });
        expect(await actions.next('the choice')).toMatchObject({
          actions: [{ type: 'overflow', selected_option: option }],
        });
      });

      it('ask first when they have a confirm dialog', async () => {
        const confirm = {
          title: plain('Sure?'),
          text: plain('1,240 people'),
          confirm: plain('Yes'),
          deny: plain('No'),
        };
        const blocks = [{ type: 'actions', elements: [{ ...button('Danger', 'danger'), confirm }] }];
        await bolt.call('chat.postMessage', { channel: 'CRELEASES1', text: 'x', blocks });
        const before = actions.all.length;
        const asked = await (await mara()).clicks('Danger', { in: '#releases', confirm: 'deny' });
        expect(asked.confirm).toEqual({ title: 'Sure?', text: '1,240 people', confirm: 'Yes', deny: 'No' });
        expect(actions.all).toHaveLength(before);
        await (await mara()).clicks('Danger', { in: '#releases' });
        await actions.next('the click');
      });
    });

    describe(`shortcuts (${docs}/reference/interaction-payloads/shortcuts-interaction-payload)`, () => {
      it('start from anywhere', async () => {
        await (await mara()).uses('Start');
        expect(await shortcuts.next('the shortcut')).toMatchObject({
          type: 'shortcut',
          callback_id: 'start',
          trigger_id: expect.any(String),
          user: { id: 'UMARA00001' },
        });
      });

      it('or from a message, which they bring', async () => {
        const by = await mara();
        const said = await by.says('keep this', { in: '#releases' });
        await by.uses('Keep', { on: said });
        expect(await shortcuts.next('the shortcut')).toMatchObject({
          type: 'message_action',
          callback_id: 'keep',
          message: { ts: said.message.ts, text: 'keep this', user: 'UMARA00001' },
          channel: { id: 'CRELEASES1' },
          response_url: expect.any(String),
        });
      });
    });
  });
}
