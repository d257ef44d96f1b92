import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DARK } from '../../src/flag/exposure.ts';
import { booleanFlag, readKey, shownTo } from '../read/state-holder.ts';
import { ask, bodyOf, KEY, startServer, type TestServer } from './server.ts';

let server: TestServer;
let streams: AbortController;

beforeEach(async () => {
  server = await startServer();
  streams = new AbortController();
});
afterEach(async () => {
  streams.abort();
  await server.close();
});

async function addressFor(key: string): Promise<string> {
  const response = await ask(server, '', { context: {} }, { 'x-api-key': key });
  const [stream] = (await bodyOf(response)).eventStreams;
  return new URL(stream?.endpoint?.requestUri ?? '', server.baseUrl).href;
}

/** An open stream; `next` waits for the next piece of text, which is empty once the server hung up. */
async function follow(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(address, { headers, signal: streams.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return { response, next: async () => (await reader?.read())?.value ?? '' };
}

const SHOWN = { exposures: shownTo({ everyone: 10_000 }) };

describe('the stream of changes', () => {
  it('asks whoever comes to fetch, and then again with each change of their environment', async () => {
    const stream = await follow(await addressFor(KEY));
    expect(stream.response.status).toBe(200);
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    expect(await stream.next()).toMatch(/^retry: \d{4}\n\nid: \w{64}\ndata: \{"type":"refetchEvaluation"/);
    server.holder.put(booleanFlag('checkout', SHOWN));
    expect(await stream.next()).toMatch(
      /^id: (\w{64})\ndata: \{"type":"refetchEvaluation","etag":"\1"\}\n\n$/,
    );
  });

  it('says nothing of changes elsewhere', async () => {
    server.holder.put(booleanFlag('checkout'));
    const stream = await follow(await addressFor(KEY));
    await stream.next();
    server.holder.put(
      booleanFlag('checkout', { exposures: { staging: { ...DARK, percentages: { everyone: 10_000 } } } }),
    );
    server.holder.issue(readKey('rk_other'));
    server.holder.put(booleanFlag('second', SHOWN));
    const events = (await stream.next()).match(/^data:/gm);
    expect(events).toHaveLength(1);
  });

  it('leaves in peace who comes back having missed nothing', async () => {
    const address = await addressFor(KEY);
    const first = await follow(address);
    const id = /id: (\w+)/.exec(await first.next())?.[1] ?? '';
    const again = await follow(address, { 'last-event-id': id });
    expect(await again.next()).toMatch(/^retry: \d{4}\n\n$/);
  });

  it('is open to the key itself as well, and closed to strangers', async () => {
    const address = `${server.baseUrl}/ofrep/v1/events`;
    expect((await follow(address, { authorization: `Bearer ${KEY}` })).response.status).toBe(200);
    expect((await follow(address)).response.status).toBe(401);
    expect((await follow(`${address}?key=k-${KEY}&token=guess`)).response.status).toBe(401);
    expect((await follow(`${address}?key=k-${KEY}&key=k-other&token=x`)).response.status).toBe(401);
  });

  it('ends when its key is revoked', async () => {
    const address = await addressFor(KEY);
    const stream = await follow(address);
    await stream.next();
    server.holder.issue(readKey(KEY, { revokedAt: '2025-11-21T09:00:00.000Z' }));
    expect(await stream.next()).toBe('');
    expect((await follow(address)).response.status).toBe(401);
  });

  it('has an absolute address when the server knows its own', async () => {
    const outside = await startServer({ publicUrl: 'https://flags.example.com' });
    const response = await ask(outside, '', { context: {} });
    const [stream] = (await bodyOf(response)).eventStreams;
    expect(stream?.url).toMatch(/^https:\/\/flags\.example\.com\/ofrep\/v1\/events\?key=/);
    await outside.close();
  });
});
