import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/local-slack/driver.ts';
import { exposureIn, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';
import { until } from '../support/until.ts';

describe('a mention', () => {
  let rampart: RampartInSlack;
  let card: SeenMessage;
  beforeEach(async () => {
    rampart = await rampartInSlack();
    await withFlag(rampart, 'new-checkout');
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release new new-checkout', { in: '#releases' });
    await mara.seesModal(/Plan a release/);
    await mara.fills({ How: 'Demo' }).submits();
    card = await amara.sees(/Approval needed/, { in: '#releases', ephemeral: false });
    await amara.clicks('Approve', { on: card });
    await until(() => exposureIn(rampart, 'new-checkout') !== 'off' && phase() === 'rolling');
    await rampart.settle();
  });
  afterEach(() => rampart.stop());

  const phase = () => rampart.ledger.current().state.releases.get('r1')?.phase.kind;

  it('in the thread of a release needs no name', async () => {
    const kiran = rampart.slack.as('kiran');
    await kiran.says('@Rampart pause because support is busy', { thread: card });
    await until(() => phase() === 'paused');
    await kiran.sees(/./, { thread: card, ephemeral: true });
    await kiran.says('@Rampart resume', { thread: card });
    await until(() => phase() === 'rolling');
  });

  it('elsewhere takes the same words as the command', async () => {
    const kiran = rampart.slack.as('kiran');
    await kiran.says('@Rampart unrelease new-checkout because errors', { in: '#general' });
    await until(() => exposureIn(rampart, 'new-checkout') === 'off');
    await kiran.sees(/nobody/i, { ephemeral: true });
  });

  it('cannot open a form, so it offers a button that does', async () => {
    const kiran = rampart.slack.as('kiran');
    await kiran.says('@Rampart new', { in: '#general' });
    await kiran.clicks('Plan a release');
    await kiran.seesModal(/Which flag/);
  });

  it('by direct message is a command too', async () => {
    const kiran = rampart.slack.as('kiran');
    await kiran.says('status new-checkout', { in: '@Rampart' });
    await kiran.sees(/new-checkout/, { in: '@Rampart' });
  });

  it('is carried out once, though Slack delivers it twice', async () => {
    const kiran = rampart.slack.as('kiran');
    await rampart.slack.control('fault', {
      on: 'delivery',
      kind: 'events_api',
      effect: 'duplicate',
    });
    await kiran.says('@Rampart pause', { thread: card });
    await until(() => phase() === 'paused');
    await kiran.sees(/already|paused/i, { thread: card, ephemeral: true });
    await rampart.settle();
    expect(kiran.allThatRead(/already|paused/i, { thread: card, ephemeral: true })).toHaveLength(1);
  });
});
