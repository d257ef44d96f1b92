import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/local-slack/driver.ts';
import {
  exposureIn,
  MARA,
  type RampartInSlack,
  rampartInSlack,
  withFlag,
} from '../support/rampart-in-slack.ts';
import { until } from '../support/until.ts';

const SECOND = 1_000;

describe('news of a release', () => {
  let rampart: RampartInSlack;
  beforeEach(async () => {
    rampart = await rampartInSlack();
    await withFlag(rampart, 'new-checkout');
  });
  afterEach(() => rampart.stop());

  const person = (name: string) => rampart.slack.as(name);
  const fault = (method: string, effect: object, times = 1) =>
    rampart.slack.control('fault', { on: 'api', method, times, effect });
  const cards = () => person('amara').allThatRead(/· new-checkout ·/, { in: '#releases', ephemeral: false });

  async function asked(): Promise<SeenMessage> {
    await person('mara').types('/release ramp new-checkout 25%', { in: '#releases' });
    return person('amara').sees(/Approval needed/, { in: '#releases', ephemeral: false });
  }

  /** Lets what failed be tried again. */
  async function again(): Promise<void> {
    await rampart.settle();
    await rampart.later(5 * SECOND);
  }

  it('goes on without its card when somebody deletes it, and tells the owner once', async () => {
    const card = await asked();
    await person('mara').deletes(card);
    await person('mara').types('/release ramp new-checkout 30%', { in: '#releases' });
    const told = await person('mara').sees(/somebody deleted it/, { in: '@Rampart' });
    expect(told.text).toContain('new-checkout');
    await person('amara').types('/release approve new-checkout', { in: '#general' });
    await person('amara').clicks('Approve', { in: '#general' });
    await again();
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 30 });
    expect(person('mara').allThatRead(/somebody deleted it/)).toHaveLength(1);
    expect(await rampart.store.outboxDue(new Date('2100-01-01'), 10)).toEqual([]);
  });

  it('goes on when its channel is archived', async () => {
    await asked();
    await rampart.slack.control('place', { change: 'archive', channel: 'CRELEASES1', by: 'UMARA00001' });
    await person('mara').types('/release ramp new-checkout 30%', { in: '#general' });
    await person('mara').sees(/archived/, { in: '@Rampart' });
    await again();
    expect(await rampart.store.outboxDue(new Date('2100-01-01'), 10)).toEqual([]);
  });

  it('goes into a public channel that nobody invited Rampart to, named by its name', async () => {
    const [mara, kiran] = [person('mara'), person('kiran')];
    await mara.creates('launches');
    await kiran.joins('#launches');
    await rampart.execute(
      {
        type: 'open-release',
        title: 'Spring launch',
        environment: 'production',
        flags: ['new-checkout'],
        plan: [{ step: { kind: 'raise', to: { everyone: 1_000 } }, bakeMs: 0, gates: [] }],
        start: { kind: 'when-approved' },
        channel: '#launches',
        draft: false,
      },
      { kind: 'person', id: MARA },
      'test',
    );
    const card = await kiran.sees(/Spring launch/, { in: '#launches' });
    await kiran.says('@Rampart cancel because of the weather', { thread: card });
    await kiran.seesIn(card, /weather/);
  });

  it('waits as long as Slack says after too many messages, and comes then', async () => {
    await fault('chat.postMessage', { type: 'rate-limited', retryAfterS: 3 });
    await person('mara').types('/release ramp new-checkout 25%', { in: '#releases' });
    await person('mara').sees(/Asked for approval/, { ephemeral: true });
    await rampart.settle();
    await rampart.later(2 * SECOND);
    expect(cards()).toEqual([]);
    await rampart.later(2 * SECOND);
    await person('amara').sees(/Approval needed/, { in: '#releases', ephemeral: false });
    expect(cards()).toHaveLength(1);
  });

  it('stands once when Slack took it and the answer was lost', async () => {
    await fault('chat.postMessage', { type: 'cut', when: 'after' });
    await person('mara').types('/release ramp new-checkout 25%', { in: '#releases' });
    const card = await person('amara').sees(/Approval needed/, { in: '#releases', ephemeral: false });
    await again();
    expect(cards()).toHaveLength(1);
    // The card is known all the same: it follows, and its thread goes on.
    await person('amara').clicks('Approve', { on: card });
    await person('amara').seesIn(card, /Released/);
    await person('amara').sees(/0 → 25 %/, { thread: card });
  });

  it('says each line once, though Slack failed on the way', async () => {
    const card = await asked();
    await rampart.settle();
    await fault('chat.postMessage', { type: 'cut', when: 'after' });
    await fault('chat.postMessage', { type: 'server-error', status: 503 });
    await person('amara').clicks('Approve', { on: card });
    await person('amara').sees(/Approved by/, { thread: card });
    for (let round = 0; round < 4; round += 1) await again();
    await person('amara').sees(/0 → 25 %/, { thread: card });
    const lines = person('amara')
      .messages({ thread: card })
      .map(({ text }) => text);
    expect(lines.filter((line) => /Approved by/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /0 → 25 %/.test(line))).toHaveLength(1);
  });

  it('catches up after an hour in which Slack answered nothing', async () => {
    const card = await asked();
    await rampart.settle();
    await fault('chat.update', { type: 'server-error', status: 500 }, 50);
    await fault('chat.postMessage', { type: 'server-error', status: 500 }, 50);
    await person('amara').clicks('Approve', { on: card });
    await until(() => JSON.stringify(exposureIn(rampart, 'new-checkout')) === '{"everyone":25}');
    await rampart.settle();
    await rampart.slack.control('clear-faults');
    await rampart.later(65 * SECOND);
    await person('amara').seesIn(card, /Released/);
    await person('amara').sees(/0 → 25 %/, { thread: card });
    expect(cards()).toHaveLength(1);
  });

  it('carries in every card which item it answers and the head of the log', async () => {
    const card = await asked();
    const stored = rampart.local.slack.world.messages.values().find(({ ts }) => ts === card.message.ts);
    expect(stored?.metadata).toMatchObject({
      event_type: 'rampart',
      event_payload: { kind: 'card', release: 'r1', revision: 3 },
    });
    const [entry] = await rampart.store.history(3, 1);
    expect(stored?.metadata?.event_payload.hash).toBe(entry?.hash);
  });
});
