import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWhen } from '../../../src/slack/parse/when.ts';

/** A Thursday, 11:00:30 in Berlin. */
const NOW = new Date('2026-11-19T10:00:30Z');
const BERLIN = 'Europe/Berlin';

const UNDERSTOOD: [text: string, wallTime: string, zone: string, at: string][] = [
  ['Monday 9am', '2026-11-23T09:00', BERLIN, '2026-11-23T08:00:00.000Z'],
  ['at Monday 9am', '2026-11-23T09:00', BERLIN, '2026-11-23T08:00:00.000Z'],
  ['on monday at 9', '2026-11-23T09:00', BERLIN, '2026-11-23T08:00:00.000Z'],
  ['next friday 6pm', '2026-11-27T18:00', BERLIN, '2026-11-27T17:00:00.000Z'],
  ['thursday 9am', '2026-11-26T09:00', BERLIN, '2026-11-26T08:00:00.000Z'],
  ['thursday 3pm', '2026-11-19T15:00', BERLIN, '2026-11-19T14:00:00.000Z'],
  ['tomorrow 9am', '2026-11-20T09:00', BERLIN, '2026-11-20T08:00:00.000Z'],
  ['tomorrow at noon', '2026-11-20T12:00', BERLIN, '2026-11-20T11:00:00.000Z'],
  ['9am', '2026-11-20T09:00', BERLIN, '2026-11-20T08:00:00.000Z'],
  ['11:30', '2026-11-19T11:30', BERLIN, '2026-11-19T10:30:00.000Z'],
  ['11:00', '2026-11-20T11:00', BERLIN, '2026-11-20T10:00:00.000Z'],
  ['9.30am tomorrow', '2026-11-20T09:30', BERLIN, '2026-11-20T08:30:00.000Z'],
  ['5 Dec 9:30', '2026-12-05T09:30', BERLIN, '2026-12-05T08:30:00.000Z'],
  ['Dec 5th at 14:30', '2026-12-05T14:30', BERLIN, '2026-12-05T13:30:00.000Z'],
  ['may 5 9am', '2027-05-05T09:00', BERLIN, '2027-05-05T07:00:00.000Z'],
  ['in 3 days at 9am', '2026-11-22T09:00', BERLIN, '2026-11-22T08:00:00.000Z'],
  ['in 2 hours', '2026-11-19T13:01', BERLIN, '2026-11-19T12:01:00.000Z'],
  ['in 30 minutes', '2026-11-19T11:31', BERLIN, '2026-11-19T10:31:00.000Z'],
  ['in half an hour', '2026-11-19T11:31', BERLIN, '2026-11-19T10:31:00.000Z'],
  ['2026-11-23T09:00', '2026-11-23T09:00', BERLIN, '2026-11-23T08:00:00.000Z'],
  ['2026-11-23 09:00', '2026-11-23T09:00', BERLIN, '2026-11-23T08:00:00.000Z'],
  ['2026-11-23T09:00Z', '2026-11-23T10:00', BERLIN, '2026-11-23T09:00:00.000Z'],
  ['2026-11-23T09:00+02:00', '2026-11-23T08:00', BERLIN, '2026-11-23T07:00:00.000Z'],
  ['2026-11-23T09:00 Asia/Kolkata', '2026-11-23T09:00', 'Asia/Kolkata', '2026-11-23T03:30:00.000Z'],
  // chrono-node alone drops the city without a word.
  ['tomorrow 14:30 Berlin', '2026-11-20T14:30', BERLIN, '2026-11-20T13:30:00.000Z'],
  ['tomorrow 14:30 in New York', '2026-11-20T14:30', 'America/New_York', '2026-11-20T19:30:00.000Z'],
  ['monday 9am London time', '2026-11-23T09:00', 'Europe/London', '2026-11-23T09:00:00.000Z'],
  ['monday 9am (San Francisco)', '2026-11-23T09:00', 'America/Los_Angeles', '2026-11-23T17:00:00.000Z'],
  ['9am ET', '2026-11-19T09:00', 'America/New_York', '2026-11-19T14:00:00.000Z'],
  ['9am Tokyo', '2026-11-20T09:00', 'Asia/Tokyo', '2026-11-20T00:00:00.000Z'],
  ['tomorrow 9am UTC', '2026-11-20T09:00', 'UTC', '2026-11-20T09:00:00.000Z'],
  ['9am gmt+2', '2026-11-20T09:00', 'Etc/GMT-2', '2026-11-20T07:00:00.000Z'],
  ['tomorrow 9am Mumbai', '2026-11-20T09:00', 'Asia/Kolkata', '2026-11-20T03:30:00.000Z'],
];

