import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { endOf } from './local-slack-process.ts';

/** Starts the sample shop, an application that reads a flag like any other, as a process of its own. */
export function startShop(options: { port: number; api: string; readKey: string; log: Logger }): {
  url: string;
  stop(): Promise<void>;
} {
  const program = fileURLToPath(new URL('../../examples/shop/server.js', import.meta.url));
  const child = fork(program, [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { RAMPART_URL: options.api, RAMPART_KEY: options.readKey, SHOP_PORT: String(options.port) },
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    options.log.warn({ from: 'shop' }, chunk.toString('utf8').trimEnd());
  });
  return { url: `http://127.0.0.1:${options.port}`, stop: () => endOf(child) };
}
