import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from '@slack/bolt';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Act, ActReply } from '../../../src/local-slack/protocol.ts';
import { type LocalSlack, startLocalSlack } from '../../../src/local-slack/server.ts';
import { startBrowser } from '../../support/browser.ts';
import { until } from '../../support/until.ts';
import { demoManifest, startDemoApp } from './demo-app.ts';

const TEAM = 'TACME00001';
export const MARA = 'UMARA00001';
export const AMARA = 'UAMARA0001';
export const KIRAN = 'UKIRAN0001';
export const RELEASES = 'CRELEASES1';

type Look = { width?: number; height?: number; dark?: boolean };

/** A Local Slack with the demo app, and a browser to look at it with. */
export type Stage = {
  local: LocalSlack;
  /** The page as Mara sees #releases, in a context of its own that is gone with {@link Stage.clear}. */
  open(look?: Look): Promise<Page>;
  /** Something a person does elsewhere. */
  act(user: string, act: Act): Promise<ActReply>;
  /** Closes the pages of a test. What went wrong on one, such as an error in its console, fails the test. */
  clear(): Promise<void>;
  close(): Promise<void>;
};

export async function raiseStage(): Promise<Stage> {
  assertBuilt();
  const local = await startLocalSlack({ port: 0, manifests: [demoManifest()], rateLimits: false });
  const [app, browser] = await Promise.all([startDemoApp(local), startBrowser()]);
  return stageOf(local, app, browser);
}

function stageOf(local: LocalSlack, app: App, browser: Browser): Stage {
  let complaints: string[] = [];
  const act = async (user: string, done: Act): Promise<ActReply> => {
    const response = await fetch(`${local.url}/client/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ team: TEAM, user, act: done }),
    });
    return (await response.json()) as ActReply;
  };
  return {
    local,
    act,
    open: async ({ width = 1280, height = 800, dark = false } = {}) => {
      const viewport = { width, height };
      const context = await browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light' });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (said) => {
        const isLost = /WebSocket|ERR_CONNECTION/.test(said.text());
        if (said.type() === 'error' && !isLost) complaints.push(said.text());
      });
      await page.goto(`${local.url}/#${TEAM}/${MARA}/${RELEASES}`);
      await composer(page).waitFor();
      return page;
    },
    clear: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      for (const user of [MARA, AMARA, KIRAN]) await closeModals(local, user, act);
      const heard = complaints;
      complaints = [];
      if (heard.length > 0) throw new Error(`The page complained:\n${heard.join('\n')}`);
    },
    close: async () => {
      await browser.close();
      await app.stop();
      await until(() => local.apps.every((entry) => !local.slack.deliverer.isConnected(entry.app)));
      await local.close();
    },
  };
}

async function closeModals(local: LocalSlack, user: string, act: Stage['act']): Promise<void> {
  const response = await fetch(`${local.url}/client/boot?team=${TEAM}&user=${user}`);
  const { modals } = (await response.json()) as { modals: { id: string }[] };
  const top = modals.at(-1);
  if (top) await act(user, { type: 'close', view: top.id, clearAll: true });
}

const BROWSER = fileURLToPath(new URL('../../../src/local-slack/browser', import.meta.url));

/** A page built from older sources than there are would be tested in vain. */
function assertBuilt(): void {
  const built = join(BROWSER, 'dist/index.html');
  const files = readdirSync(BROWSER, { recursive: true, withFileTypes: true });
  const sources = files.filter((file) => file.isFile() && !file.parentPath.startsWith(join(BROWSER, 'dist')));
  const newest = Math.max(...sources.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  throw new Error('The page is not built from its present sources: run `npm run build:browser`');
}

/** The field one writes messages in. */
export const composer = (page: Page) => page.getByRole('textbox', { name: 'Message #releases' });

/** Whether it has the focus. */
export async function hasFocus(page: Page, element: Locator): Promise<boolean> {
  return (await element.and(page.locator(':focus')).count()) === 1;
}

/** Types a message or command and sends it. */
export async function send(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}
