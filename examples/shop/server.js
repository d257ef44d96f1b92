// A shop that shows a feature to whoever may see it. It reads the flag with OpenFeature's own SDK and OFREP
// provider, as any application would; nothing of Rampart is imported here.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OpenFeature } from '@openfeature/server-sdk';
import { VISITORS } from './visitors.js';

const {
  RAMPART_URL = 'http://127.0.0.1:8080',
  RAMPART_KEY = '',
  SHOP_PORT = '4000',
  FLAG = 'new-checkout',
} = process.env;
const AT_ONCE = 25;
const LOOK_EVERY_MS = 200;
const NOBODY = '0'.repeat(VISITORS.length);

const headers = { Authorization: `Bearer ${RAMPART_KEY}` };
OpenFeature.setProvider(new OFREPProvider({ baseUrl: RAMPART_URL, headers }));
const flags = OpenFeature.getClient();

/** Who of the visitors sees the feature, as a text of 1s and 0s. This is all that an application has to do. */
async function whoSees(flag) {
  const seen = new Array(VISITORS.length);
  let next = 0;
  async function walk() {
    for (let index = next++; index < VISITORS.length; index = next++) {
      seen[index] = (await flags.getBooleanValue(flag, false, VISITORS[index])) ? '1' : '0';
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return seen.join('');
}

/** Asks Rampart for anything new since `etag`: cheap, so that the 1,000 questions are only asked after a change. */
async function look(etag) {
  try {
    const reply = await fetch(`${RAMPART_URL}/ofrep/v1/evaluate/flags`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json', 'If-None-Match': etag },
      body: JSON.stringify({ context: { targetingKey: 'shop' } }),
      signal: AbortSignal.timeout(2_000),
    });
    await reply.arrayBuffer();
    if (reply.status === 401) return { status: 'refused', etag: '' };
    if (reply.status !== 200 && reply.status !== 304) return { status: 'away', etag: '' };
    return { status: reply.status === 304 ? 'unchanged' : 'changed', etag: reply.headers.get('etag') ?? '' };
  } catch {
    return { status: 'away', etag: '' };
  }
}

/** What the page shows: live, or why not. */
async function picture(flag, status) {
  if (status !== 'changed') return { flag, status, seen: NOBODY };
  const first = await flags.getBooleanDetails(flag, false, VISITORS[0]);
  if (first.errorCode === 'FLAG_NOT_FOUND') return { flag, status: 'missing', seen: NOBODY };
  if (first.errorCode === 'TYPE_MISMATCH') return { flag, status: 'not-boolean', seen: NOBODY };
  return { flag, status: 'live', seen: await whoSees(flag) };
}

/** Pages that watch one flag. While there is one, the shop looks for changes; else it rests. */
class Watch {
  pages = new Set();
  last = null;
  etag = '';
  looking = false;

  constructor(flag) {
    this.flag = flag;
  }

  add(page) {
    this.pages.add(page);
    page.on('close', () => this.pages.delete(page));
    if (this.last) page.write(this.last);
    if (!this.looking) this.run();
  }

  async run() {
    this.looking = true;
    while (this.pages.size > 0) {
      const { status, etag } = await look(this.etag);
      if (status !== 'unchanged') {
        const shown = `data: ${JSON.stringify(await picture(this.flag, status))}\n\n`;
        if (shown !== this.last) for (const page of this.pages) page.write(shown);
        this.last = shown;
      }
      this.etag = etag;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    this.looking = false;
    watches.delete(this.flag);
  }
}

const watches = new Map();
const PAGE = readFileSync(new URL('./index.html', import.meta.url), 'utf8').replaceAll(
  '{{FLAG}}',
  FLAG.replaceAll(/[^a-z0-9-]/g, ''),
);

const server = createServer((request, reply) => {
  const url = new URL(request.url, 'http://shop');
  if (url.pathname === '/') {
    reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  } else if (url.pathname === '/events') {
    const flag = url.searchParams.get('flag') ?? FLAG;
    reply.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const watch = watches.get(flag) ?? new Watch(flag);
    watches.set(flag, watch);
    watch.add(reply);
  } else {
    reply.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n');
  }
});

server.on('error', (error) => {
  console.error(`The shop cannot listen on port ${SHOP_PORT}: ${error.message}`);
  process.exit(1);
});
server.listen(Number(SHOP_PORT), '127.0.0.1', async () => {
  const { port } = server.address();
  console.error(`The shop is open: http://127.0.0.1:${port}`);
  process.send?.({ shop: `http://127.0.0.1:${port}` });
  const { status } = await look('');
  if (status === 'away')
    console.error(`Rampart is not at ${RAMPART_URL} yet. Until it is, nobody sees anything new.`);
  if (status === 'refused')
    console.error('Rampart does not know RAMPART_KEY. Use the read key that it prints at its start.');
});

for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
process.on('disconnect', () => process.exit(0));
