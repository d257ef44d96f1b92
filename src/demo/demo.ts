import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { systemClock } from '../clock.ts';
import type { Audience } from '../flag/audience.ts';
import { DEMO_AUDIENCES } from './audiences.ts';
import { type LocalSlackProcess, startLocalSlack } from './local-slack-process.ts';
import { createMovableClock, type MovableClock } from './movable-clock.ts';
import { startShop } from './shop-process.ts';

/** What stands in for the world when no Slack is configured: Local Slack, the shop, and a clock to skip ahead. */
export type Demo = Pick<LocalSlackProcess, 'url' | 'followClock' | 'tellClock'> & {
  clock: MovableClock;
  slack: { kind: 'socket'; botToken: string; appToken: string; apiUrl: string };
  audiences: Audience[];
  /** Starts the shop on the API's address; answers with its own. */
  startShop(api: string, readKey: string): Promise<string>;
  stop(): Promise<void>;
};

export async function startDemo(
  ports: { port: number; shopPort: number },
  dataDir: string,
  log: Logger,
  onLost: (reason: string) => void,
): Promise<Demo> {
  const folder = join(dataDir, 'local-slack');
  await mkdir(folder, { recursive: true });
  const local = await startLocalSlack({ port: ports.port, dataDir: folder, log, onLost });
  let stopShop: () => Promise<void> = async () => undefined;
  return {
    ...local,
    clock: createMovableClock(systemClock, local.aheadMs),
    slack: {
      kind: 'socket',
      botToken: local.botToken,
      appToken: local.appToken,
      apiUrl: `${local.url}/api/`,
    },
    audiences: DEMO_AUDIENCES,
    async startShop(api, readKey) {
      const shop = await startShop({ port: ports.shopPort, api, readKey, log });
      stopShop = shop.stop;
      return shop.url;
    },
    async stop() {
      await Promise.all([stopShop(), local.stop()]);
    },
  };
}
