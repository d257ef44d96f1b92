import { describe, expect, it } from 'vitest';
import { clockTime, dayDivider, formatDate } from '../../../src/local-slack/browser/text/date-format.ts';
import { shownTime, typedTime } from '../../../src/local-slack/browser/text/typed-time.ts';
import { unixOf, wallOf } from '../../../src/local-slack/browser/text/zoned.ts';

/** Monday 24 November 2025, 14:30 UTC. */
const LAUNCH = 1_763_994_600;
const at = (iso: string) => Date.parse(iso);
const view = (tz: string, now = '2025-11-21T12:00:00Z', hour24 = false) => ({ tz, now: at(now), hour24 });

describe('a date token', () => {
  it.each([
    ['{date_num}', '2025-11-24'],
    ['{date_slash}', '11/24/2025'],
    ['{date}', 'November 24th'],
    ['{date_short}', 'Nov 24'],
    ['{date_long}', 'Monday, November 24th'],
    ['{date_long_full}', 'November 24, 2025'],
    ['{time}', '3:30 PM'],
    ['{time_secs}', '3:30:00 PM'],
    ['{date_short_pretty} at {time}', 'Nov 24 at 3:30 PM'],
    ['due {ago}', 'Due in 3 days'],
    ['{unknown}', '{unknown}'],
  ])('%s reads %s in Berlin', (format, shown) => {
    expect(formatDate(LAUNCH, format, view('Europe/Berlin'))).toBe(shown);
  });

  it('names the year from half a year away', () => {
    expect(formatDate(LAUNCH, '{date_short}', view('UTC', '2026-11-21T00:00:00Z'))).toBe('Nov 24, 2025');
  });

  it.each([
    ['2025-11-23T12:00:00Z', 'Tomorrow'],
    ['2025-11-24T01:00:00Z', 'Today'],
    ['2025-11-25T23:00:00Z', 'Yesterday'],
    ['2025-11-27T12:00:00Z', 'Nov 24'],
  ])('says the day as one does on %s', (now, shown) => {
    expect(formatDate(LAUNCH, '{date_short_pretty}', view('UTC', now))).toBe(shown);
  });

  it('counts the day in the zone of who looks', () => {
    const now = '2025-11-24T20:00:00Z';
    expect(formatDate(LAUNCH, 'Starts {date_pretty}', view('Asia/Kolkata', now))).toBe('Starts yesterday');
    expect(formatDate(LAUNCH, 'Starts {date_pretty}', view('America/New_York', now))).toBe('Starts today');
  });
});

describe('the clock', () => {
  it.each([
    ['Europe/Berlin', false, '3:30 PM'],
    ['Europe/Berlin', true, '15:30'],
    ['Asia/Kolkata', true, '20:00'],
    ['America/New_York', true, '09:30'],
  ])('in %s, 24 hours: %s', (tz, hour24, shown) => {
    expect(clockTime(LAUNCH * 1000, { tz, hour24 })).toBe(shown);
  });

  it('divides days in words', () => {
    expect(dayDivider(LAUNCH * 1000, view('UTC'))).toBe('Monday, November 24th');
    expect(dayDivider(LAUNCH * 1000, view('UTC', '2026-01-05T00:00:00Z'))).toBe(
      'Monday, November 24th, 2025',
    );
  });
});

describe('a wall time in a zone', () => {
  it.each([
    ['Europe/Berlin', '2025-11-24', '15:30'],
    ['America/New_York', '2025-11-24', '09:30'],
    ['Asia/Kolkata', '2025-11-24', '20:00'],
    ['Pacific/Kiritimati', '2025-11-25', '04:30'],
  ])('in %s is the same instant there and back', (tz, date, time) => {
    expect(unixOf(date, time, tz)).toBe(LAUNCH);
    expect(wallOf(LAUNCH, tz)).toEqual({ date, time });
  });

  it('holds on both sides of a change to summer time', () => {
    expect(unixOf('2026-03-29', '01:30', 'Europe/Berlin')).toBe(at('2026-03-29T00:30:00Z') / 1000);
    expect(unixOf('2026-03-29', '03:30', 'Europe/Berlin')).toBe(at('2026-03-29T01:30:00Z') / 1000);
  });
});

describe('a typed time', () => {
  it.each([
    ['9', '09:00'],
    ['9:05', '09:05'],
    ['9.30 pm', '21:30'],
    ['12am', '00:00'],
    ['12 PM', '12:00'],
    ['1730', '17:30'],
    ['noon', null],
    ['25', null],
    ['13pm', null],
  ])('%s is %s', (typed, time) => {
    expect(typedTime(typed)).toBe(time);
  });

  it('is shown as the person reads the clock', () => {
    expect(shownTime('00:05', false)).toBe('12:05 AM');
    expect(shownTime('17:30', false)).toBe('5:30 PM');
    expect(shownTime('17:30', true)).toBe('17:30');
  });
});
