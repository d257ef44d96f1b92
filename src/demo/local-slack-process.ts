import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { z } from 'zod';
import { portTaken } from './port-taken.ts';

/** What Local Slack tells the process that started it. It is another program: what it says is parsed. */
const Told = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    url: z.string(),
    botToken: z.string(),
    appToken: z.string(),
    aheadMs: z.number(),
  }),
  z.object({ type: z.literal('move'), id: z.string(), to: z.string() }),
]);
type Ready = Extract<z.infer<typeof Told>, { type: 'ready' }>;

/** Where a person wants the clock: at an instant, or at whatever is due next. */
export type ClockTarget = Date | 'next';

/** The clock as it stands after a move, and what is due next. */
export type ClockReading = { now: Date; nextDueAt: Date | null };

export type LocalSlackProcess = {
  url: string;
  botToken: string;
  appToken: string;
  /** How far the demo's clock was ahead when it last ran. */
  aheadMs: number;
  /** From now on people may skip ahead in the browser; `move` carries it out, telling every instant it visits. */
  followClock(
    move: (to: ClockTarget, visited: (reading: ClockReading) => void) => Promise<ClockReading>,
  ): void;
  /** Says what is due next, for the browser's button. */
  tellClock(reading: ClockReading): void;
  stop(): Promise<void>;
};

const READY_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 3_000;

/**
 * Starts Local Slack as a process of its own, which ends with this one however that ends. Rampart knows nothing of
 * it but its address and tokens.
 */
export async function startLocalSlack(options: {
  port: number;
  dataDir: string;
  log: Logger;
  /** Called when it ends without having been stopped. */
  onLost: (reason: string) => void;
}): Promise<LocalSlackProcess> {
  const child = fork(
    siblingProgram('../local-slack/main'),
    ['--port', String(options.port), '--data', options.dataDir],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Out of reach of Ctrl-C, so that Rampart can finish what is under way in Slack before it ends it.
      detached: true,
    },
  );
  child.stderr?.on('data', (chunk: Buffer) => {
    options.log.debug({ from: 'local-slack' }, chunk.toString('utf8').trimEnd());
  });
  const ready = await readyOf(child, options.port);
  let stopping = false;
  child.once('exit', (code, signal) => {
    if (!stopping) options.onLost(`Local Slack ended (${signal ?? `code ${code}`})`);
  });
  const send = (message: Record<string, unknown>): void => {
    if (child.connected) child.send(message);
  };
  return {
    ...ready,
    followClock(move) {
      send({ type: 'movable' });
      child.on('message', (message) => {
        const told = Told.safeParse(message);
        if (!told.success || told.data.type !== 'move') return;
        const { id, to } = told.data;
        move(to === 'next' ? 'next' : new Date(to), (reading) => send({ type: 'clock', ...asText(reading) }))
          .then((reading) => send({ type: 'moved', id, ...asText(reading) }))
          .catch((error: unknown) => options.log.error({ err: error }, 'the clock could not be moved'));
      });
    },
    tellClock: (reading) => send({ type: 'clock', ...asText(reading) }),
    async stop() {
      stopping = true;
      await endOf(child);
    },
  };
}

/** A program of this package beside the module that asks: TypeScript when run from source, else what was built. */
function siblingProgram(path: string): string {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  return fileURLToPath(new URL(`${path}${extension}`, import.meta.url));
}

/** Asks a child to end, and ends it when it does not. */
export async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(force);
}

function readyOf(child: ChildProcess, port: number): Promise<Ready> {
  return new Promise((resolve, reject) => {
    let complaints = '';
    const timer = setTimeout(() => reject(new Error('Local Slack did not start in time')), READY_WITHIN_MS);
    child.stderr?.on('data', (chunk: Buffer) => {
      complaints += chunk.toString('utf8');
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(
        portTaken(complaints, port, 'LOCAL_SLACK_PORT') ??
          new Error(`Local Slack did not start (code ${code}): ${complaints.trim()}`),
      );
    });
    child.on('message', (message) => {
      const told = Told.safeParse(message);
      if (!told.success || told.data.type !== 'ready') return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(told.data);
    });
  });
}

function asText({ now, nextDueAt }: ClockReading): { now: string; nextDueAt: string | null } {
  return { now: now.toISOString(), nextDueAt: nextDueAt?.toISOString() ?? null };
}
