import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/local-slack/driver.ts';
import { exposureIn, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';

describe('the approval card', () => {
  let rampart: RampartInSlack;
  let card: SeenMessage;
  beforeEach(async () => {
    rampart = await rampartInSlack();
    await withFlag(rampart, 'new-checkout');
    await rampart.slack.as('mara').types('/release ramp new-checkout 25%', { in: '#releases' });
    card = await rampart.slack.as('amara').sees(/Approval needed/, { in: '#releases', ephemeral: false });
  });
  afterEach(() => rampart.stop());

  it("refuses the requester's own yes, and says who may", async () => {
    const mara = rampart.slack.as('mara');
    await mara.clicks('Approve', { on: card });
    const answer = await mara.sees(/you asked for this/i, { ephemeral: true });
    expect(answer.text).toMatch(/full member/);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({});
  });

  it("refuses a guest's yes, and says why", async () => {
    const gil = rampart.slack.as('gil');
    await gil.clicks('Approve', { on: card });
    await gil.sees(/guest/i, { ephemeral: true });
    expect(exposureIn(rampart, 'new-checkout')).toEqual({});
  });

  it('voids a yes when the release is edited, and asks again', async () => {
    const [mara, amara, kiran] = [
      rampart.slack.as('mara'),
      rampart.slack.as('amara'),
      rampart.slack.as('kiran'),
    ];
    await rampart.execute(
      { type: 'set-policy', environment: 'production', policy: await quorumOfTwo() },
      { kind: 'person', id: 'TACME00001/UMARA00001' },
      'test',
    );
    await amara.seesIn(card, /2 approvals/);
    await amara.clicks('Approve', { on: card });
    await amara.seesIn(card, /1 more approval/);
    await mara.types('/release ramp new-checkout 40%', { in: '#releases' });
    await kiran.seesIn(card, /40 %/);
    await kiran.clicks('Approve', { on: card });
    await amara.seesIn(card, /Approved by @Kiran/);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({});
    await amara.clicks('Approve', { on: card });
    await amara.seesIn(card, /Released/);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 40 });
  });

  it('refuses a click on what the card showed before, kindly, and shows what it is now', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release ramp new-checkout 40%', { in: '#releases' });
    await amara.seesIn(card, /40 %/);
    await amara.clicks('Approve', { on: card, stale: true });
    const told = await amara.sees(/changed/i, { ephemeral: true });
    expect(told.buttons).toEqual(['What exactly changes']);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({});
    expect(amara.now(card)?.text).toContain('40 %');
  });

  it('counts a double click once, and says so', async () => {
    const amara = rampart.slack.as('amara');
    await amara.clicks('Approve', { on: card, twice: true });
    await amara.seesIn(card, /Released/);
    await rampart.settle();
    const approvals = (await rampart.store.history(100, 100))
      .flatMap(({ events }) => events)
      .filter((event) => event.type === 'Approved');
    expect(approvals).toHaveLength(1);
    expect(amara.allThatRead(/went wrong/i)).toEqual([]);
  });

  it('ends with a no and its reason', async () => {
    const amara = rampart.slack.as('amara');
    await amara.clicks('Reject…', { on: card });
    await amara.seesModal(/Why/);
    await amara.fills({ 'Why?': 'Legal has not read it' }).submits();
    await amara.seesIn(card, /Legal has not read it/);
    expect(rampart.ledger.current().state.releases.get('r1')?.phase).toMatchObject({ outcome: 'rejected' });
  });

  it('shows by word what would be approved, with a button bound to it', async () => {
    const amara = rampart.slack.as('amara');
    await amara.types('/release approve new-checkout', { in: '#general' });
    const shown = await amara.sees(/Approval needed/, { in: '#general', ephemeral: true });
    await amara.clicks('Approve', { on: shown });
    await amara.seesIn(card, /Released/);
  });

  it('goes by direct message to approvers who are named, and stays in step there', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await withFlag(rampart, 'new-search');
    const { policy } = rampart.ledger.current().state.environments.get('production') ?? {};
    if (policy === undefined) throw new Error('no production');
    await rampart.execute(
      {
        type: 'set-policy',
        environment: 'production',
        policy: { ...policy, approvers: { kind: 'group', group: 'SAPPROVERS' } },
      },
      { kind: 'person', id: 'TACME00001/UMARA00001' },
      'test',
    );
    await mara.types('/release ramp new-search 10%', { in: '#releases' });
    const copy = await amara.sees(/Approval needed.*new-search/s, { in: '@Rampart' });
    await amara.clicks('Approve', { on: copy });
    await amara.seesIn(copy, /Released/);
    expect(exposureIn(rampart, 'new-search')).toEqual({ everyone: 10 });
  });

  it('is refused to someone who was made a guest a moment ago', async () => {
    const amara = rampart.slack.as('amara');
    await amara.types('/release status new-checkout', { in: '#releases' });
    await amara.sees(/new-checkout/, { ephemeral: true });
    await rampart.slack.control('person', { change: 'update', user: 'UAMARA0001', kind: 'guest' });
    await amara.clicks('Approve', { on: card });
    await amara.sees(/guest/i, { ephemeral: true });
    expect(exposureIn(rampart, 'new-checkout')).toEqual({});
  });

  async function quorumOfTwo() {
    const policy = rampart.ledger.current().state.environments.get('production')?.policy;
    if (policy === undefined) throw new Error('no production');
    return { ...policy, quorum: 2 };
  }
});
