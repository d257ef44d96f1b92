import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

export type Child = {
  readonly pid: number;
  /** The lines it has printed so far, whole ones only. */
  lines(): string[];
  /** Everything it has said on its standard error. */
  complaints(): string;
  tell(word: string): void;
  /** Ends its standard input. */
  closeInput(): void;
  /** Waits until it has printed a line that begins so, after the first so many. */
  says(beginning: string, after?: number): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Waits until it has ended, and answers its exit code: null when a signal ended it. */
  ended(): Promise<number | null>;
};

const A_SLOW_MACHINE_MS = 30_000;

/** Starts one of the scripts in `test/support` as a process of its own, under `wrapper` where one is given. */
export function startChild(script: string, args: readonly string[], wrapper: readonly string[] = []): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const [command = '', ...rest] = [...wrapper, process.execPath, '--import', 'tsx', path, ...args];
  const child: ChildProcess = spawn(command, rest, { stdio: 'pipe' });
  let said = '';
  let complained = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    complained += chunk;
  });
  // A word to a process that is just being killed is lost, and that is all right.
  child.stdin?.on('error', () => undefined);
  const end = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const lines = () => said.split('\n').slice(0, -1);

  return {
    pid: child.pid ?? 0,
    lines,
    complaints: () => complained,
    tell: (word) => child.stdin?.write(`${word}\n`),
    closeInput: () => child.stdin?.end(),
    says: (beginning, after = 0) =>
      until(() => {
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${complained}`);
        return lines()
          .slice(after)
          .some((line) => line.startsWith(beginning));
      }, A_SLOW_MACHINE_MS),
    async kill(signal) {
      child.kill(signal);
      await end;
    },
    ended: () => end,
  };
}
