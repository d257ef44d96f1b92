import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/local-slack/driver.ts';
import { exposureIn, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';
import { until } from '../support/until.ts';

const SECOND = 1_000;

describe('a staged rollout', () => {
  let rampart: RampartInSlack;
  let card: SeenMessage;
  beforeEach(async () => {
    rampart = await rampartInSlack();
    await withFlag(rampart, 'new-checkout');
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release new new-checkout', { in: '#releases' });
    await mara.seesModal(/Plan a release/);
    await mara.fills({ 'What people call it': 'Spring checkout', How: 'Demo' }).submits();
    await mara.seesNoModal();
    card = await amara.sees(/Spring checkout/, { in: '#releases', ephemeral: false });
    await amara.clicks('Approve', { on: card });
    await until(() => has({ internal: 100 }));
  });
  afterEach(() => rampart.stop());

  it('goes through all of its stages by itself, and the card follows', async () => {
    const nico = rampart.slack.as('nico');
    await nico.seesIn(card, /stage 1 of 6/);
    await rampart.later(10 * SECOND);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ internal: 100, beta: 100 });
    await rampart.later(20 * SECOND);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ internal: 100, beta: 100, everyone: 10 });
    await nico.seesIn(card, /stage 4 of 6/);
    await rampart.later(20 * SECOND);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ internal: 100, beta: 100, everyone: 100 });
    await nico.seesIn(card, /Released/);
    await nico.sees(/50 → 100 %/, { thread: card });
    const lines = nico.messages({ thread: card }).map((line) => line.text);
    expect(lines.filter((line) => /1 → 10 %/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /50 → 100 %/.test(line))).toHaveLength(1);
  });

  it('is paused, resumed with the rest of its bake, and advanced by buttons', async () => {
    const kiran = rampart.slack.as('kiran');
    await rampart.later(4 * SECOND);
    await kiran.clicks('Pause', { on: card });
    await kiran.seesIn(card, /Paused/i);
    await rampart.later(60 * SECOND);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ internal: 100 });
    await kiran.clicks('Resume', { on: card });
    await until(() => rampart.ledger.current().state.releases.get('r1')?.phase.kind === 'rolling');
    await rampart.later(5 * SECOND);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ internal: 100 });
    await rampart.later(2 * SECOND);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ internal: 100, beta: 100 });
    await kiran.clicks('Advance now', { on: card });
    await until(() => has({ internal: 100, beta: 100, everyone: 1 }));
  });

  it('is taken away in one click, after a dialog with numbers, and given back with approval', async () => {
    const [mara, amara, kiran] = [
      rampart.slack.as('mara'),
      rampart.slack.as('amara'),
      rampart.slack.as('kiran'),
    ];
    await rampart.later(30 * SECOND);
    await kiran.seesIn(card, /10 %/);
    const denied = await kiran.clicks('Un-release…', { on: card, confirm: 'deny' });
    expect(denied.confirm?.text).toMatch(/10 %/);
    expect(exposureIn(rampart, 'new-checkout')).toMatchObject({ everyone: 10 });
    await kiran.clicks('Un-release…', { on: card });
    await until(() => exposureIn(rampart, 'new-checkout') === 'off');
    await amara.sees(/nobody/i, { in: '#releases', thread: card });
    await amara.seesIn(card, /Un-released/);

    await mara.types('/release restore new-checkout', { in: '#releases' });
    const asked = await amara.sees(/Approval needed/, { in: '#releases', after: card, ephemeral: false });
    expect(exposureIn(rampart, 'new-checkout')).toBe('off');
    await amara.clicks('Approve', { on: asked });
    await until(() => has({ internal: 100, beta: 100, everyone: 10 }));
  });

  it('is taken from one audience only, by word, and is paused then', async () => {
    const kiran = rampart.slack.as('kiran');
    await rampart.later(10 * SECOND);
    await kiran.types('/release unrelease new-checkout from beta because they see errors', {
      in: '#general',
    });
    await until(() => rampart.ledger.current().state.releases.get('r1')?.phase.kind === 'paused');
    const { state } = rampart.ledger.current();
    expect(state.releases.get('r1')?.phase).toMatchObject({ kind: 'paused', reason: 'they see errors' });
    expect(state.flags.get('new-checkout')?.exposures.production?.unreleased.audiences.beta).toBeDefined();
  });

  it('keeps to the button that is there: an old Pause on an ended release is answered kindly', async () => {
    const kiran = rampart.slack.as('kiran');
    const early = await kiran.seesIn(card, /stage 1 of 6/);
    await rampart.later(60 * SECOND);
    await kiran.seesIn(card, /Released/);
    await kiran.clicks('Pause', { on: early, stale: true });
    await kiran.sees(/done already/i, { ephemeral: true });
  });

  it('shows its history, and what exactly changes, in a form', async () => {
    const kiran = rampart.slack.as('kiran');
    await rampart.later(10 * SECOND);
    await kiran.seesIn(card, /stage 2 of 6/);
    await kiran.chooses('History', { on: kiran.now(card) ?? card });
    await kiran.seesModal(/Approved/);
    await kiran.closes();
    await kiran.chooses('What exactly changes', { on: kiran.now(card) ?? card });
    await kiran.seesModal(/50 → 100 %/);
  });

  function has(expected: Record<string, number>): boolean {
    return JSON.stringify(exposureIn(rampart, 'new-checkout')) === JSON.stringify(expected);
  }
});
