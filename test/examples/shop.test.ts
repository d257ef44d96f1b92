import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../http/server.ts';
import { BETA, booleanFlag, INTERNAL, readKey, shownTo } from '../read/state-holder.ts';

const KEY = 'rk_shop';
type Picture = { flag: string; status: string; seen: string };

let server: TestServer;
let shop: ChildProcess;
let pages: AbortController;

beforeEach(async () => {
  server = await startServer();
  server.holder.define(INTERNAL, BETA);
  server.holder.issue(readKey(KEY));
  pages = new AbortController();
});
afterEach(async () => {
  pages.abort();
  shop.kill('SIGKILL');
  await server.close();
});

async function openShop(env: Record<string, string> = {}): Promise<string> {
  shop = fork('examples/shop/server.js', {
    env: { ...process.env, RAMPART_URL: server.baseUrl, RAMPART_KEY: KEY, SHOP_PORT: '0', ...env },
    execArgv: [],
    silent: true,
  });
  const [{ shop: address }] = await once(shop, 'message');
  return address;
}

/** What the page gets to show, one picture after another. */
async function* look(address: string, flag: string): AsyncGenerator<Picture> {
  const { body } = await fetch(`${address}/events?flag=${flag}`, { signal: pages.signal });
  if (!body) return;
  let text = '';
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    text += piece;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield JSON.parse(text.slice('data: '.length, end));
      text = text.slice(end + 2);
    }
  }
}

async function nextOf(pictures: AsyncGenerator<Picture>) {
  const { value } = await pictures.next();
  const count = (from: number, to: number) => value.seen.slice(from, to).replaceAll('0', '').length;
  return { status: value.status, internal: count(0, 40), beta: count(40, 200), others: count(200, 1_000) };
}

describe('the shop', { timeout: 120_000 }, () => {
  it('shows who of 1,000 visitors sees the feature, as it goes up and is taken back', async () => {
    const pictures = look(await openShop(), 'new-checkout');
    expect(await nextOf(pictures)).toEqual({ status: 'missing', internal: 0, beta: 0, others: 0 });
    server.holder.put(booleanFlag('new-checkout', { exposures: shownTo({ internal: 10_000 }) }));
    expect(await nextOf(pictures)).toEqual({ status: 'live', internal: 40, beta: 0, others: 0 });
    server.holder.put(
      booleanFlag('new-checkout', { exposures: shownTo({ internal: 10_000, beta: 10_000 }) }),
    );
    expect(await nextOf(pictures)).toEqual({ status: 'live', internal: 40, beta: 160, others: 0 });
    server.holder.put(
      booleanFlag('new-checkout', {
        exposures: shownTo({ internal: 10_000, beta: 10_000, everyone: 2_500 }),
      }),
    );
    const ramped = await nextOf(pictures);
    expect(ramped).toMatchObject({ internal: 40, beta: 160 });
    expect(ramped.others).toBeGreaterThan(150);
    expect(ramped.others).toBeLessThan(250);
    server.holder.put(booleanFlag('new-checkout'));
    expect(await nextOf(pictures)).toEqual({ status: 'live', internal: 0, beta: 0, others: 0 });
  });

  it('opens while Rampart is away or does not know its key, and says so', async () => {
    const away = await openShop({ RAMPART_URL: 'http://127.0.0.1:9' });
    expect(await nextOf(look(away, 'new-checkout'))).toMatchObject({ status: 'away', internal: 0 });
    expect((await (await fetch(away)).text()).slice(0, 15)).toBe('<!doctype html>');
    shop.kill('SIGKILL');
    const stranger = await openShop({ RAMPART_KEY: 'rk_other' });
    expect(await nextOf(look(stranger, 'new-checkout'))).toMatchObject({ status: 'refused' });
  });

  it('goes when it is told to, or when who started it is gone', async () => {
    await openShop();
    const told = once(shop, 'exit');
    shop.kill('SIGTERM');
    expect(await told).toEqual([0, null]);
    await openShop();
    const left = once(shop, 'exit');
    shop.disconnect();
    expect(await left).toEqual([0, null]);
  });
});
