import { describe, expect, it } from 'vitest';
import { confirmSchedule } from '../../../src/slack/blocks/confirm-schedule.ts';
import { askFlag, didYouMean, noSuchTime, offerToCreate } from '../../../src/slack/blocks/did-you-mean.ts';
import { help, welcome } from '../../../src/slack/blocks/help.ts';
import { ACTION, decodeValue } from '../../../src/slack/ids.ts';
import { parse } from '../../../src/slack/parse/parse.ts';
import { VERBS } from '../../../src/slack/parse/verbs.ts';
import { parseWhen } from '../../../src/slack/parse/when.ts';
import { buttonsOf, expectToFit, labelsOf, wordsOf } from './fits.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');

function misunderstood(typed: string) {
  const parsed = parse(typed);
  if (parsed.ok) throw new Error(`"${typed}" was understood`);
  const answer = didYouMean({ problem: parsed.problem, typed });
  expectToFit(answer);
  return answer;
}

describe('what was mistyped', () => {
  it.each([
    ['rmap new-checkout 25%', "I don't know `rmap`. Did you mean *ramp*?"],
    ['frobnicate', "I don't know `frobnicate`."],
    ['ramp new-checkout', 'To which percentage?'],
    ['ramp new-checkout 125%', '`125%` is more than everyone'],
    ['ramp new-checkout 0.001%', '0.01 % is the smallest step'],
    ['ramp new-checkout +0', 'changes nothing'],
    ['ramp new-checkout abc%', 'is not a percentage'],
    ['extend new-checkout by a while', 'is not a time that I understand'],
    ['why new-checkout', 'For whom?'],
    ['reject new-checkout', 'A few words after `because`'],
    ['pause new-checkout for beta', '*pause* takes no `for …`'],
    ['ramp new-checkout 25% in staging in production', 'stands there twice'],
    ['ramp new-checkout 25% for', 'Something is missing after `for`'],
    ['list nonsense', 'I understood all but `nonsense`, so I did nothing'],
    ['ramp <@UMARA00001> 25%', 'where the name of a flag belongs'],
  ])('%s', (typed, says) => {
    const answer = misunderstood(typed);
    expect(answer.text).toContain(says);
    expect(wordsOf(answer.blocks)).toContain('`/release ');
  });

  it('is run as it was meant, by a button that keeps what was typed', () => {
    const [run] = buttonsOf(misunderstood('rmap new-checkout 25%').blocks);
    expect(run?.action).toBe(ACTION.run);
    expect(decodeValue(run?.value)).toEqual({ ok: true, value: { command: 'ramp new-checkout 25%' } });
  });

  it.each(['rmap', 'rmap checkout', 'frobnicate', 'ramp other'])(
    'is never run on a flag that nobody typed: %s',
    (typed) => {
      expect(buttonsOf(misunderstood(typed).blocks).map(({ action }) => action)).not.toContain(ACTION.run);
    },
  );
});

describe('a flag that does not exist', () => {
  it('is asked about when others are near, each with the whole command', () => {
    const answer = askFlag({
      typed: 'new-chekout',
      near: [
        { flag: 'new-checkout', command: 'ramp new-checkout 25%' },
        { flag: 'new-cart', command: 'ramp new-cart 25%' },
      ],
      command: 'ramp new-chekout 25%',
    });
    expectToFit(answer);
    expect(answer.text).toContain('Did you mean *new-checkout* or *new-cart*? Nothing was done yet.');
    expect(buttonsOf(answer.blocks).map(({ text, value }) => [text, decodeValue(value)])).toEqual([
      ['Yes, new-checkout', { ok: true, value: { command: 'ramp new-checkout 25%' } }],
      ['Yes, new-cart', { ok: true, value: { command: 'ramp new-cart 25%' } }],
      ['Create new-chekout…', { ok: true, value: { flag: 'new-chekout', command: 'ramp new-chekout 25%' } }],
    ]);
  });

  it('is not offered to be created where a new flag makes no sense', () => {
    const near = [{ flag: 'new-checkout', command: 'pause new-checkout' }];
    const answer = askFlag({ typed: 'new-chekout', near, command: null });
    expect(labelsOf(answer.blocks)).toEqual(['Yes, new-checkout']);
  });

  it('is offered to be created, and then gone on with', () => {
    const answer = offerToCreate({ flag: 'gift-cards', command: 'ramp gift-cards 25%' });
    expectToFit(answer);
    const [create] = buttonsOf(answer.blocks);
    expect(create?.action).toBe(ACTION.createFlag);
    expect(decodeValue(create?.value)).toEqual({
      ok: true,
      value: { flag: 'gift-cards', command: 'ramp gift-cards 25%' },
    });
  });

  it('is not offered under a name that cannot be one', () => {
    const answer = offerToCreate({ flag: 'Gift Cards!', command: null });
    expectToFit(answer);
    expect(labelsOf(answer.blocks)).toEqual([]);
    expect(answer.text).toContain('lower case words joined by hyphens');
  });
});

