import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { z } from 'zod';
import { endOf } from './local-slack-process.ts';
import { portTaken } from './port-taken.ts';

/** What the shop tells the process that started it: where it is open. */
const Told = z.object({ shop: z.string() });

const OPEN_WITHIN_MS = 10_000;

/** Starts the sample shop, an application that reads a flag like any other, as a process of its own. */
export async function startShop(options: {
  port: number;
  api: string;
  readKey: string;
  log: Logger;
}): Promise<{ url: string; stop(): Promise<void> }> {
  const program = fileURLToPath(new URL('../../examples/shop/server.js', import.meta.url));
  const child = fork(program, [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Out of reach of Ctrl-C: Rampart ends it.
    detached: true,
    env: { RAMPART_URL: options.api, RAMPART_KEY: options.readKey, SHOP_PORT: String(options.port) },
  });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString('utf8');
    options.log.debug({ from: 'shop' }, chunk.toString('utf8').trimEnd());
  });
  const url = await openedAt(child, options.port, () => complaints.trim());
  return { url, stop: () => endOf(child) };
}

function openedAt(child: ChildProcess, port: number, complaints: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the shop did not open in time')), OPEN_WITHIN_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(
        portTaken(complaints(), port, 'SHOP_PORT') ?? new Error(`the shop did not open: ${complaints()}`),
      );
    });
    child.on('message', (message) => {
      const told = Told.safeParse(message);
      if (!told.success) return;
      clearTimeout(timer);
      resolve(told.data.shop);
    });
  });
}
