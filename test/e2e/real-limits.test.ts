import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exposureIn, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';

describe("under Slack's real limits, in real time", () => {
  let rampart: RampartInSlack;
  beforeEach(async () => {
    rampart = await rampartInSlack();
    await withFlag(rampart, 'new-checkout');
  });
  afterEach(() => rampart.stop());

  it('the card and its thread reach everybody, in order', async () => {
    const [mara, amara, nico] = ['mara', 'amara', 'nico'].map((name) => rampart.slack.as(name));
    await mara?.types('/release ramp new-checkout 25%', { in: '#releases' });
    const card = await amara?.sees(/Approval needed/, { in: '#releases', ephemeral: false });
    if (card === undefined) throw new Error('no card');
    await amara?.clicks('Approve', { on: card });
    await nico?.seesIn(card, /Released/);
    await nico?.sees(/0 → 25 %/, { thread: card });
    const lines = nico?.messages({ thread: card }).map(({ text }) => text) ?? [];
    expect(lines.findIndex((line) => /0 → 25 %/.test(line))).toBe(0);
    expect(lines.filter((line) => /Approved by/.test(line))).toHaveLength(1);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 25 });
  });

  it('a person who asks twenty things at once gets twenty answers', async () => {
    const mara = rampart.slack.as('mara');
    const ids = Array.from({ length: 20 }, (_, index) => `user-${index}`);
    await Promise.all(
      ids.map((id) => mara.types(`/release why new-checkout for ${id}`, { in: '#releases' })),
    );
    for (const id of ids) await mara.sees(new RegExp(`off for .?${id}\\b`), { ephemeral: true });
  });
});
