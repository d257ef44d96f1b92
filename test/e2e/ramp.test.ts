import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exposureIn, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';
import { until } from '../support/until.ts';

describe('a ramp, from a word to a change', () => {
  let rampart: RampartInSlack;
  beforeEach(async () => {
    rampart = await rampartInSlack();
  });
  afterEach(() => rampart.stop());

  it('creates the flag, asks, is approved by someone else, and says that it is done', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release ramp new-checkout 25%', { in: '#releases' });
    await mara.sees(/no flag.*new-checkout/, { ephemeral: true });
    await mara.clicks('Create new-checkout…');
    await mara.fills({ 'What is it?': 'The checkout on one page' }).submits();
    await mara.seesNoModal();
    await mara.sees(/Asked for approval/, { ephemeral: true });

    const card = await amara.sees(/Approval needed/, { in: '#releases', ephemeral: false });
    await amara.clicks('Approve', { on: card });
    await amara.seesIn(card, /Approved by @Amara/i);
    await amara.sees(/0 → 25 %/, { thread: card });
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 25 });
    expect(amara.now(card)?.buttons).not.toContain('Approve');
  });

  it('comes down at once, without asking anyone', async () => {
    const [mara, amara, kiran] = ['mara', 'amara', 'kiran'].map((name) => rampart.slack.as(name));
    await withFlag(rampart, 'new-checkout');
    await mara?.types('/release ramp new-checkout 50%', { in: '#releases' });
    await amara?.clicks('Approve', { in: '#releases' });
    await until(() => exposureIn(rampart, 'new-checkout') !== 'off' && hasEveryone(50));
    await kiran?.types('/release ramp new-checkout -20', { in: '#general' });
    await kiran?.sees(/50 → 30 %/, { ephemeral: true });
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 30 });
    // Outside of a release in flight the team hears of it in the usual channel.
    await amara?.sees(/50 → 30 %/, { in: '#releases', ephemeral: false });
  });

  it('goes up by steps from what is seen, and not beyond everyone', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await withFlag(rampart, 'new-checkout');
    await mara.types('/release ramp new-checkout +10', { in: '#releases' });
    const card = await amara.sees(/Approval needed/, { in: '#releases' });
    expect(card.text).toContain('10 %');
    await amara.clicks('Approve', { on: card });
    await until(() => hasEveryone(10));
    await mara.types('/release ramp new-checkout +95', { in: '#releases' });
    await mara.sees(/105 %/, { ephemeral: true });
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 10 });
  });

  it('widens staging at once, where no approval is asked', async () => {
    const mara = rampart.slack.as('mara');
    await withFlag(rampart, 'new-checkout');
    await mara.types('/release ramp new-checkout 25% for beta in staging', { in: '#releases' });
    await until(() => {
      const staging = rampart.ledger.current().state.flags.get('new-checkout')?.exposures.staging;
      return staging?.percentages.beta === 2_500;
    });
    expect(exposureIn(rampart, 'new-checkout')).toEqual({});
  });

  function hasEveryone(percent: number): boolean {
    const exposure = exposureIn(rampart, 'new-checkout');
    return exposure !== 'off' && exposure.everyone === percent;
  }
});
