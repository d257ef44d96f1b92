import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveWallTime, wallTimeAt } from '../../src/release/wall-time.ts';
import { exposureIn, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';

const MINUTE = 60_000;

describe('a scheduled launch', () => {
  let rampart: RampartInSlack;
  beforeEach(async () => {
    rampart = await rampartInSlack();
    await withFlag(rampart, 'new-checkout');
  });
  afterEach(() => rampart.stop());

  it('shows the time back in words, counts once confirmed, and fires at its minute', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release ramp new-checkout 25% at tomorrow 9am', { in: '#releases' });
    const question = await mara.sees(/Is this the time/, { ephemeral: true });
    expect(question.text).toMatch(/09:00/);
    expect(question.text).toMatch(/Berlin/);
    expect(question.text).toMatch(/[+]0[12]:00/);
    expect(rampart.ledger.current().state.releases.size).toBe(0);

    await mara.clicks('Yes, schedule it', { on: question });
    const card = await amara.sees(/Approval needed/, { in: '#releases', ephemeral: false });
    await amara.clicks('Approve', { on: card });
    await amara.seesIn(card, /Scheduled/i);
    const dueAt = tomorrowAt('09:00', 'Europe/Berlin');
    await rampart.later(dueAt - rampart.now().getTime() - 5_000);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({});
    await rampart.later(5_000);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 25 });
    await amara.sees(/0 → 25 %/, { thread: card });
  });

  it('takes the zone of whoever says it, unless they name another', async () => {
    const nico = rampart.slack.as('nico');
    await nico.types('/release ramp new-checkout 25% at tomorrow 9am', { in: '#releases' });
    await nico.sees(/New York/, { ephemeral: true });
    await nico.types('/release ramp new-checkout 25% at tomorrow 9am in Tokyo', { in: '#releases' });
    await nico.sees(/Tokyo/, { ephemeral: true });
  });

  it('refuses what is no time, with what would be', async () => {
    const mara = rampart.slack.as('mara');
    await mara.types('/release ramp new-checkout 25% at 5/12 9am', { in: '#releases' });
    await mara.sees(/5\/12/, { ephemeral: true });
    await mara.types('/release ramp new-checkout 25% tomorrow', { in: '#releases' });
    await mara.sees(/at what time/i, { ephemeral: true });
  });

  it('is planned in the form, and shown back before it counts', async () => {
    const mara = rampart.slack.as('mara');
    await mara.types('/release new new-checkout', { in: '#releases' });
    await mara.seesModal(/Plan a release/);
    const form = { How: 'Fast', Start: 'At a time', 'Or say when': 'tomorrow 9am' };
    await mara.fills(form).submits();
    const confirm = await mara.seesModal(/09:00/);
    expect(confirm.title).toBe('Is this the time?');
    expect(rampart.ledger.current().state.releases.size).toBe(0);
    await mara.submits();
    await mara.seesNoModal();
    await rampart.slack.as('amara').sees(/Approval needed/, { in: '#releases', ephemeral: false });
    expect(rampart.ledger.current().state.releases.get('r1')?.start).toMatchObject({
      wallTime: wallTimeAt(new Date(tomorrowAt('09:00', 'Europe/Berlin')), 'Europe/Berlin'),
      zone: 'Europe/Berlin',
    });
  });

  it('says beside the field what is wrong with a time', async () => {
    const mara = rampart.slack.as('mara');
    await mara.types('/release new new-checkout', { in: '#releases' });
    await mara.seesModal(/Plan a release/);
    const form = { How: 'Fast', Start: 'At a time', 'Or say when': 'tomorrow' };
    await expect(mara.fills(form).submits()).rejects.toThrow(/Or say when: .*time/);
  });

  it('asks its owner when the start was missed, and starts late only when told', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release ramp new-checkout 25% in 30 minutes', { in: '#releases' });
    await mara.clicks('Yes, schedule it');
    const card = await amara.sees(/Approval needed/, { in: '#releases', ephemeral: false });
    await amara.clicks('Approve', { on: card });
    await amara.seesIn(card, /Scheduled/i);
    await rampart.settle();
    rampart.away(60 * MINUTE);
    await rampart.settle();
    expect(exposureIn(rampart, 'new-checkout')).toEqual({});
    const asked = await mara.sees(/did not start/i, { in: '@Rampart' });
    await mara.clicks('Start now', { on: asked });
    await amara.seesIn(card, /Released/);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 25 });
  });

  function tomorrowAt(time: string, zone: string): number {
    const day = wallTimeAt(new Date(rampart.now().getTime() + 24 * 60 * MINUTE), zone).slice(0, 10);
    const resolved = resolveWallTime(`${day}T${time}`, zone, rampart.now());
    if (!resolved.ok) throw new Error(`no such time: ${resolved.why}`);
    return Date.parse(resolved.at);
  }
});
