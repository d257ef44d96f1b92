import { App, LogLevel } from '@slack/bolt';
import type { KnownBlock, View } from '@slack/web-api';
import type { LocalSlack } from '../../../src/local-slack/server.ts';
import { parseManifest } from '../../../src/local-slack/state/manifest.ts';
import { card, everyInput, home, planForm, richMessage, stepTwo } from './demo-blocks.ts';

const MANIFEST = `
display_information: { name: Deploys }
features:
  app_home: { home_tab_enabled: true }
  bot_user: { display_name: Deploys }
  slash_commands:
    - { command: /deploy, description: Plan and watch deploys, usage_hint: card | form | every input | private | rich }
    - { command: /notes, description: Release notes, usage_hint: '[version]' }
  shortcuts:
    - { name: Plan a deploy, type: global, callback_id: plan, description: Opens the form }
    - { name: Link to deploy, type: message, callback_id: link, description: Attaches a message }
oauth_config:
  scopes: { bot: [app_mentions:read, chat:write, commands, files:write, im:history, im:write, users:read, channels:history] }
settings:
  event_subscriptions: { bot_events: [app_home_opened, app_mention, message.im] }
  interactivity: { is_enabled: true }
  socket_mode_enabled: true
`;

export function demoManifest() {
  const read = parseManifest(MANIFEST);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.manifest;
}

/** A small Bolt app that uses what the page must show. Its answers say what it was sent. */
export async function startDemoApp(local: LocalSlack): Promise<App> {
  const entry = local.apps[0];
  if (entry === undefined) throw new Error('no app was installed');
  const app = new App({
    token: entry.install.botToken,
    appToken: entry.app.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${local.url}/api/` },
  });
  handleCommands(app);
  handleClicks(app);
  handleForms(app);
  handleEvents(app);
  await app.start();
  return app;
}

function handleCommands(app: App): void {
  app.command('/notes', async ({ ack }) => ack({ text: 'Nothing new.', response_type: 'ephemeral' }));
  app.command('/deploy', async ({ command, ack, client, respond }) => {
    const what = command.text.trim();
    if (what === 'silent') return;
    await ack();
    if (what === 'card') {
      await client.chat.postMessage({
        channel: command.channel_id,
        text: 'Deploy?',
        blocks: card(command.user_id),
      });
    } else if (what === 'rich') {
      await client.chat.postMessage({ channel: command.channel_id, text: 'Rich', blocks: richMessage() });
    } else if (what === 'picture') {
      await postPicture(client, command.channel_id);
    } else if (what === 'form') {
      await client.views.open({ trigger_id: command.trigger_id, view: planForm(command.channel_id) });
    } else if (what === 'every input') {
      await client.views.open({ trigger_id: command.trigger_id, view: everyInput() });
    } else
      await respond({ text: `I don't know \`${what}\`. Try \`/deploy card\`.`, response_type: 'ephemeral' });
  });
}

/** A line on 64 × 24 pixels, as PNG. */
const CHART =
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAYAQMAAABwemkHAAAABlBMVEXf8OgAelpDngcpAAAAH0lEQVR42mNgIB7wwxj/YQI/YAIN9BRggAkwNOB0KwChIRQxgKVTAQAAAABJRU5ErkJggg==';

/** A chart as an app sends one: uploaded, then named by id in an image block; and a file of its own. */
async function postPicture(client: App['client'], channel: string): Promise<void> {
  const chart = Buffer.from(CHART, 'base64');
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
    filename: 'chart.png',
    length: chart.length,
  });
  await fetch(upload_url, { method: 'POST', body: chart });
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'Chart' }] });
  const title = { type: 'plain_text' as const, text: 'Errors per minute' };
  const image: KnownBlock = {
    type: 'image',
    slack_file: { id: file_id },
    alt_text: 'Errors stay flat',
    title,
  };
  await client.chat.postMessage({ channel, text: 'A chart', blocks: [image] });
  await client.files.uploadV2({
    channel_id: channel,
    filename: 'plan.txt',
    content: 'internal, beta, all',
    title: 'Plan',
  });
}

function handleClicks(app: App): void {
  app.action('approve', async ({ ack, body, client, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.message || !body.channel) return;
    const decided: KnownBlock[] = [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `:white_check_mark: *Approved* by <@${body.user.id}>` },
      },
    ];
    await client.chat.update({
      channel: body.channel.id,
      ts: body.message.ts,
      text: 'Approved',
      blocks: decided,
    });
    await client.chat.postMessage({
      channel: body.channel.id,
      thread_ts: body.message.ts,
      text: 'Rolling out.',
    });
    await respond({ text: 'Thank you.', response_type: 'ephemeral', replace_original: false });
  });
  app.action('reject', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.message || !body.channel) return;
    await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: 'Rejected', blocks: [] });
  });
  app.action('silent', async () => {});
  app.action('more', async ({ ack, action, respond }) => {
    await ack();
    if (action.type !== 'overflow') return;
    await respond({
      text: `You chose ${action.selected_option.value}.`,
      response_type: 'ephemeral',
      replace_original: false,
    });
  });
  app.action('home_plan', async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions')
      await client.views.open({ trigger_id: body.trigger_id, view: planForm('') });
  });
  app.action('push', async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions')
      await client.views.push({ trigger_id: body.trigger_id, view: stepTwo() });
  });
  app.options('service', async ({ ack, options }) => {
    const names = ['payments', 'profiles', 'search'].filter((name) => name.startsWith(options.value));
    await ack({ options: names.map((value) => ({ text: { type: 'plain_text', text: value }, value })) });
  });
}

function handleForms(app: App): void {
  app.view('plan', async ({ ack, view, body, client }) => {
    const name = view.state.values.name?.name?.value ?? '';
    if (!/^[a-z-]+$/.test(name)) {
      await ack({
        response_action: 'errors',
        errors: { name: 'Use small letters and dashes, such as new-checkout.' },
      });
      return;
    }
    await ack();
    const channel = view.private_metadata;
    if (channel) await client.chat.postMessage({ channel, text: `<@${body.user.id}> planned *${name}*.` });
  });
  app.view('two', async ({ ack }) => ack({ response_action: 'clear' }));
  app.view('every', async ({ ack, view, body, client }) => {
    await ack({ response_action: 'clear' });
    const text = `\`\`\`${JSON.stringify(view.state.values)}\`\`\``;
    const { channel } = await client.conversations.open({ users: body.user.id });
    if (channel?.id) await client.chat.postMessage({ channel: channel.id, text });
  });
  app.shortcut('plan', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: planForm('') });
  });
  app.shortcut('link', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'message_action') return;
    await client.chat.postMessage({ channel: body.channel.id, thread_ts: body.message_ts, text: 'Linked.' });
  });
}

function handleEvents(app: App): void {
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: home(event.user) as View & { type: 'home' } });
  });
  app.event('app_mention', async ({ event, client }) => {
    const thread_ts = event.thread_ts ?? event.ts;
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts,
      text: `Yes, <@${event.user ?? ''}>?`,
    });
  });
}
