import type { App, BlockAction, SlackAction, SlackShortcut, SlashCommand } from '@slack/bolt';
import { type Answer, answer } from './bench.ts';
import { boltOnHttp, boltOnSockets, heard } from './bolt.ts';

export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const button = (text: string, action_id: string) => ({
  type: 'button' as const,
  text: plain(text),
  action_id,
  value: '7',
});
export const modal = (title: string, more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'form',
  title: plain(title),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input' as const, action_id: 'value' },
    },
  ],
  ...more,
});

export const commands = heard<SlashCommand>();
export const actions = heard<BlockAction>();
export const shortcuts = heard<SlackShortcut>();
export const opened = heard<Answer>();
export const submissions = heard<Record<string, unknown>>();
export const closings = heard<Record<string, unknown>>();
export const suggestions = heard<Record<string, unknown>>();

/** What the app answers to a submission; each case decides it. Nothing closes the form. */
export const answers: { next: Record<string, unknown> | undefined } = { next: undefined };

/** The ways in which an app can be reached. */
export const transports = [
  ['Socket Mode', boltOnSockets],
  ['signed HTTP', boltOnHttp],
] as const;

/** Listens to everything, keeps what it hears, and does what a command's text says. */
export function listen(app: App): void {
  app.command('/try', async ({ ack, command, client, respond }) => {
    if (command.text === 'silence') return;
    if (command.text === 'words') return ack('words');
    if (command.text === 'in-channel') return ack({ response_type: 'in_channel', text: 'for everybody' });
    if (command.text === 'badly') return ack({ blocks: [{ type: 'nope' }] } as never);
    await ack();
    commands.all.push(command);
    if (command.text.startsWith('open')) {
      const view = modal(command.text, { notify_on_close: true, private_metadata: 'kept' });
      opened.all.push(await answer(client.views.open({ trigger_id: command.trigger_id, view })));
    }
    if (command.text === 'buttons') {
      await respond({
        text: 'x',
        blocks: [{ type: 'actions', block_id: 'row', elements: [button('Press', 'press')] }],
      });
    }
  });
  app.action<SlackAction>(/.*/, async ({ ack, body }) => {
    await ack();
    if (body.type === 'block_actions') actions.all.push(body);
  });
  app.view('form', async ({ ack, body }) => {
    submissions.all.push(body as unknown as Record<string, unknown>);
    if (answers.next) await ack(answers.next as never);
    else await ack();
  });
  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
    await ack();
    closings.all.push(body as unknown as Record<string, unknown>);
  });
  app.shortcut(/.*/, async ({ ack, shortcut }) => {
    await ack();
    shortcuts.all.push(shortcut);
  });
  app.options('flag', async ({ ack, options }) => {
    suggestions.all.push(options as unknown as Record<string, unknown>);
    await ack({ options: [{ text: plain(`${options.value}-checkout`), value: 'c' }] });
  });
}
