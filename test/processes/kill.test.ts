import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/connect.ts';
import { booleanFlag, planOf } from '../support/scenario.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Replica, startReplica } from './replica-protocol.ts';

const SEED = 20_261_124;
const KILLS = Number(process.env.KILLS ?? 6);
const START = new Date('2026-11-23T08:00:00.000Z');
const BAKE_MS = 60_000;
/** 0.5 %, 1 %, … up to 25 %: more stages than kills, so that the rollout is under way all the time. */
const PERCENTS = Array.from({ length: 50 }, (_, index) => (index + 1) / 2);

it(`a rollout killed ${KILLS} times in mid-stage goes on where it was, and no stage fires twice (seed ${SEED})`, async () => {
  const url = `file:${join(await temporaryFolder(), 'rampart.db')}`;
  let replica: Replica = startReplica(url);
  await replica.ask(
    { type: 'do', by: 'mara', command: { type: 'install', channel: null, audiences: [] } },
    START,
  );
  await replica.ask(
    { type: 'do', by: 'mara', command: { type: 'create-flag', flag: booleanFlag('checkout') } },
    START,
  );
  const opened = await replica.ask(
    {
      type: 'do',
      by: 'mara',
      command: {
        type: 'open-release',
        title: 'checkout',
        environment: 'staging',
        flags: ['checkout'],
        plan: planOf(PERCENTS, BAKE_MS),
        start: { kind: 'when-approved' },
        channel: null,
        draft: false,
      },
    },
    START,
  );
  expect(opened).toMatchObject({ ok: true, events: ['ReleaseOpened', 'StageFired'] });

  // When to kill after the question was put, in tenths of a millisecond: before, during and after the commit.
  const moments = fc.sample(fc.nat(80), { seed: SEED, numRuns: KILLS });
  let now = START;
  for (const moment of moments) {
    now = new Date(now.getTime() + BAKE_MS);
    const asked = replica.ask({ type: 'advance' }, now);
    await spin(moment / 10);
    await replica.kill();
    await asked;
    replica = startReplica(url);
    const resumed = await replica.ask({ type: 'advance' }, now);
    expect(resumed.ok).toBe(true);
  }
  await replica.kill();

  const store = await openStore(url);
  const { entries } = await store.changesSince(0);
  await store.close();
  const fired = entries
    .flatMap((entry) => entry.events)
    .flatMap((event) => (event.type === 'StageFired' ? [event] : []));
  expect(fired.map((event) => event.stage)).toEqual(Array.from({ length: KILLS + 1 }, (_, stage) => stage));
}, 120_000);

/** Waits a fraction of a millisecond, which no timer can. */
async function spin(ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
}
