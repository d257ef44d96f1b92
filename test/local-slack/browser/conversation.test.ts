import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AMARA, composer, hasFocus, KIRAN, MARA, RELEASES, raiseStage, type Stage, send } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

describe('writing', () => {
  it('sends with Enter, starts a line with Shift+Enter, and shows mentions and formatting', async () => {
    const page = await stage.open();
    await composer(page).pressSequentially('Hello @amara, *now*');
    await composer(page).press('Shift+Enter');
    await composer(page).pressSequentially('second line');
    await composer(page).press('Enter');
    const sent = page.getByRole('article').last();
    await sent.getByText('@Amara Okafor').waitFor();
    expect(await sent.locator('.font-semibold').textContent()).toBe('now');
    expect(await sent.textContent()).toContain('second line');
    expect(await composer(page).inputValue()).toBe('');
  });

  it('completes a command with its hint, then shows the hint while one goes on', async () => {
    const page = await stage.open();
    await composer(page).pressSequentially('/dep');
    const offered = page.getByRole('option', { name: '/deploy' });
    expect(await offered.textContent()).toContain('card | form | every input');
    await composer(page).press('Enter');
    expect(await composer(page).inputValue()).toBe('/deploy ');
    await composer(page).pressSequentially('card');
    expect(await page.locator('.command-hint').textContent()).toContain('card | form');
  });

  it('completes people and channels', async () => {
    const page = await stage.open();
    await composer(page).pressSequentially('@kir');
    await composer(page).press('Tab');
    await composer(page).pressSequentially('#gen');
    await page.getByRole('option', { name: '#general' }).click();
    expect(await composer(page).inputValue()).toBe('@kiran #general ');
  });

  it('edits one’s last message with ↑, and leaves it with Esc', async () => {
    const page = await stage.open();
    await send(page, 'Frist');
    await page.getByText('Frist').waitFor();
    await composer(page).press('ArrowUp');
    const editor = page.getByRole('textbox', { name: 'Edit message' });
    await editor.press('Escape');
    await editor.waitFor({ state: 'detached' });
    await composer(page).focus();
    await composer(page).press('ArrowUp');
    await editor.fill('First');
    await editor.press('Enter');
    await page.getByText('(edited)').waitFor();
    expect(await page.getByRole('article').last().textContent()).toContain('First');
  });

  it('says what went wrong with a command, and gives it back', async () => {
    const page = await stage.open();
    await send(page, '/nothing');
    await page.getByRole('alert').waitFor();
    expect(await composer(page).inputValue()).toBe('/nothing');
  });

  it('shows an app’s private answer as only for the viewer', async () => {
    const page = await stage.open();
    await send(page, '/deploy tomorrow');
    const answer = page.getByRole('article').filter({ hasText: "I don't know" }).last();
    expect(await answer.textContent()).toContain('Only visible to you');
  });
});

