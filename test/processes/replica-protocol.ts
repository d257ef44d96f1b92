import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from '../../src/release/command.ts';

type Question =
  | { type: 'do'; by: string; command: Command }
  /** Several commands of one person in one commit, to set a large scene quickly. */
  | { type: 'do-all'; by: string; commands: Command[] }
  | { type: 'approve'; by: string; release: string }
  | { type: 'advance' };

/** What a test asks of a replica, at a time. */
export type Ask = Question & { id: number; now: string };

export type Answer =
  | { id: number; ok: true; events: string[] }
  | { id: number; ok: false; rejection: { code: string } };

export type Replica = {
  ask(question: Question, now: Date): Promise<Answer>;
  /** `kill -9`. Questions without an answer are answered with the code `KILLED`. */
  kill(): Promise<void>;
};

/** Starts a process on a store. */
export function startReplica(databaseUrl: string): Replica {
  const program = fileURLToPath(new URL('./replica.ts', import.meta.url));
  const child: ChildProcess = fork(program, [databaseUrl], { execArgv: ['--import', 'tsx'] });
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const [id, answer] of waiting) answer({ id, ok: false, rejection: { code: 'KILLED' } });
      resolve();
    });
  });
  return {
    ask(question, now) {
      asked += 1;
      const id = asked;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        child.send({ ...question, id, now: now.toISOString() });
      });
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
