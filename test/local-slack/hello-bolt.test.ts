import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, it } from 'vitest';
import { connect, type Driver } from '../../src/local-slack/driver.ts';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/server.ts';
import { kill } from './support/forked.ts';
import { manifestIn } from './support/manifests.ts';

let local: LocalSlack;
let app: ChildProcess;
let driver: Driver;

beforeAll(async () => {
  local = await startLocalSlack({ port: 0, manifests: [manifestIn('examples/hello-bolt/manifest.yml')] });
  const [hello] = local.apps;
  const file = fileURLToPath(new URL('../../examples/hello-bolt/app.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    env: {
      ...process.env,
      SLACK_API_URL: `${local.url}/api/`,
      SLACK_BOT_TOKEN: hello?.install.botToken,
      SLACK_APP_TOKEN: hello?.app.appToken,
    },
  });
  app = child;
  for await (const line of child.stdout) if (String(line).includes('Hello is running')) break;
  driver = await connect(local.url);
});

afterAll(async () => {
  driver.close();
  await kill(app, 'SIGKILL');
  await local.close();
});

it('runs an app of twenty lines that knows nothing of it', async () => {
  const kiran = driver.as('kiran');
  await kiran.types('/hello Kolkata', { in: '#general' });
  const hello = await driver.as('nico').sees('Hello, Kolkata!', { in: '#general' });
  await driver.as('nico').clicks('Wave back', { on: hello });
  await kiran.sees('@Nico Alvarez waves back', { in: '#general' });
});
