import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../support/bolt.ts';
import {
  answers,
  closings,
  commands,
  listen,
  modal,
  opened,
  plain,
  submissions,
  suggestions,
  transports,
} from '../support/everything-app.ts';

/** What a form brings, and what may follow it: over Socket Mode and over signed HTTP alike. */
const docs = 'https://docs.slack.dev';

for (const [transport, start] of transports) {
  describe(`over ${transport}`, () => {
    let bolt: Running;
    const mara = async () => (await bolt.people()).as('mara');

    beforeAll(async () => {
      bolt = await start(listen);
    });

    afterAll(() => bolt.stop());

    describe(`modals (${docs}/surfaces/modals)`, () => {
      const open = async () => {
        const by = await mara();
        await by.types('/try open form', { in: '#releases' });
        await commands.next('the command');
        await opened.next('the modal');
        return by;
      };

      it('bring what was filled in, and close', async () => {
        answers.next = undefined;
        const by = await open();
        await by.fills({ Name: 'checkout' }).submits();
        expect(await submissions.next('the submission')).toMatchObject({
          type: 'view_submission',
          user: { id: 'UMARA00001' },
          view: {
            callback_id: 'form',
            private_metadata: 'kept',
            state: { values: { name: { value: { type: 'plain_text_input', value: 'checkout' } } } },
          },
          response_urls: [],
        });
        await by.seesNoModal();
      });

      it('are not sent while a required field is empty', async () => {
        const by = await open();
        const before = submissions.all.length;
        await expect(by.submits()).rejects.toMatchObject({
          errors: { Name: 'Please complete this required field.' },
        });
        expect(submissions.all).toHaveLength(before);
        await by.closes();
        await closings.next('the closing');
      });

      it('stay open with the errors of the app beside their fields', async () => {
        answers.next = { response_action: 'errors', errors: { name: 'There is no such flag' } };
        const by = await open();
        await expect(by.fills({ Name: 'chekout' }).submits()).rejects.toMatchObject({
          errors: { Name: 'There is no such flag' },
        });
        await submissions.next('the submission');
        await by.seesModal('open form');
        await by.closes();
        await closings.next('the closing');
      });

      it('say so when errors name no field', async () => {
        answers.next = { response_action: 'errors', errors: { nothing: 'x' } };
        const by = await open();
        await expect(by.fills({ Name: 'x' }).submits()).rejects.toMatchObject({
          trouble: 'trouble_connecting',
        });
        await submissions.next('the submission');
        await by.closes();
        await closings.next('the closing');
      });

      it('become another view with update', async () => {
        answers.next = { response_action: 'update', view: modal('Second step') };
        const by = await open();
        const before = await by.seesModal();
        await by.fills({ Name: 'x' }).submits();
        await submissions.next('the submission');
        const after = await by.seesModal('Second step');
        expect(after.view.id).toBe(before.view.id);
        expect(after.view.hash).not.toBe(before.view.hash);
        await by.closes();
      });

      it('go on top of each other with push, three at most', async () => {
        answers.next = { response_action: 'push', view: modal('One more') };
        const by = await open();
        await by.fills({ Name: '1' }).submits();
        await by.fills({ Name: '2' }).submits();
        expect(by.screen.modals).toHaveLength(3);
        await expect(by.fills({ Name: '3' }).submits()).rejects.toThrow('push_limit_reached');
        for (let i = 0; i < 3; i += 1) await submissions.next('a submission');
        answers.next = { response_action: 'clear' };
        await by.fills({ Name: '4' }).submits();
        await submissions.next('the last submission');
        await by.seesNoModal();
      });

      it('say so when the next view is not good', async () => {
        answers.next = { response_action: 'update', view: modal('x'.repeat(25)) };
        const by = await open();
        await expect(by.fills({ Name: 'x' }).submits()).rejects.toThrow('must be less than 25 characters');
        await submissions.next('the submission');
        await by.closes();
        await closings.next('the closing');
      });

      it('say so when the answer is none, is no modal, or is not understood', async () => {
        const by = await open();
        for (const nonsense of [
          { response_action: 'dance' },
          { response_action: 'update', view: { type: 'home', blocks: [] } },
        ]) {
          answers.next = nonsense;
          await expect(by.fills({ Name: 'x' }).submits()).rejects.toMatchObject({
            trouble: 'trouble_connecting',
          });
          await submissions.next('the submission');
        }
        await (await bolt.people()).control('fault', { on: 'delivery', kind: 'interactive', effect: 'drop' });
        await expect(by.fills({ Name: 'x' }).submits()).rejects.toMatchObject({
          trouble: 'trouble_connecting',
        });
        await by.closes();
        await closings.next('the closing');
      });

      it('tell the app when they are closed, if it asked', async () => {
        const by = await open();
        await by.closes();
        expect(await closings.next('the closing')).toMatchObject({
          type: 'view_closed',
          is_cleared: false,
          view: { callback_id: 'form' },
        });
      });
    });

    it(`an external select asks the app for its options (${docs}/reference/interaction-payloads/block_suggestion-payload)`, async () => {
      answers.next = undefined;
      const by = await mara();
      await by.types('/try', { in: '#releases' });
      const { trigger_id } = await commands.next('the command');
      const element = { type: 'external_select' as const, action_id: 'flag', min_query_length: 1 };
      const blocks = [{ type: 'input' as const, block_id: 'flag', label: plain('Flag'), element }];
      await bolt.client.views.open({ trigger_id, view: modal('Choose', { blocks }) as never });
      await by.fills({ Flag: 'new' }).submits();
      expect(await suggestions.next('the question')).toMatchObject({
        type: 'block_suggestion',
        action_id: 'flag',
        block_id: 'flag',
        value: 'new',
        view: { callback_id: 'form' },
      });
      expect(await submissions.next('the submission')).toMatchObject({
        view: { state: { values: { flag: { flag: { selected_option: { value: 'c' } } } } } },
      });
    });
  });
}
