import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exposureIn, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';
import { until } from '../support/until.ts';

describe('the connection that Slack speaks through', () => {
  let rampart: RampartInSlack;
  beforeEach(async () => {
    rampart = await rampartInSlack();
    await withFlag(rampart, 'new-checkout');
  });
  afterEach(() => rampart.stop());

  const appId = () => rampart.local.apps[0]?.app.id ?? '';
  const isConnected = () => rampart.local.slack.sockets.connections(appId()) > 0;

  it.each(['refresh_requested', 'cut'])('comes back after Slack ended it (%s)', async (reason) => {
    const mara = rampart.slack.as('mara');
    await rampart.slack.control('disconnect', { appId: appId(), reason });
    await until(() => !isConnected());
    await until(isConnected, 10_000);
    await mara.types('/release status new-checkout', { in: '#releases' });
    await mara.sees(/new-checkout/, { ephemeral: true });
  });

  it('may deliver a click twice: it counts once', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release ramp new-checkout 25%', { in: '#releases' });
    const card = await amara.sees(/Approval needed/, { in: '#releases', ephemeral: false });
    await rampart.slack.control('fault', { on: 'delivery', kind: 'interactive', effect: 'duplicate' });
    await amara.clicks('Approve', { on: card });
    await amara.seesIn(card, /Released/);
    await rampart.settle();
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 25 });
    const approvals = (await rampart.store.history(100, 100)).flatMap(({ events }) => events);
    expect(approvals.filter((event) => event.type === 'Approved')).toHaveLength(1);
  });

  it('is closed on a stop only after what is under way is done', async () => {
    const mara = rampart.slack.as('mara');
    await mara.types('/release ramp new-checkout 25% in staging', { in: '#releases' });
    await rampart.app.stop();
    const { staging } = rampart.ledger.current().state.flags.get('new-checkout')?.exposures ?? {};
    expect(staging?.percentages).toEqual({ everyone: 2_500 });
    await mara.sees(/25 %/, { ephemeral: true });
  });
});
