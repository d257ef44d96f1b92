import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '../src/local-slack/driver.ts';
import { startBrowser } from '../test/support/browser.ts';
import { startProductProcess } from '../test/support/product-process.ts';

/** Makes the picture at the top of the README from the real thing: a release under way, in Local Slack. */
const PICTURE = fileURLToPath(new URL('./local-slack.png', import.meta.url));
const IN_RELEASES = { in: '#releases' };
const PATIENT = { timeoutMs: 30_000 };

const dataDir = await mkdtemp(join(tmpdir(), 'rampart-picture-'));
const product = await startProductProcess(dataDir);
const slack = await connect(product.localSlack);
const browser = await startBrowser();
try {
  const [mara, amara, nico] = [slack.as('mara'), slack.as('amara'), slack.as('nico')];
  await mara.skips(untilNineInBerlin(new Date()));
  await mara.types('/release new', IN_RELEASES);
  await mara.seesModal(/Plan a release/, PATIENT);
  const plan = { 'Which flag': 'new-checkout', 'What people call it': 'New checkout', How: 'Careful' };
  await mara.fills(plan).submits();
  await mara.seesModal(/What is it/, PATIENT);
  await mara.fills({ 'What is it?': 'The checkout on one page' }).submits();
  const card = await amara.sees(/New checkout/, { ...IN_RELEASES, ephemeral: false, ...PATIENT });
  await amara.clicks('Approve', { on: card });
  await mara.seesIn(card, /stage 1 of/, PATIENT);
  await mara.sees(/internal 0 → 100 %/, { thread: card, ...PATIENT });
  for (const told of [/beta 0 → 100 %/, /0 → 1 %/, /1 → 5 %/, /5 → 10 %/]) {
    await mara.skips('next');
    await mara.sees(told, { thread: card, ...PATIENT });
  }
  await nico.says('One in ten already. I will have the announcement ready for Thursday.', IN_RELEASES);

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(product.localSlack);
  await page
    .getByText(/repl(y|ies)/)
    .first()
    .click();
  await page
    .getByText(/5 → 10 %/)
    .last()
    .waitFor();
  await page
    .getByRole('button', { name: /dismiss|close/i })
    .first()
    .click()
    .catch(() => undefined);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
  slack.close();
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Milliseconds from now to the next nine o'clock in Berlin in winter: nobody plans a release at night. */
function untilNineInBerlin(now: Date): number {
  const nine = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), 8);
  return (nine > now.getTime() ? nine : nine + 86_400_000) - now.getTime();
}
