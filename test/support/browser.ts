import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

/** The Chromium that comes as an npm package, packed. Its own unpacking is not safe for two processes at once. */
const PACKED = fileURLToPath(new URL('../../bin/chromium.br', import.meta.resolve('@sparticuz/chromium')));
const UNPACKED_IN = join(tmpdir(), 'rampart-chromium-147');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-webgl',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * The browser's program file, unpacked once and kept for the next run. It is for Linux on x64: elsewhere
 * `CHROMIUM_PATH` names a Chromium of one's own.
 */
async function chromiumFile(): Promise<string> {
  const own = process.env.CHROMIUM_PATH;
  if (own) return own;
  const file = join(UNPACKED_IN, 'chromium');
  if (existsSync(file)) return file;
  await mkdir(UNPACKED_IN, { recursive: true });
  const partial = `${file}.${process.pid}`;
  await pipeline(
    createReadStream(PACKED),
    createBrotliDecompress(),
    createWriteStream(partial, { mode: 0o700 }),
  );
  await rename(partial, file);
  return file;
}

/**
 * Starts a Chromium that needs no installation and no network. Each page should come from a context of its own
 * (`browser.newContext({ viewport, colorScheme })`). Whoever starts it closes it.
 */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumFile(), args: FLAGS, headless: true });
}
