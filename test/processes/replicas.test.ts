import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/release/command.ts';
import type { Event } from '../../src/release/event.ts';
import { openStore } from '../../src/store/connect.ts';
import { emptyPostgresDatabase } from '../support/empty-postgres-database.ts';
import { booleanFlag, planOf } from '../support/scenario.ts';
import { type Replica, startReplica } from './replica-protocol.ts';

const START = new Date('2026-11-23T08:00:00.000Z');
const LAUNCHES = 1_000;

let url: string;
let replicas: Replica[];

beforeEach(async () => {
  url = await emptyPostgresDatabase();
  replicas = [startReplica(url), startReplica(url)];
});
afterEach(async () => {
  for (const replica of replicas) await replica.kill();
});

function pair(): [Replica, Replica] {
  const [one, two] = replicas;
  if (one === undefined || two === undefined) throw new Error('two replicas expected');
  return [one, two];
}

async function logOf(databaseUrl: string): Promise<Event[]> {
  const store = await openStore(databaseUrl);
  const events: Event[] = [];
  for (let revision = 0; ; ) {
    const { entries } = await store.changesSince(revision);
    const last = entries.at(-1);
    if (last === undefined) break;
    events.push(...entries.flatMap((entry) => entry.events));
    revision = last.revision;
  }
  await store.close();
  return events;
}

const install: Parameters<Replica['ask']>[0] = {
  type: 'do',
  by: 'mara',
  command: { type: 'install', channel: null, audiences: [] },
} as const;

/** A flag, and a release of it at a time, where no approval is needed. */
function launch(index: number, at: Date): Command[] {
  const flag = `flag-${index}`;
  return [
    { type: 'create-flag', flag: booleanFlag(flag) },
    {
      type: 'open-release',
      title: flag,
      environment: 'staging',
      flags: [flag],
      plan: planOf([100]),
      start: { kind: 'at', at: at.toISOString(), wallTime: '', zone: 'UTC' },
      channel: null,
      draft: false,
    },
  ];
}

describe('two processes on one PostgreSQL', () => {
  it('leave one of two releases opened at once on one flag, with a clear answer to the other person', async () => {
    const [one, two] = pair();
    await one.ask(install, START);
    for (let round = 0; round < 20; round += 1) {
      const flag = `flag-${round}`;
      await one.ask(
        { type: 'do', by: 'mara', command: { type: 'create-flag', flag: booleanFlag(flag) } },
        START,
      );
      const open = {
        type: 'open-release',
        title: flag,
        environment: 'production',
        flags: [flag],
        plan: planOf([10, 100]),
        start: { kind: 'when-approved' },
        channel: null,
        draft: false,
      } as const;
      const answers = await Promise.all([
        one.ask({ type: 'do', by: 'mara', command: { ...open, flags: [flag] } }, START),
        two.ask({ type: 'do', by: 'nico', command: { ...open, flags: [flag] } }, START),
      ]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(answers.find((answer) => !answer.ok)).toMatchObject({
        rejection: { code: 'IN_FLIGHT', release: `r${round + 1}`, flag },
      });
    }
  });

  it(`fire each of ${LAUNCHES} launches of one minute once`, async () => {
    const [one, two] = pair();
    await one.ask(install, START);
    const at = (index: number) =>
      new Date(START.getTime() + 3_600_000 + Math.floor((index * 60) / LAUNCHES) * 1_000);
    for (let first = 0; first < LAUNCHES; first += 100) {
      const commands = Array.from({ length: 100 }, (_, offset) => launch(first + offset, at(first + offset)));
      const answer = await one.ask({ type: 'do-all', by: 'mara', commands: commands.flat() }, START);
      expect(answer.ok).toBe(true);
    }
    for (let second = 0; second <= 60; second += 1) {
      const now = new Date(START.getTime() + 3_600_000 + second * 1_000);
      const answers = await Promise.all([
        one.ask({ type: 'advance' }, now),
        two.ask({ type: 'advance' }, now),
      ]);
      expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    }
    const fired = (await logOf(url)).flatMap((event) => (event.type === 'StageFired' ? [event] : []));
    expect(fired).toHaveLength(LAUNCHES);
    expect(new Set(fired.map((event) => event.release)).size).toBe(LAUNCHES);
    for (const event of fired) {
      const index = Number(event.release.slice(1)) - 1;
      expect(event.at).toBe(at(index).toISOString());
    }
  }, 240_000);
});
