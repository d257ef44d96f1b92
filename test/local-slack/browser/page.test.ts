import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../src/local-slack/server.ts';
import { demoManifest } from './demo-app.ts';
import { AMARA, composer, hasFocus, RELEASES, raiseStage, type Stage, send } from './stage.ts';

const PHONE = { width: 390, height: 844 };

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
  await stage.act(AMARA, {
    type: 'say',
    channel: RELEASES,
    text: 'Ready for `4.2.0`? See https://a.example :tada:',
  });
  await stage.act(AMARA, { type: 'command', channel: RELEASES, text: '/deploy rich' });
  await stage.act(AMARA, { type: 'command', channel: RELEASES, text: '/deploy card' });
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** What axe finds, as one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    'axe.run({ resultTypes: ["violations"] }).then((result) => result.violations)',
  );
  return (found as { id: string; help: string; nodes: { html: string }[] }[]).map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 160)).join('\n')}`,
  );
}

describe.each([
  ['light', {}],
  ['dark', { dark: true }],
  ['dark on a phone', { ...PHONE, dark: true }],
])('axe finds nothing wrong, %s,', (_name, look) => {
  it('with a conversation, a thread and a list of commands', async () => {
    const page = await stage.open(look);
    await page.getByText('Deploy checkout?').last().waitFor();
    expect(await violations(page)).toEqual([]);
    await composer(page).pressSequentially('/');
    await page.getByRole('option').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await composer(page).fill('');
    const row = page.getByRole('article').first();
    await row.focus();
    await row.getByRole('button', { name: 'Reply in thread' }).click();
    await page.getByRole('complementary', { name: 'Thread' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('with forms, questions and the Home tab', async () => {
    const page = await stage.open(look);
    await send(page, '/deploy every input');
    const form = page.getByRole('dialog', { name: 'Every input' });
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByText('Please complete this required field.').waitFor();
    expect(await violations(page)).toEqual([]);
    await form.getByRole('combobox', { name: 'Template' }).click();
    await page.getByRole('option').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: /^Day/ }).click();
    await page.getByRole('dialog', { name: 'Select a date' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Reject…' }).last().click();
    await page.getByRole('dialog', { name: 'Reject the deploy?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    if ('width' in look) await page.getByRole('button', { name: 'Menu' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Deploys', exact: true }).click();
    await page.getByText('Waiting for you').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

it('follows the machine into the dark, and the person’s own choice over it', async () => {
  const background = "getComputedStyle(document.querySelector('main')).backgroundColor";
  const page = await stage.open({ dark: true });
  expect(await page.evaluate(background)).toBe('rgb(28, 29, 33)');
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('menuitemradio', { name: 'Light' }).click();
  expect(await page.evaluate(background)).toBe('rgb(255, 255, 255)');
  await page.reload();
  await composer(page).waitFor();
  expect(await page.evaluate(background)).toBe('rgb(255, 255, 255)');
});

it('shows times by a clock of 24 hours to whoever wants it', async () => {
  const page = await stage.open();
  await page.getByText('at 3:30 PM').last().waitFor();
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('menuitemradio', { name: '14:30' }).click();
  await page.getByText('at 15:30').last().waitFor();
});

it('fits a phone: the sidebar is a drawer, a thread covers the page, nothing is wider than it', async () => {
  const page = await stage.open(PHONE);
  const sidebar = page.getByRole('navigation', { name: 'Conversations' });
  expect(await sidebar.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Menu' }).click();
  await sidebar.getByRole('button', { name: 'general' }).click();
  await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
  await expect.poll(() => sidebar.isVisible()).toBe(false);
  await page.goBack();
  await composer(page).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
  await send(page, '/deploy every input');
  const box = await page.getByRole('dialog').boundingBox();
  expect(box?.width).toBeLessThanOrEqual(PHONE.width);
});

it('is worked by keyboard: from message to message, to what one can do with it, anywhere by name', async () => {
  const page = await stage.open();
  const rows = page.getByRole('article');
  await rows.last().focus();
  await page.keyboard.press('ArrowUp');
  expect(await hasFocus(page, rows.nth(-2))).toBe(true);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Channel or person' }).fill('partn');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'partners' }).waitFor();
});

it('moves the clock where that can be done, and says what is due next', async () => {
  const page = await stage.open();
  expect(await page.getByRole('region', { name: 'Clock' }).count()).toBe(0);
  const { slack } = stage.local;
  const asked: (string | number)[] = [];
  slack.mover = {
    nextDueAt: new Date(slack.clock.now() + 26 * 3_600_000).toISOString(),
    move: async (to, byMs) => {
      asked.push(byMs ?? to);
    },
  };
  await page.reload();
  const clock = page.getByRole('region', { name: 'Clock' });
  await clock.getByRole('button', { name: 'Skip 1 hour' }).click();
  await expect.poll(() => asked).toEqual([3_600_000]);
  const next = clock.getByRole('button', { name: 'Skip to next' });
  expect(await next.textContent()).toMatch(/Tomorrow|\d/);
  await next.click();
  await expect.poll(() => asked).toEqual([3_600_000, 'next']);
  slack.mover = undefined;
});

it('says calmly that Local Slack is gone, and goes on by itself once it is back', async () => {
  const own = await startLocalSlack({ port: 0, manifests: [demoManifest()] });
  const { port } = new URL(own.url);
  const page = await stage.open();
  await page.goto(`${own.url}/`);
  await composer(page).waitFor();
  await own.close();
  await page.getByText('The connection to Local Slack was lost. Trying again…').waitFor();
  await composer(page).fill('still here');
  const back = await startLocalSlack({ port: Number(port), manifests: [demoManifest()] });
  await page.getByText('The connection to Local Slack was lost').waitFor({ state: 'detached' });
  await composer(page).press('Enter');
  await page.getByRole('article').getByText('still here').waitFor();
  await page.context().close();
  await back.close();
});
