import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AMARA, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';
import { until } from '../support/until.ts';

describe('Home and shortcuts', () => {
  let rampart: RampartInSlack;
  beforeEach(async () => {
    rampart = await rampartInSlack();
    await withFlag(rampart, 'new-checkout');
  });
  afterEach(() => rampart.stop());

  it('leads whoever installed through the first questions', async () => {
    const mara = rampart.slack.as('mara');
    const home = await mara.opensHome();
    const [first = ''] = home.buttons;
    await mara.clicks(first, { on: home });
    await mara.seesModal(/Who approves/);
    await mara
      .fills({
        'Who approves releases in production': 'These people',
        'These people': ['@amara'],
      })
      .submits();
    await until(() => rampart.ledger.current().state.installation?.setUpAt !== null);
    const { policy } = rampart.ledger.current().state.environments.get('production') ?? {};
    expect(policy?.approvers).toEqual({ kind: 'people', people: [AMARA] });
  });

  it('shows an approver what waits for them, and takes their yes there', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release ramp new-checkout 25%', { in: '#releases' });
    await amara.sees(/Approval needed/, { in: '#releases' });
    const home = await amara.opensHome();
    expect(home.text).toMatch(/Waiting for you/i);
    await amara.clicks('Approve', { on: home });
    await amara.seesModal(/Approved/);
    await amara.closes();
    await amara.seesHome(/Nothing now/);
  });

  it('offers planning from anywhere, with the words of the command in the form', async () => {
    const nico = rampart.slack.as('nico');
    await nico.uses('Plan a release');
    await nico.seesModal(/Which flag/);
    await nico.closes();
    await nico.types('/release new new-checkout at Monday 9am', { in: '#releases' });
    await nico.seesModal(/Which flag/);
    await nico.fills({ How: 'Fast' }).submits();
    const confirm = await nico.seesModal(/Is this the time|09:00/);
    expect(confirm.text).toMatch(/Mon .*09:00/);
    expect(confirm.text).toMatch(/New York/);
  });

  it('plans a release of a flag that is created on the way', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release new fast-search', { in: '#releases' });
    await mara.seesModal(/Which flag/);
    await mara.fills({ How: 'Fast' }).submits();
    await mara.seesModal(/Create a flag/);
    await mara.fills({ 'What is it?': 'Search that answers at once' }).submits();
    await mara.seesNoModal();
    await amara.sees(/Approval needed.*fast-search/s, { in: '#releases', ephemeral: false });
    expect(rampart.ledger.current().state.releases.get('r1')?.flags).toEqual(['fast-search']);
  });

  it('links a message to a release', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release ramp new-checkout 25%', { in: '#releases' });
    const card = await amara.sees(/Approval needed/, { in: '#releases', ephemeral: false });
    const said = await amara.says('Support has a script for it', { in: '#general' });
    await amara.uses('Link to release', { on: said });
    await amara.seesModal(/Which release/);
    await amara.fills({ 'Which release': 'new-checkout · production' }).submits();
    await mara.sees(/Linked by @Amara/, { thread: card });
  });

  it('says that something went wrong, and under which id, when it did', async () => {
    const mara = rampart.slack.as('mara');
    await rampart.store.close();
    await mara.types('/release ramp new-checkout 25%', { in: '#releases' });
    await mara.sees(/went wrong.*[0-9a-f-]{36}/s, { ephemeral: true });
  });
});
