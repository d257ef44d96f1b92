import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BETA, booleanFlag, readKey, shownTo } from '../read/state-holder.ts';
import { startServer, type TestServer } from './server.ts';

const VISITORS = 100_000;
/** One of ten visitors joined the beta. */
const BETA_EVERY = 10;
const KEY = 'rk_ramp';
/** Percentages in basis points: the beta is ahead of everyone by a stage. */
const STAGES = [
  { beta: 1_000, everyone: 100 },
  { beta: 5_000, everyone: 1_000 },
  { beta: 10_000, everyone: 5_000 },
  { beta: 10_000, everyone: 10_000 },
];

let server: TestServer;
let workers: Worker[];

beforeAll(async () => {
  server = await startServer();
  server.holder.define(BETA);
  server.holder.issue(readKey(KEY));
  workers = [0, 1].map(() => new Worker(new URL('./ask-visitors.mjs', import.meta.url)));
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.terminate()));
  await server.close();
});

async function askAll(): Promise<Uint8Array> {
  const share = VISITORS / workers.length;
  const parts = await Promise.all(
    workers.map(async (worker, index) => {
      const range = { from: index * share, to: (index + 1) * share };
      worker.postMessage({
        baseUrl: server.baseUrl,
        key: KEY,
        flag: 'new-checkout',
        betaEvery: BETA_EVERY,
        ...range,
      });
      const [answers] = await once(worker, 'message');
      return answers as Uint8Array;
    }),
  );
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('a ramp 1 → 10 → 50 → 100 %, watched by 100,000 visitors through the official provider', () => {
  it('never takes the feature away from anyone, and shows it to as many as asked', {
    // Half a minute on two idle cores; a busy machine may take its time.
    timeout: 900_000,
  }, async () => {
    let before: Uint8Array = new Uint8Array(VISITORS);
    for (const stage of STAGES) {
      server.holder.put(booleanFlag('new-checkout', { exposures: shownTo(stage) }));
      const now = await askAll();

      expect(count(now, (answer) => answer > 1)).toBe(0);
      expect(count(before, (answer, id) => answer === 1 && now[id] === 0)).toBe(0);
      expect(share(now, true)).toBeCloseTo(stage.beta / 10_000, 1.5);
      expect(share(now, false)).toBeCloseTo(stage.everyone / 10_000, 2);
      before = now;
    }
    expect(count(before, (answer) => answer === 1)).toBe(VISITORS);
  });
});

function share(answers: Uint8Array, inBeta: boolean): number {
  const asked = count(answers, (_, id) => (id % BETA_EVERY === 0) === inBeta);
  return count(answers, (answer, id) => answer === 1 && (id % BETA_EVERY === 0) === inBeta) / asked;
}

function count(answers: Uint8Array, test: (answer: number, id: number) => boolean): number {
  let matching = 0;
  answers.forEach((answer, id) => {
    if (test(answer, id)) matching += 1;
  });
  return matching;
}
