import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type ProductProcess, startProductProcess } from '../support/product-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The machine may be busy with other tests. */
const PATIENT_MS = 30_000;

let product: ProductProcess;
let browser: Browser;
let slack: Page;
let shop: Page;

beforeAll(async () => {
  product = await startProductProcess(await temporaryFolder());
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(PATIENT_MS);
  slack = await context.newPage();
  shop = await context.newPage();
  await shop.goto(product.shop);
  await slack.goto(product.localSlack);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.kill();
});

async function types(text: string): Promise<void> {
  await slack.getByRole('textbox', { name: 'Message #releases' }).fill(text);
  await slack.keyboard.press('Enter');
}

async function becomes(name: string): Promise<void> {
  const person = slack.getByRole('button', { name: new RegExp(`^${name}`) });
  await person.click();
  await slack.locator('button[aria-pressed="true"]', { hasText: name }).waitFor();
}

/** How many of the shop's 1,000 visitors see the feature, as its page says. */
async function visitors(): Promise<number> {
  return Number(((await shop.locator('#count').textContent()) ?? '').replace(/\D/g, '') || Number.NaN);
}

async function visitorsReach(atLeast: number, atMost: number): Promise<void> {
  await expect
    .poll(visitors, { timeout: PATIENT_MS })
    .toSatisfy((seen: number) => seen >= atLeast && seen <= atMost);
}

describe('the first hour, by hand in a browser', () => {
  it('begins with a ramp of a flag that does not exist: the product manager is offered to create it', async () => {
    await types('/release ramp new-checkout 25%');
    await slack.getByRole('button', { name: 'Create new-checkout…' }).click();
    const form = slack.getByRole('dialog');
    await form.getByLabel('What is it?').fill('The checkout on one page');
    await form.getByRole('button', { name: 'Create it' }).click();
    await slack.getByText('Approval needed · new-checkout').waitFor();
    await visitorsReach(0, 0);
  }, 120_000);

  it('refuses the requester’s own approval in words', async () => {
    await slack.getByRole('button', { name: 'Approve', exact: true }).first().click();
    await slack.getByText('You asked for this, so someone else has to approve it').first().waitFor();
  }, 60_000);

  it('lets the approver approve with one click: the card and the thread say so, and the shop shows it', async () => {
    await becomes('Amara Okafor');
    await slack.getByRole('button', { name: 'Approve', exact: true }).click();
    await slack.getByText('Released · new-checkout').first().waitFor();
    await slack
      .getByText(/Approved by/)
      .first()
      .waitFor();
    await slack
      .getByText(/repl(y|ies)/)
      .first()
      .click();
    await slack
      .getByText(/0 → 25 %/)
      .last()
      .waitFor();
    await visitorsReach(200, 300);
  }, 120_000);

  it('takes it back after one question with the numbers, and the shop shows that too', async () => {
    await slack.getByRole('button', { name: 'Un-release…' }).first().click();
    const question = slack.getByRole('dialog');
    await question.getByText(/25 %/).waitFor();
    await question.getByRole('button', { name: /Un-release/ }).click();
    await slack
      .getByText(/Un-released/)
      .first()
      .waitFor();
    await visitorsReach(0, 0);
  }, 120_000);

  it('plans a staged release in a modal, which after approval goes to everyone while hours are skipped', async () => {
    await becomes('Mara Lindqvist');
    await types('/release new');
    const form = slack.getByRole('dialog');
    await form.getByRole('combobox', { name: 'Which flag' }).fill('spring-banner');
    await form.getByRole('option', { name: 'Create spring-banner' }).click();
    await form.getByRole('radio', { name: /Demo/ }).check();
    await form.getByRole('button', { name: 'Plan it' }).click();
    await form.getByLabel('What is it?').fill('A banner for spring');
    await form.getByRole('button', { name: 'Create it' }).click();
    await shop.goto(`${product.shop}/?flag=spring-banner`);
    await becomes('Amara Okafor');
    await slack.getByRole('button', { name: 'Approve', exact: true }).click();
    await visitorsReach(40, 40);
    await slack.getByRole('button', { name: 'Skip 1 hour' }).click();
    await slack
      .getByText(/Released · .*spring-banner/)
      .first()
      .waitFor();
    await visitorsReach(1_000, 1_000);
  }, 120_000);
});
