import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../../src/release/template.ts';
import { BLOCK } from '../../../src/slack/ids.ts';
import { asKey, flagOptions } from '../../../src/slack/modals/flag-options.ts';
import { newReleaseModal, readNewRelease } from '../../../src/slack/modals/new-release.ts';
import { templateWords } from '../../../src/slack/words/template.ts';
import { slackWorld } from '../../support/sample-state.ts';
import { booleanFlag } from '../../support/scenario.ts';
import { wordsOf } from '../blocks/fits.ts';
import { type Filling, filled } from './filled.ts';

const world = slackWorld('new-checkout', 'new-cart', 'dark-mode');
const { state, now } = world;
const TOMORROW = new Date('2026-11-24T08:00:00.000Z');

function read(filling: Filling) {
  const view = newReleaseModal({ state, defaults: {}, viewerZone: 'Europe/Berlin', now });
  return readNewRelease(filled(view, filling), { state, now });
}

describe('planning a release', () => {
  it('needs no more than a flag: the rest has sensible values', () => {
    expect(read({ [BLOCK.flag]: 'new-checkout' })).toEqual({
      ok: true,
      value: {
        flag: 'new-checkout',
        isNew: false,
        title: 'new-checkout',
        template: 'careful',
        environment: 'production',
        start: { kind: 'when-approved' },
        channel: 'CRELEASES1',
      },
    });
  });

  it('takes a flag that does not exist yet', () => {
    expect(read({ [BLOCK.flag]: 'gift-cards' })).toMatchObject({ ok: true, value: { isNew: true } });
  });

  it('starts from what the command said', () => {
    const view = newReleaseModal({
      state,
      defaults: {
        flag: 'new-cart',
        title: 'Cart',
        template: 'demo',
        environment: 'staging',
        channel: 'CGENERAL01',
      },
      viewerZone: 'Europe/Berlin',
      now,
    });
    expect(readNewRelease(filled(view), { state, now })).toMatchObject({
      ok: true,
      value: {
        flag: 'new-cart',
        title: 'Cart',
        template: 'demo',
        environment: 'staging',
        channel: 'CGENERAL01',
      },
    });
  });

  it('takes a start that was picked, or said', () => {
    const flag = { [BLOCK.flag]: 'new-checkout', [BLOCK.start]: 'at' };
    expect(read({ ...flag, [BLOCK.startAt]: TOMORROW })).toMatchObject({
      ok: true,
      value: { start: { kind: 'at', at: TOMORROW } },
    });
    expect(read({ ...flag, [BLOCK.startWords]: ' tomorrow 9am ' })).toMatchObject({
      ok: true,
      value: { start: { kind: 'words', text: 'tomorrow 9am' } },
    });
  });

  it.each<[string, Filling, string]>([
    ['no flag', {}, BLOCK.flag],
    ['a flag that cannot be one', { [BLOCK.flag]: 'Not A Key' }, BLOCK.flag],
    ['no template', { [BLOCK.flag]: 'new-cart', [BLOCK.template]: null }, BLOCK.template],
    [
      'an environment that is gone',
      { [BLOCK.flag]: 'new-cart', [BLOCK.environment]: 'qa' },
      BLOCK.environment,
    ],
    ['a time without a time', { [BLOCK.flag]: 'new-cart', [BLOCK.start]: 'at' }, BLOCK.startWords],
    [
      'a time that has passed',
      { [BLOCK.flag]: 'new-cart', [BLOCK.start]: 'at', [BLOCK.startAt]: now },
      BLOCK.startAt,
    ],
    [
      'a time both picked and said',
      { [BLOCK.flag]: 'new-cart', [BLOCK.start]: 'at', [BLOCK.startAt]: TOMORROW, [BLOCK.startWords]: '9am' },
      BLOCK.startWords,
    ],
    [
      'a time beside "as soon as approved"',
      { [BLOCK.flag]: 'new-cart', [BLOCK.startAt]: TOMORROW },
      BLOCK.startAt,
    ],
    [
      'words beside "as soon as approved"',
      { [BLOCK.flag]: 'new-cart', [BLOCK.startWords]: '9am' },
      BLOCK.startWords,
    ],
  ])('says beside the field what is wrong: %s', (_name, filling, block) => {
    const form = read(filling);
    expect(form.ok ? [] : Object.keys(form.errors)).toEqual([block]);
  });

  it('shows what each template does, and whose clock counts', () => {
    const words = wordsOf(newReleaseModal({ state, defaults: {}, viewerZone: 'America/New_York', now }));
    expect(words).toContain('internal, beta, 1, 5, 10, 25, 50, 100 % · 1 day each · 50 % by hand');
    expect(words).toContain('In New York (America/New_York) it is Mon 23 Nov 2026, 03:00.');
    for (const template of TEMPLATES) expect(templateWords(template).length).toBeLessThanOrEqual(75);
  });
});

describe('the flags to choose from', () => {
  it('are those that match, the nearest first, and a new one of that name last', () => {
    expect(flagOptions(state, 'new').map(({ value }) => value)).toEqual(['new-cart', 'new-checkout', 'new']);
    expect(flagOptions(state, 'new-cart').map(({ value }) => value)).toEqual(['new-cart']);
    expect(flagOptions(state, '').map(({ value }) => value)).toEqual([
      'dark-mode',
      'new-cart',
      'new-checkout',
    ]);
    expect(flagOptions(state, 'Gift Cards')).toEqual([
      { text: { type: 'plain_text', text: 'Create gift-cards', emoji: true }, value: 'gift-cards' },
    ]);
  });

  it('fit into what Slack takes', () => {
    const many = slackWorld(...Array.from({ length: 150 }, (_, index) => `flag-${index}`));
    many.mustDo([...many.state.people.keys()][0] ?? 'TACME00001/UMARA00001', {
      type: 'create-flag',
      flag: { ...booleanFlag('long-one', 'TACME00001/UMARA00001'), description: 'x'.repeat(1_000) },
    });
    expect(flagOptions(many.state, 'flag')).toHaveLength(100);
    for (const { text, description } of flagOptions(many.state, '')) {
      expect(text.text.length).toBeLessThanOrEqual(75);
      expect(description?.text.length ?? 0).toBeLessThanOrEqual(75);
    }
  });

  it.each([
    ['New Checkout', 'new-checkout'],
    ['  new_checkout!', 'new-checkout'],
    ['2fa login', 'fa-login'],
    ['---', ''],
    ['Ünïcode', 'n-code'],
  ])('writes %j as the key %j', (typed, key) => {
    expect(asKey(typed)).toBe(key);
  });
});
