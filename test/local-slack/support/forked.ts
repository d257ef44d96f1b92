import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromLocalSlack, Ready, ToLocalSlack } from '../../../src/local-slack/seam.ts';

const main = fileURLToPath(new URL('../../../src/local-slack/main.ts', import.meta.url));

/** Local Slack as a process of its own, and what it said first. */
export type Forked = { child: ChildProcess; ready: Ready; tell(message: ToLocalSlack): void };

export async function forkLocalSlack(dataDir: string): Promise<Forked> {
  const child = fork(main, ['--port', '0', '--data', dataDir], { execArgv: ['--import', 'tsx'] });
  const [message] = (await once(child, 'message')) as [FromLocalSlack];
  if (message.type !== 'ready') throw new Error(`the first word was ${message.type}`);
  return { child, ready: message, tell: (told) => void child.send(told) };
}

export async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
