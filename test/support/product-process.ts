import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Addresses = { api: string; localSlack: string; shop: string; readKey: string };

/** Rampart as a person starts it: the whole product in processes of its own, on free ports. */
export type ProductProcess = Addresses & {
  child: ChildProcess;
  /** What it wrote to standard error so far. */
  log(): string;
  /** `kill -9` of the one process that a person started; whatever it started must end with it. */
  kill(): Promise<void>;
  /** SIGTERM, or Ctrl-C, which reaches all it started too; answers with the exit code and how long it took. */
  stop(how?: 'SIGTERM' | 'Ctrl-C'): Promise<{ code: number | null; tookMs: number }>;
};

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts the product with its data in a folder. Throws with what it wrote when it gives up.
 *
 * @param ports to use again what an earlier start had; any free ones otherwise
 * @param env more of the environment
 */
export async function startProductProcess(
  dataDir: string,
  ports: { api?: string; localSlack?: string; shop?: string } = {},
  env: Record<string, string> = {},
): Promise<ProductProcess> {
  const portOf = (url: string | undefined) => (url === undefined ? '0' : new URL(url).port);
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', '--json'], {
    cwd: ROOT,
    // In a group of its own, as a shell starts it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      RAMPART_DATA_DIR: dataDir,
      PORT: portOf(ports.api),
      LOCAL_SLACK_PORT: portOf(ports.localSlack),
      SHOP_PORT: portOf(ports.shop),
      ...env,
    },
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString('utf8');
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, 'line'), ended.then(() => null)]);
  if (first === null) throw new Error(`Rampart did not start: ${complaints}`);
  const addresses = JSON.parse(String(first[0])) as Addresses;
  return {
    ...addresses,
    child,
    log: () => complaints,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop(how = 'SIGTERM') {
      const from = performance.now();
      if (how === 'SIGTERM' || child.pid === undefined) child.kill('SIGTERM');
      else process.kill(-child.pid, 'SIGINT');
      const [code] = await ended;
      return { code: typeof code === 'number' ? code : null, tookMs: performance.now() - from };
    },
  };
}
