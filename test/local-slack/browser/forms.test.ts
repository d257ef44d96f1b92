import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { composer, hasFocus, raiseStage, type Stage, send } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

it('a form shows what is missing, then what the app finds wrong, then is done', async () => {
  const page = await stage.open();
  await send(page, '/deploy form');
  const form = page.getByRole('dialog', { name: 'Plan a deploy' });
  const name = form.getByRole('textbox', { name: 'Name' });
  await expect.poll(() => hasFocus(page, name)).toBe(true);
  await form.getByRole('button', { name: 'Plan' }).click();
  await form.getByText('Please complete this required field.').waitFor();
  await name.fill('New Checkout');
  await name.press('Enter');
  await form.getByText('Use small letters and dashes, such as new-checkout.').waitFor();
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await name.fill('new-checkout');
  await name.press('Enter');
  await form.waitFor({ state: 'detached' });
  await page.getByRole('article').filter({ hasText: '@Mara Lindqvist planned new-checkout.' }).waitFor();
});

it('a form over a form goes back to what was put in below, and Esc closes', async () => {
  const page = await stage.open();
  await send(page, '/deploy form');
  const below = page.getByRole('dialog', { name: 'Plan a deploy' });
  await below.getByRole('textbox', { name: 'Name' }).fill('kept');
  await below.getByRole('button', { name: 'More settings' }).click();
  const above = page.getByRole('dialog', { name: 'More settings' });
  await above.getByRole('combobox', { name: 'Owner' }).fill('kir');
  await above.getByRole('combobox', { name: 'Owner' }).press('Enter');
  expect(await above.getByRole('combobox', { name: 'Owner' }).inputValue()).toBe('Kiran Rao');
  await above.getByRole('button', { name: 'Back' }).click();
  expect(await below.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('kept');
  await page.keyboard.press('Escape');
  await below.waitFor({ state: 'detached' });
  expect(await hasFocus(page, composer(page))).toBe(true);
});

it('every input can be filled by keyboard, and the app gets what Slack would send', async () => {
  const page = await stage.open();
  await send(page, '/deploy every input');
  const form = page.getByRole('dialog', { name: 'Every input' });
  const choose = async (name: string, typed: string) => {
    await form.getByRole('combobox', { name }).fill(typed);
    await page.getByRole('option').first().waitFor();
    await form.getByRole('combobox', { name }).press('Enter');
  };
  await form.getByRole('textbox', { name: 'Title' }).fill('Spring');
  await form.getByRole('textbox', { name: 'Notes' }).fill('one\ntwo');
  await choose('Template', 'stan');
  await choose('Audiences', 'care');
  await choose('Audiences', 'fast');
  await choose('Owner', 'amara');
  await choose('Service', 'pay');
  await form.getByRole('button', { name: /^Day/ }).press('Enter');
  await page.getByRole('button', { name: 'Monday, November 24, 2025' }).press('ArrowRight');
  await page.getByRole('button', { name: 'Tuesday, November 25, 2025' }).press('Enter');
  await choose('Time', '9:07');
  await form.getByRole('radio', { name: 'Fast' }).check();
  await form.getByRole('checkbox', { name: 'Careful' }).check();
  await form.getByRole('textbox', { name: 'Percent' }).fill('25');
  await form.getByRole('textbox', { name: 'Email' }).fill('a@b.example');
  await form.getByRole('textbox', { name: 'Link' }).fill('https://a.example');
  await form.getByRole('textbox', { name: 'Announcement' }).fill('*Now* for all');
  await form.getByRole('button', { name: 'Send' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Deploys' }).click();
  await page.getByRole('button', { name: 'Messages', exact: false }).click();
  const got = JSON.parse((await page.locator('article pre').last().textContent()) ?? '');
  expect(got).toMatchObject({
    Title: { a: { type: 'plain_text_input', value: 'Spring' } },
    Notes: { a: { value: 'one\ntwo' } },
    Template: { a: { selected_option: { value: 'standard' } } },
    Audiences: { a: { selected_options: [{ value: 'careful' }, { value: 'fast' }] } },
    Owner: { a: { selected_user: 'UAMARA0001' } },
    Channel: { a: { selected_conversation: 'CRELEASES1' } },
    Service: { service: { selected_option: { value: 'payments' } } },
    Day: { a: { selected_date: '2025-11-25' } },
    Time: { a: { selected_time: '09:07' } },
    Start: { a: { selected_date_time: 1_763_994_600 } },
    Pace: { a: { selected_option: { value: 'fast' } } },
    Checks: { a: { selected_options: [{ value: 'careful' }] } },
    Percent: { a: { value: '25' } },
    Email: { a: { value: 'a@b.example' } },
    Link: { a: { value: 'https://a.example' } },
  });
  const announced = got.Announcement.a.rich_text_value.elements[0].elements[0];
  expect(announced).toEqual({ type: 'text', text: 'Now', style: { bold: true } });
});

it('the Home tab is the app’s, and its buttons work', async () => {
  const page = await stage.open();
  await page.getByRole('button', { name: 'Deploys' }).click();
  await page.getByText('Nothing in flight, @Mara Lindqvist. Plan a deploy.').waitFor();
  await page.getByRole('region', { name: 'Home' }).getByRole('button', { name: 'Plan a deploy' }).click();
  await page.getByRole('dialog', { name: 'Plan a deploy' }).waitFor();
});

it('a global shortcut opens from the list of commands', async () => {
  const page = await stage.open();
  await page.getByRole('textbox', { name: 'Message #releases' }).pressSequentially('/plan');
  await page.getByRole('option', { name: 'Plan a deploy' }).click();
  await page.getByRole('dialog', { name: 'Plan a deploy' }).waitFor();
});
