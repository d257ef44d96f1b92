import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MARA, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';
import { until } from '../support/until.ts';

describe('what Rampart answers', () => {
  let rampart: RampartInSlack;
  let mara: ReturnType<RampartInSlack['slack']['as']>;
  beforeEach(async () => {
    rampart = await rampartInSlack();
    await withFlag(rampart, 'new-checkout');
    mara = rampart.slack.as('mara');
  });
  afterEach(() => rampart.stop());

  it('teaches six commands to whoever says nothing', async () => {
    await mara.types('/release', { in: '#general' });
    const welcome = await mara.sees(/ramp/, { ephemeral: true });
    for (const word of ['new', 'ramp', 'status', 'unrelease', 'why', 'list']) {
      expect(welcome.text).toContain(`/release ${word}`);
    }
  });

  it('finds the nearest meaning of a slip, and carries it out at a click', async () => {
    await mara.types('/release rmap new-checkout 25%', { in: '#releases' });
    const answer = await mara.sees(/did you mean/i, { ephemeral: true });
    expect(answer.text).toContain('ramp new-checkout 25%');
    await mara.clicks('Do that', { on: answer });
    await rampart.slack.as('amara').sees(/Approval needed/, { in: '#releases', ephemeral: false });
  });

  it('never changes a flag whose name it guessed: it asks, with the command on the button', async () => {
    await mara.types('/release ramp new-chekout 25%', { in: '#releases' });
    const answer = await mara.sees(/did you mean/i, { ephemeral: true });
    expect(rampart.ledger.current().state.releases.size).toBe(0);
    await mara.clicks('Yes, new-checkout', { on: answer });
    await rampart.slack.as('amara').sees(/Approval needed/, { in: '#releases', ephemeral: false });
  });

  it('reads a near name, and says which it took', async () => {
    await mara.types('/release status new-chekout', { in: '#releases' });
    const answer = await mara.sees(/new-checkout/, { ephemeral: true });
    expect(answer.text).toContain('new-chekout');
  });

  it('says what is missing, and gives an example', async () => {
    await mara.types('/release ramp new-checkout', { in: '#releases' });
    await mara.sees(/percent/i, { ephemeral: true });
    await mara.types('/release ramp new-checkout 33.333%', { in: '#releases' });
    await mara.sees(/0\.01 %/, { ephemeral: true });
  });

  it('explains why somebody does not see a feature', async () => {
    await mara.types('/release why new-checkout for user-42', { in: '#releases' });
    await mara.sees(/new-checkout is off for .?user-42/, { ephemeral: true });
    await mara.types('/release why new-checkout for me', { in: '#releases' });
    await mara.sees(/\/release me/, { ephemeral: true });
    await mara.types('/release me user-7', { in: '#releases' });
    await until(() => rampart.ledger.current().state.people.size === 1);
    await mara.types('/release why new-checkout for me', { in: '#releases' });
    await mara.sees(/off for .?user-7/, { ephemeral: true });
  });

  it('lists what is in flight, and what is dark', async () => {
    await mara.types('/release list', { in: '#releases' });
    await mara.sees(/new-checkout/, { ephemeral: true });
    await mara.types('/release list mine', { in: '#releases' });
    await mara.sees(/nothing in flight/i, { ephemeral: true });
  });

  it('asks which one, when a command names none', async () => {
    await mara.types('/release pause', { in: '#releases' });
    await mara.sees(/nothing is in flight/i, { ephemeral: true });
    await mara.types('/release ramp new-checkout 25%', { in: '#releases' });
    await rampart.slack.as('amara').sees(/Approval needed/, { in: '#releases' });
    await mara.types('/release pause', { in: '#releases' });
    await mara.clicks('/release pause new-checkout in production');
    await until(() => rampart.ledger.current().state.releases.get('r1')?.phase.kind === 'paused');
  });

  it('freezes an environment until a time, and lifts it', async () => {
    await mara.types('/release freeze "Black Friday" for 2 hours because busy', { in: '#releases' });
    await until(() => rampart.ledger.current().state.environments.get('production')?.freezes.length === 1);
    await mara.types('/release unfreeze', { in: '#releases' });
    await until(() => rampart.ledger.current().state.environments.get('production')?.freezes.length === 0);
  });

  it('tells nothing to people of another workspace, and does nothing for them', async () => {
    const xenia = rampart.slack.as('xenia');
    await mara.invites('rampart', { to: '#partners' });
    await rampart.execute(
      {
        type: 'ramp',
        flag: 'new-checkout',
        environment: 'staging',
        audience: 'everyone',
        to: 5_000,
        seen: null,
        start: { kind: 'when-approved' },
        channel: null,
      },
      { kind: 'person', id: MARA },
      'test',
    );
    await xenia.says('@Rampart status new-checkout', { in: '#partners' });
    const answer = await xenia.sees(/full member/i);
    expect(answer.text).not.toContain('50 %');
    await xenia.says('@Rampart unrelease new-checkout in staging', { in: '#partners' });
    await xenia.sees(/full member/i, { after: answer });
    const { staging } = rampart.ledger.current().state.flags.get('new-checkout')?.exposures ?? {};
    expect(staging?.unreleased.whole).toBeNull();
  });
});
