import { App } from '@slack/bolt';

const { SLACK_BOT_TOKEN: token = '', SLACK_APP_TOKEN: appToken = '', SLACK_API_URL = '' } = process.env;
const app = new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl: SLACK_API_URL } });

app.command('/hello', async ({ ack, say, command }) => {
  await ack();
  const text = `Hello, *${command.text || 'world'}*!`;
  const wave = { type: 'plain_text', text: 'Wave back' } as const;
  const button = { type: 'button', text: wave, action_id: 'wave' } as const;
  await say({ text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text }, accessory: button }] });
});

app.action('wave', async ({ ack, respond, body }) => {
  await ack();
  await respond({ text: `<@${body.user.id}> waves back`, response_type: 'in_channel' });
});

await app.start();
console.log('Hello is running');