describe('a time', () => {
  it('is shown back as wall time, zone, offset and instant before it counts', () => {
    const when = parseWhen('tomorrow 9am New York', 'Europe/Berlin', NOW);
    if (!when.ok) throw new Error(when.problem.why);
    const answer = confirmSchedule({
      what: '*new-checkout* 0 → *25 %*',
      time: when.time,
      command: 'ramp x 25%',
    });
    expectToFit(answer);
    const words = wordsOf(answer.blocks);
    expect(words).toContain('*Tue 24 Nov 2026, 09:00* in New York (America/New_York, UTC-05:00)');
    expect(words).toContain('2026-11-24 14:00 UTC');
    expect(answer.text).toContain('Nothing is scheduled yet');
    expect(labelsOf(answer.blocks)[0]).toBe('Yes, schedule it');
  });

  it('warns when it comes twice, and when the clocks change before it', () => {
    const when = parseWhen('2026-10-25T02:30', 'Europe/Berlin', new Date('2026-02-01T00:00:00.000Z'));
    if (!when.ok) throw new Error(when.problem.why);
    const words = wordsOf(confirmSchedule({ what: 'x', time: when.time, command: 'x' }).blocks);
    expect(words).toContain('this time comes twice. This is the first one.');
    expect(words).toContain('The clocks in Berlin change before then (now UTC+01:00)');
  });

  it.each([
    ['blah', 'is not a time that I understand'],
    ['tomorrow 9am please', 'I did not understand `please`'],
    ['Monday', 'At what time?'],
    ['5/12 9am', 'one day for some and another for others'],
    ['tomorrow 9am IST', 'means more than one zone'],
    ['tomorrow 2am to 4am', 'is a span'],
    ['2026-01-01T09:00', 'has passed already'],
    ['2027-03-28T02:30', 'The clocks in Berlin skip that time. The nearest that exist are'],
  ])('is refused with what would work: %s', (typed, says) => {
    const when = parseWhen(typed, 'Europe/Berlin', NOW);
    if (when.ok) throw new Error(`"${typed}" was understood`);
    const answer = noSuchTime(when.problem);
    expectToFit(answer);
    expect(answer.text).toContain(says);
  });
});

describe('help', () => {
  it('teaches six commands to begin with', () => {
    const answer = welcome();
    expectToFit(answer);
    const words = wordsOf(answer.blocks);
    for (const name of ['new', 'ramp', 'status', 'unrelease', 'why', 'list']) {
      expect(words).toContain(`\`/release ${name}`);
    }
    expect(labelsOf(answer.blocks)).toEqual(['Plan a release…', "What's in flight"]);
  });

  it('shows every command with an example', () => {
    const answer = help();
    expectToFit(answer);
    for (const { example } of VERBS) expect(wordsOf(answer.blocks)).toContain(`\`/release ${example}\``);
  });

  it.each(VERBS.map(({ name }) => name))('explains %s alone', (name) => {
    const answer = help(name);
    expectToFit(answer);
    expect(answer.text).toContain(`${name}: `);
  });

  it('shows everything when asked about something unknown', () => {
    expect(help('frobnicate')).toEqual(help());
  });
});