const REFUSED: [text: string, why: string, more?: object][] = [
  ['', 'not-understood'],
  ['sometime', 'not-understood'],
  ['eod', 'not-understood'],
  ['tomorrow', 'no-time-of-day'],
  ['tonight', 'no-time-of-day'],
  ['monday morning', 'no-time-of-day'],
  ['in 3 days', 'no-time-of-day'],
  ['monday 9am please', 'left-over', { got: 'please' }],
  ['0900 tomorrow', 'left-over', { got: '0900' }],
  ['9am XYZT', 'left-over', { got: 'XYZT' }],
  ['monday 9am - 10am', 'a-range'],
  ['5/12 9am', 'ambiguous-date', { got: '5/12' }],
  ['5.12.2026 9am', 'ambiguous-date', { got: '5.12.2026' }],
  ['9am IST', 'ambiguous-zone', { options: ['Kolkata', 'Dublin', 'Jerusalem'] }],
  ['9am CST', 'ambiguous-zone'],
  ['monday 9am Berlin Paris', 'two-zones'],
  ['23 Nov 2025 9am', 'passed'],
  ['2026-11-19T10:59', 'passed'],
  ['2027-03-28T02:30', 'skipped', { before: '2027-03-28T01:59', after: '2027-03-28T03:00' }],
  ['28 March 2027 2:30am Berlin', 'skipped'],
];

describe('a time as people say it', () => {
  it.each(UNDERSTOOD)('takes "%s" for %s in %s', (text, wallTime, zone, at) => {
    expect(parseWhen(text, BERLIN, NOW)).toMatchObject({ ok: true, time: { wallTime, zone, at } });
  });

  it.each(REFUSED)('refuses "%s": %s', (text, why, more = {}) => {
    expect(parseWhen(text, BERLIN, NOW)).toMatchObject({ ok: false, problem: { why, ...more } });
  });

  it('says that a wall time comes twice, and takes the first', () => {
    const when = parseWhen('25 Oct 2026 2:30am', BERLIN, new Date('2026-10-01T00:00:00Z'));
    expect(when).toMatchObject({
      ok: true,
      time: { comesTwice: true, at: '2026-10-25T00:30:00.000Z', offset: '+02:00' },
    });
  });

  it('keeps to the very moment of a span that ends in the doubled hour', () => {
    const when = parseWhen('in 1 hour', BERLIN, new Date('2026-10-25T00:30:00Z'));
    expect(when).toMatchObject({
      ok: true,
      time: { at: '2026-10-25T01:30:00.000Z', wallTime: '2026-10-25T02:30', offset: '+01:00' },
    });
  });

  it('says that the offset on that day differs from today', () => {
    expect(parseWhen('5 May 9am', BERLIN, NOW)).toMatchObject({
      ok: true,
      time: { offset: '+02:00', offsetNow: '+01:00' },
    });
  });

  it("means the speaker's own tomorrow, whichever zone the hour is in", () => {
    const evening = new Date('2026-11-20T01:00:00Z'); // 20:00 on the 19th in New York, the 20th in Berlin
    expect(parseWhen('tomorrow 9am Berlin', 'America/New_York', evening)).toMatchObject({
      ok: true,
      time: { wallTime: '2026-11-20T09:00', zone: BERLIN },
    });
  });

  it('means their tomorrow where the speaker’s is over there already', () => {
    const night = new Date('2026-11-20T03:00:00Z'); // 22:00 on the 19th in New York, noon on the 20th in Tokyo
    expect(parseWhen('tomorrow 9am Tokyo', 'America/New_York', night)).toMatchObject({
      ok: true,
      time: { wallTime: '2026-11-21T09:00', zone: 'Asia/Tokyo' },
    });
  });

  it('reads back what it shows back', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
    const minutes = fc.integer({ min: 1, max: 2 * 365 * 24 * 60 });
    fc.assert(
      fc.property(zones, minutes, (zone, ahead) => {
        const minute = Math.floor(NOW.getTime() / 60_000) + ahead;
        const at = new Date(minute * 60_000).toISOString();
        const first = parseWhen(at, zone, NOW);
        if (!first.ok) throw new Error(`${at} was refused: ${first.problem.why}`);
        expect(first.time.at).toBe(at);
        const { wallTime, offset } = first.time;
        const again = parseWhen(`at ${wallTime}${offset} ${zone}`, 'UTC', NOW);
        expect(again).toMatchObject({ ok: true, time: { at, wallTime, zone, offset } });
      }),
      { numRuns: 1_000, seed: 20261119 },
    );
  });

  it('never throws, whatever is typed', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '9am',
        'monday',
        'in',
        '2',
        'hours',
        'Berlin',
        '31',
        'Feb',
        '25:99',
        '9999-99-99',
        'T',
        '+',
      ),
      fc.string(),
    );
    const typed = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(typed, (text) => {
        const when = parseWhen(text, BERLIN, NOW);
        if (when.ok) expect(Date.parse(when.time.at)).toBeGreaterThan(NOW.getTime());
      }),
      { numRuns: 3_000, seed: 20261119 },
    );
  });
});