describe('an app’s message', () => {
  it('is changed by a click, and its thread opens beside', async () => {
    const page = await stage.open();
    await send(page, '/deploy card');
    const card = page.getByRole('article').filter({ hasText: 'Deploy checkout?' }).last();
    await card.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Approved by @Mara Lindqvist').last().waitFor();
    await page.getByRole('button', { name: '1 reply' }).last().click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('Rolling out.').waitFor();
    await thread.getByRole('textbox').fill('@deploys thanks');
    await thread.getByRole('textbox').press('Enter');
    await thread.getByText('Yes, @Mara Lindqvist?').waitFor();
    await thread.getByRole('textbox').fill('/deploy card');
    await thread.getByRole('textbox').press('Enter');
    await thread.getByText('/deploy is not supported in threads. Sorry!').waitFor();
    await thread.getByRole('textbox').press('Escape');
    await thread.waitFor({ state: 'detached' });
  });

  it('asks before a click that wants it, and does nothing when one says no', async () => {
    const page = await stage.open();
    await send(page, '/deploy card');
    const card = page.getByRole('article').filter({ hasText: 'Deploy checkout?' }).last();
    const reject = card.getByRole('button', { name: 'Reject…' });
    await reject.click();
    const question = page.getByRole('dialog', { name: 'Reject the deploy?' });
    expect(await question.textContent()).toContain('About 1,240 people keep what they have now.');
    await question.getByRole('button', { name: 'Keep it' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await hasFocus(page, reject)).toBe(true);
    await reject.click();
    await question.getByRole('button', { name: 'Reject', exact: true }).click();
    await page.getByRole('article').getByText('Rejected').last().waitFor();
  });

  it('shows beside the button that the app did not answer', async () => {
    const page = await stage.open();
    await send(page, '/deploy card');
    const card = page.getByRole('article').filter({ hasText: 'Deploy checkout?' }).last();
    const button = card.getByRole('button', { name: 'Ask again' });
    await button.click();
    await expect.poll(() => button.getAttribute('aria-busy')).toBe('true');
    stage.local.slack.clock.move(3_500);
    await card.getByRole('alert').waitFor();
  });

  it('offers its overflow menu to the keyboard', async () => {
    const page = await stage.open();
    await send(page, '/deploy card');
    const card = page.getByRole('article').filter({ hasText: 'Deploy checkout?' }).last();
    await card.getByRole('button', { name: 'More options' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Show plan' }).press('ArrowDown');
    await page.getByRole('menuitem', { name: 'History' }).press('Enter');
    await page.getByRole('article').getByText('You chose history.').waitFor();
  });

  it('shows escaped text as text', async () => {
    const page = await stage.open();
    await send(page, '/deploy rich');
    const rich = page.getByRole('article').filter({ hasText: 'Quoted' }).last();
    expect(await rich.textContent()).toContain('@here and <!here>');
    expect(await rich.locator('.mention').allInnerTexts()).toEqual([
      '#releases',
      '@release-approvers',
      '@here',
    ]);
  });

  it('shows pictures and files', async () => {
    const page = await stage.open();
    await send(page, '/deploy picture');
    const picture = page.getByRole('img', { name: 'Errors stay flat' });
    await picture.waitFor();
    const width = `document.querySelector('[alt="Errors stay flat"]').naturalWidth`;
    await expect.poll(() => page.evaluate(width)).toBe(64);
    await page.getByRole('button', { name: 'Errors per minute' }).click();
    await picture.waitFor({ state: 'detached' });
    const file = page.getByRole('link', { name: 'Plan' });
    expect(await file.textContent()).toContain('19 B');
    expect(await file.getAttribute('href')).toMatch(/^\/files\//);
  });

  it('can be reacted to, and sent to an app’s message shortcut', async () => {
    const page = await stage.open();
    await stage.act(KIRAN, { type: 'say', channel: RELEASES, text: 'Errors are flat' });
    const row = page.getByRole('article').filter({ hasText: 'Errors are flat' });
    await row.hover();
    await row.getByRole('button', { name: 'React with eyes' }).click();
    await row.getByRole('button', { name: 'Mara Lindqvist reacted with eyes' }).waitFor();
    await row.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Link to deploy' }).click();
    await row.getByRole('button', { name: '1 reply' }).waitFor();
  });
});

describe('several people', () => {
  it('are one click apart, and times are then theirs', async () => {
    const page = await stage.open();
    await send(page, '/deploy card');
    const card = page.getByRole('article').filter({ hasText: 'Deploy checkout?' }).last();
    await card.getByText('3:30 PM').waitFor();
    const kiran = page.getByRole('button', { name: 'Kiran Rao' }).filter({ hasText: 'Kolkata' });
    await kiran.click();
    await card.getByText('8:00 PM').waitFor();
    expect(await kiran.getAttribute('aria-pressed')).toBe('true');
    await send(page, 'I am Kiran');
    await page.getByRole('article', { name: 'Kiran Rao' }).getByText('I am Kiran').waitFor();
  });

  it('see what is unread, and by a mark who else has something waiting', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: 'general' }).click();
    await stage.act(KIRAN, { type: 'say', channel: RELEASES, text: 'Look, @mara and @amara' });
    const releases = page.getByRole('navigation').getByRole('button', { name: 'releases' });
    await expect.poll(() => releases.textContent()).toContain('1');
    const amara = page.getByRole('button').filter({ hasText: 'Release approver' });
    await expect.poll(() => amara.locator('.badge').textContent()).toMatch(/^\d/);
    await releases.click();
    await page.getByText('New', { exact: true }).waitFor();
    await expect.poll(() => releases.locator('.badge').count()).toBe(0);
  });

  it('come into a channel they were not in, and see what was written before', async () => {
    const page = await stage.open();
    await stage.act(MARA, { type: 'say', channel: 'CPARTNERS1', text: 'Before Kiran' });
    const kiran = page.getByRole('button', { name: 'Kiran Rao' });
    await kiran.click();
    // The jump is Kiran's only once the page is.
    await kiran.and(page.locator('[aria-pressed=true]')).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Channel or person' }).fill('partn');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Join channel' }).click();
    await page.getByRole('article').getByText('Before Kiran').waitFor();
    await page.getByRole('textbox', { name: 'Message #partners' }).waitFor();
  });

  it('live in more than one workspace', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: 'Workspace Acme' }).click();
    await page.getByRole('menuitemradio', { name: 'Globex' }).click();
    await page
      .getByRole('button', { name: 'Hank Moreau' })
      .and(page.locator('[aria-pressed=true]'))
      .waitFor();
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
  });

  it('write to each other in private', async () => {
    const page = await stage.open();
    const opened = await stage.act(AMARA, { type: 'open-dm', user: MARA });
    if (!opened.ok || !opened.channel) throw new Error('no conversation');
    await stage.act(AMARA, { type: 'say', channel: opened.channel, text: 'Psst' });
    await page.getByRole('navigation').getByRole('button', { name: 'Amara Okafor' }).click();
    await page.getByRole('article').getByText('Psst').waitFor();
    await page.getByRole('textbox', { name: 'Message Amara Okafor' }).waitFor();
  });

  it('lose nothing that is said while the page asks again what it shows', async () => {
    const page = await stage.open();
    await page.getByRole('navigation').waitFor();
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    const heard = new Promise<void>((resolve) => {
      wire.on('Network.webSocketFrameReceived', ({ response }) => {
        if (response.payloadData.includes('Meanwhile')) resolve();
      });
    });
    const asked = new Promise<void>((resolve) => {
      void page.route('**/client/boot*', async (route) => {
        const told = await route.fetch();
        if (route.request().url().includes(MARA)) resolve();
        await heard;
        await route.fulfill({ response: told });
      });
    });
    const opened = await stage.act(KIRAN, { type: 'create-channel', name: 'launch-plan' });
    if (!opened.ok || !opened.channel) throw new Error('no channel');
    await stage.act(MARA, { type: 'join', channel: opened.channel });
    await asked;
    await stage.act(KIRAN, { type: 'say', channel: opened.channel, text: 'Meanwhile' });
    await page.getByRole('navigation').getByRole('button', { name: 'launch-plan' }).click();
    await page.getByRole('article').getByText('Meanwhile').waitFor();
  });
});
