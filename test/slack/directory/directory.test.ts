import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonFacts } from '../../../src/environment/person.ts';
import { type LocalSlack, startLocalSlack } from '../../../src/local-slack/server.ts';
import { type Connection, createConnection } from '../../../src/slack/connection/connection.ts';
import { createDirectory, type SlackDirectory } from '../../../src/slack/directory/directory.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import { manifestOfRampart } from '../../support/manifest-of-rampart.ts';
import { until } from '../../support/until.ts';

const MINUTE = 60_000;
const MARA = 'TACME00001/UMARA00001';
const AMARA = 'TACME00001/UAMARA0001';

describe('the directory over Slack', () => {
  let local: LocalSlack;
  let connection: Connection;
  let directory: SlackDirectory;
  let now: Date;
  const store = createMemoryStore();
  const log = pino({ level: 'silent' });

  beforeEach(async () => {
    now = new Date('2026-11-23T08:00:00Z');
    local = await startLocalSlack({
      port: 0,
      manifests: [manifestOfRampart()],
      control: true,
      rateLimits: false,
    });
    const botToken = local.apps[0]?.install.botToken ?? '';
    connection = createConnection({ botToken, apiUrl: local.url, log });
    await connection.connect(new AbortController().signal);
    directory = createDirectory({ connection, store, clock: () => now, log });
  });
  afterEach(() => local.close());

  const facts = (id: string): PersonFacts | undefined => directory.known().get(id);
  const fault = (method: string, effect: object, times = 1) =>
    local.slack.faults.add({ on: 'api', method, times, effect } as never);

  it.each([
    ['UMARA00001', 'member'],
    ['UGIL000001', 'guest'],
    ['UDANA00001', 'deactivated'],
    ['UXENIA0001', 'outsider'],
    ['UHANK00001', 'outsider'],
    ['UNOBODY001', 'outsider'],
  ])('knows %s as a %s', async (user, standing) => {
    await directory.refresh([`TACME00001/${user}`], 10 * MINUTE);
    expect(facts(`TACME00001/${user}`)?.standing).toBe(standing);
  });

  it('knows its own bot as a bot', async () => {
    const id = `TACME00001/${connection.workspace()?.botUser}`;
    await directory.refresh([id], 10 * MINUTE);
    expect(facts(id)?.standing).toBe('bot');
  });

  it('takes people of another workspace for outsiders without asking anyone', async () => {
    fault('users.info', { type: 'error', error: 'internal_error' }, 10);
    await directory.refresh(['TGLOBEX001/UXENIA0001', 'E1/T1/U1'], 10 * MINUTE);
    expect(facts('TGLOBEX001/UXENIA0001')?.standing).toBe('outsider');
    expect(facts('E1/T1/U1')?.standing).toBe('outsider');
  });

  it('knows zone, name and groups', async () => {
    await directory.refresh([AMARA], 10 * MINUTE);
    expect(facts(AMARA)).toEqual({
      id: AMARA,
      name: 'amara',
      zone: 'Europe/London',
      standing: 'member',
      groups: ['SAPPROVERS'],
      checkedAt: now.toISOString(),
    });
    expect(await directory.membersOf({ kind: 'group', group: 'SAPPROVERS' })).toEqual([AMARA]);
    expect(await directory.membersOf({ kind: 'people', people: [MARA] })).toEqual([MARA]);
    expect(await directory.membersOf({ kind: 'members' })).toEqual([]);
  });

  it('asks again only for what is older than wanted', async () => {
    await directory.refresh([MARA], 10 * MINUTE);
    const first = directory.known();
    now = new Date(now.getTime() + 9 * MINUTE);
    await directory.refresh([MARA], 10 * MINUTE);
    expect(directory.known()).toBe(first);
    now = new Date(now.getTime() + 2 * MINUTE);
    await directory.refresh([MARA], 10 * MINUTE);
    expect(facts(MARA)?.checkedAt).toBe(now.toISOString());
  });

  it('keeps what it knew when Slack does not answer, as old as it is, and does not throw', async () => {
    await directory.refresh([MARA], 10 * MINUTE);
    const before = facts(MARA);
    now = new Date(now.getTime() + 30 * MINUTE);
    fault('users.info', { type: 'server-error', status: 503 }, 5);
    await directory.refresh([MARA], 10 * MINUTE);
    expect(facts(MARA)).toEqual(before);
    local.slack.faults.clear();
    now = new Date(now.getTime() + 10_000);
    await directory.refresh([MARA], 10 * MINUTE);
    expect(facts(MARA)?.checkedAt).toBe(now.toISOString());
  });

  it('remembers over a restart, though Slack is away then', async () => {
    await directory.refresh([MARA], 10 * MINUTE);
    await until(async () => (await store.people([MARA])).size === 1);
    const restarted = createDirectory({ connection, store, clock: () => now, log });
    fault('users.info', { type: 'cut', when: 'before' }, 5);
    now = new Date(now.getTime() + 30 * MINUTE);
    await restarted.refresh([MARA], 10 * MINUTE);
    expect(restarted.known().get(MARA)?.standing).toBe('member');
  });

  it('follows what Slack tells of people and groups', async () => {
    await directory.refresh([MARA, AMARA], 10 * MINUTE);
    directory.userChanged({ id: 'UMARA00001', team_id: 'TACME00001', deleted: true });
    expect(facts(MARA)?.standing).toBe('deactivated');
    directory.groupChanged('SAPPROVERS', (users) => {
      users.delete('UAMARA0001');
      return users;
    });
    expect(facts(AMARA)?.groups).toEqual([]);
    directory.groupChanged('SAPPROVERS', () => null);
    expect(await directory.membersOf({ kind: 'group', group: 'SAPPROVERS' })).toEqual([AMARA]);
  });
});
