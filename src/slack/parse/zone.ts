import { ABBREVIATIONS, AMBIGUOUS, CITIES } from './zone-names.ts';

/** What a word says of a time zone: one, by its IANA name, or several, by what to say instead. */
export type Zone = { kind: 'zone'; zone: string } | { kind: 'ambiguous'; options: readonly string[] };

/** Cities that are also words of a date or a time, where they are not meant. */
const NOT_ZONES: ReadonlySet<string> = new Set([
  'easter',
  'midway',
  'center',
  'wake',
  'north',
  'south',
  'east',
]);

let known: ReadonlyMap<string, Zone> | null = null;

/**
 * The zone that a name stands for: an IANA name, a city, or an abbreviation in common use. Null when it names none.
 * chrono-node drops cities without a word, so zones are read here and never there.
 */
export function zoneNamed(name: string): Zone | null {
  const low = name.trim().toLowerCase().replaceAll('_', ' ');
  if (low === '' || low.length > 40) return null;
  known ??= allNames();
  return known.get(low) ?? offsetZone(low) ?? ianaAlias(name.trim());
}

/** Every name that is told without asking the runtime again, in lower case. */
function allNames(): ReadonlyMap<string, Zone> {
  const names = new Map<string, Zone>();
  const citiesTwice = new Set<string>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    names.set(zone.toLowerCase().replaceAll('_', ' '), { kind: 'zone', zone });
    const city = zone.split('/').at(-1)?.toLowerCase().replaceAll('_', ' ') ?? '';
    if (!zone.includes('/') || NOT_ZONES.has(city)) continue;
    if (names.has(city)) citiesTwice.add(city);
    names.set(city, { kind: 'zone', zone });
  }
  for (const city of citiesTwice) names.delete(city);
  for (const [city, zone] of Object.entries(CITIES)) names.set(city, { kind: 'zone', zone });
  for (const [short, zone] of Object.entries(ABBREVIATIONS)) names.set(short, { kind: 'zone', zone });
  for (const [short, options] of Object.entries(AMBIGUOUS)) names.set(short, { kind: 'ambiguous', options });
  return names;
}

/** `UTC+2` and `GMT-5`: the database counts its `Etc/GMT` zones the other way round. */
function offsetZone(low: string): Zone | null {
  const [, sign, hours = ''] = /^(?:utc|gmt) ?([+-])0?(\d{1,2})(?::?00)?$/.exec(low) ?? [];
  const count = Number(hours);
  if (sign === undefined || count > (sign === '+' ? 14 : 12)) return null;
  if (count === 0) return { kind: 'zone', zone: 'UTC' };
  return { kind: 'zone', zone: `Etc/GMT${sign === '+' ? '-' : '+'}${count}` };
}

/** An IANA name that the runtime accepts without listing it, such as `Asia/Kolkata` beside `Asia/Calcutta`. */
function ianaAlias(name: string): Zone | null {
  if (!/^[A-Za-z]+\/[A-Za-z_+-]+(\/[A-Za-z_+-]+)?$/.test(name)) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return { kind: 'zone', zone: name };
  } catch {
    return null;
  }
}
