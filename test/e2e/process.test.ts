import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { connect, type Driver } from '../../src/local-slack/driver.ts';
import { startLocalSlack } from '../../src/local-slack/server.ts';
import { readManifest } from '../../src/local-slack/state/manifest.ts';
import { type ProductProcess, startProductProcess } from '../support/product-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const read = readManifest(fileURLToPath(new URL('../../manifest.yml', import.meta.url)));
if (!read.ok) throw new Error(read.problems.join('\n'));
const MANIFEST = read.manifest;

const A_MINUTE = 60_000;
/** The machine may be busy with other tests. */
const PATIENT = { timeoutMs: 30_000 };

const running: ProductProcess[] = [];
const drivers: Driver[] = [];

afterEach(async () => {
  for (const driver of drivers.splice(0)) driver.close();
  for (const product of running.splice(0)) await product.kill();
});

async function start(
  dataDir: string,
  ports?: ProductProcess,
): Promise<{ product: ProductProcess; slack: Driver }> {
  const product = await startProductProcess(dataDir, ports);
  running.push(product);
  const slack = await connect(product.localSlack);
  drivers.push(slack);
  return { product, slack };
}

async function isUp(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
    () => true,
    () => false,
  );
}

describe('the product, started as a person starts it', () => {
  it(
    'says where everything is, answers, and on SIGTERM ends within ten seconds with all it started',
    async () => {
      const { product } = await start(await temporaryFolder());
      expect((await fetch(`${product.api}/healthz`)).status).toBe(200);
      expect((await fetch(`${product.api}/readyz`)).status).toBe(200);
      expect(await (await fetch(`${product.api}/metrics`)).text()).toContain('rampart_');
      expect(await isUp(product.shop)).toBe(true);
      expect(await isUp(product.localSlack)).toBe(true);

      const { code, tookMs } = await product.stop();
      expect(code).toBe(0);
      expect(tookMs).toBeLessThan(10_000);
      expect(await isUp(product.localSlack)).toBe(false);
      expect(await isUp(product.shop)).toBe(false);
      expect(product.log()).not.toContain(product.readKey);
    },
    2 * A_MINUTE,
  );

  it(
    'on Ctrl-C, which reaches all that it started, ends without a word of trouble',
    async () => {
      const { product } = await start(await temporaryFolder());
      expect((await product.stop('Ctrl-C')).code).toBe(0);
      expect(product.log()).not.toMatch(/"level":"(error|fatal)"/);
      expect(await isUp(product.localSlack)).toBe(false);
      expect(await isUp(product.shop)).toBe(false);
    },
    2 * A_MINUTE,
  );

  it.each(['PORT', 'LOCAL_SLACK_PORT', 'SHOP_PORT'])(
    'gives up when the port of %s is taken, and says which to change',
    async (variable) => {
      const other = createServer().listen(0, '127.0.0.1');
      onTestFinished(() => void other.close());
      await once(other, 'listening');
      const address = other.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const starting = startProductProcess(await temporaryFolder(), {}, { [variable]: String(port) });
      await expect(starting).rejects.toThrow(`port ${port} is taken. Choose another with ${variable}`);
    },
    A_MINUTE,
  );

  it(
    'joins another Slack when told of one, and then starts no stand-in and no shop',
    async () => {
      const local = await startLocalSlack({ port: 0, manifests: [MANIFEST] });
      onTestFinished(() => local.close());
      const [installed] = local.apps;
      const product = await startProductProcess(
        await temporaryFolder(),
        {},
        {
          SLACK_API_URL: `${local.url}/api/`,
          SLACK_BOT_TOKEN: installed?.install.botToken ?? '',
          SLACK_APP_TOKEN: installed?.app.appToken ?? '',
        },
      );
      running.push(product);
      expect(Object.keys(product)).not.toContain('localSlack');
      expect(Object.keys(product)).not.toContain('shop');
      const slack = await connect(local.url);
      drivers.push(slack);
      await slack.as('mara').types('/release list', { in: '#releases' });
      await slack.as('mara').sees(/Nothing in flight/, PATIENT);
    },
    2 * A_MINUTE,
  );

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN: got nothing, while SLACK_BOT_TOKEN is set'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN: got nothing, while SLACK_APP_TOKEN is set'],
    [{ PORT: 'eighty' }, 'PORT: got "eighty"'],
  ])('gives up on %o, and says in words what is wrong', async (env, words) => {
    await expect(startProductProcess(await temporaryFolder(), {}, env)).rejects.toThrow(words);
  });

  it(
    'after kill -9 in mid-rollout goes on where it was: ports free, messages there, no stage twice',
    async () => {
      const dataDir = await temporaryFolder();
      const first = await start(dataDir);
      const [mara, amara] = [first.slack.as('mara'), first.slack.as('amara')];
      await mara.types('/release new', { in: '#releases' });
      await mara.seesModal(/Plan a release/, PATIENT);
      const plan = { 'Which flag': 'new-checkout', 'What people call it': 'Spring checkout', How: 'Demo' };
      await mara.fills(plan).submits();
      await mara.seesModal(/What is it/, PATIENT);
      await mara.fills({ 'What is it?': 'The checkout on one page' }).submits();
      const asked = await amara.sees(/Spring checkout/, { in: '#releases', ephemeral: false, ...PATIENT });
      await amara.clicks('Approve', { on: asked });
      await mara.seesIn(asked, /stage 1 of 6/, PATIENT);
      await first.product.kill();
      await until(async () => !(await isUp(first.product.localSlack)), 10_000);
      await until(async () => !(await isUp(first.product.shop)), 10_000);

      const second = await start(dataDir, first.product);
      expect(second.product).toMatchObject({
        api: first.product.api,
        localSlack: first.product.localSlack,
        shop: first.product.shop,
        readKey: first.product.readKey,
      });
      const nico = second.slack.as('nico');
      const card = await nico.sees(/Spring checkout/, { in: '#releases', ephemeral: false, ...PATIENT });
      await nico.skips(A_MINUTE);
      await nico.seesIn(card, /Released/, { timeoutMs: A_MINUTE });
      await nico.sees(/50 → 100 %/, { thread: card, timeoutMs: A_MINUTE });
      const lines = nico.messages({ thread: card }).map((line) => line.text);
      for (const change of [/0 → 1 %/, /1 → 10 %/, /10 → 50 %/, /50 → 100 %/]) {
        expect(
          lines.filter((line) => change.test(line)),
          String(change),
        ).toHaveLength(1);
      }
    },
    5 * A_MINUTE,
  );
});
