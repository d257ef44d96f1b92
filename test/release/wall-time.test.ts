import { describe, expect, it } from 'vitest';
import { resolveWallTime, wallTimeAt } from '../../src/release/wall-time.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kolkata',
];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a wall clock in a zone shows, by the platform's own zone data: an oracle that shares no code with ours. */
function wallClock(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return (at) => format.format(at).replace(' ', 'T');
}

/** Instants in 2026 to 2028 at which a zone's offset changes, to the hour before. */
function transitions(zone: string): number[] {
  const shows = wallClock(zone);
  const offset = (at: number) => Date.parse(`${shows(at)}:00Z`) - at;
  const found: number[] = [];
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2029, 0, 1); at += HOUR) {
    if (offset(at) !== offset(at + HOUR)) found.push(at);
  }
  return found;
}

describe('a wall time around every change of the clocks from 2026 to 2028', () => {
  it.each(ZONES)('in %s is the instant, the gap or the first of two that the platform knows', (zone) => {
    const shows = wallClock(zone);
    let compared = 0;
    for (const change of [...transitions(zone), Date.UTC(2027, 5, 15)]) {
      const instants = new Map<string, number>();
      for (let at = change - 30 * HOUR; at <= change + 30 * HOUR; at += MINUTE) {
        const wall = shows(at);
        if (!instants.has(wall)) instants.set(wall, at);
      }
      const middle = Date.parse(`${shows(change)}:00Z`);
      for (let wall = middle - 3 * HOUR; wall <= middle + 4 * HOUR; wall += MINUTE) {
        const text = new Date(wall).toISOString().slice(0, 16);
        const expected = instants.get(text);
        const got = resolveWallTime(text, zone, NOW);
        expect(got.ok ? Date.parse(got.at) : undefined, `${text} in ${zone}`).toBe(expected);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(400);
  });
});

describe('a wall time', () => {
  it('that the clocks skip is refused with the two nearest that exist', () => {
    expect(resolveWallTime('2027-03-28T02:30', 'Europe/Berlin', NOW)).toEqual({
      ok: false,
      why: 'skipped',
      before: '2027-03-28T01:59',
      after: '2027-03-28T03:00',
    });
  });

  it('that comes twice is the first of the two, and says so', () => {
    expect(resolveWallTime('2027-10-31T02:30', 'Europe/Berlin', NOW)).toMatchObject({
      ok: true,
      at: '2027-10-31T00:30:00.000Z',
      offset: '+02:00',
      comesTwice: true,
    });
  });

  it('after a change of the clocks names the offset of today', () => {
    expect(resolveWallTime('2027-06-01T09:00', 'Europe/Berlin', NOW)).toMatchObject({
      offset: '+02:00',
      offsetNow: '+01:00',
    });
    expect(resolveWallTime('2026-11-24T09:00', 'Europe/Berlin', NOW)).toMatchObject({ offsetNow: null });
  });

  it.each([
    ['2026-02-30T09:00', 'Europe/Berlin', 'not-a-time'],
    ['nonsense', 'Europe/Berlin', 'not-a-time'],
    ['2026-11-24T09:00', 'Europe/Atlantis', 'unknown-zone'],
  ])('%s in %s is refused: %s', (wallTime, zone, why) => {
    expect(resolveWallTime(wallTime, zone, NOW)).toMatchObject({ ok: false, why });
  });

  it('is read back from an instant in any zone', () => {
    expect(wallTimeAt(new Date('2026-11-23T03:30:00.000Z'), 'Asia/Kolkata')).toBe('2026-11-23T09:00');
  });
});
