import { type Zone, zoneNamed } from './zone.ts';

/** The zone that stands in a text, with the words for it, and the text without them. */
export type ZoneInText = {
  rest: string;
  /** `several`: two were named. */
  zone: (Zone & { got: string }) | 'several' | null;
};

const MOST_WORDS = 4;
/** Words of dates that are also the name of somewhere. */
const NEVER = /^(mon|tue|wed|thu|fri|sat|sun|may|march|noon|midnight|at|on|in|am|pm)$/i;

/** Finds the one zone named in a text and takes it out, with the `in` before it and the `time` after it. */
export function takeZone(text: string): ZoneInText {
  const words = text.split(' ');
  let rest = words;
  let zone: ZoneInText['zone'] = null;
  for (let at = 0; at < rest.length; at += 1) {
    for (let count = Math.min(MOST_WORDS, rest.length - at); count > 0; count -= 1) {
      const got = rest
        .slice(at, at + count)
        .join(' ')
        .replace(/^[(,]+|[),.;]+$/g, '');
      const found = NEVER.test(got) ? null : zoneNamed(got);
      if (found === null) continue;
      if (zone !== null) return { rest: text, zone: 'several' };
      zone = { ...found, got };
      const before = rest.slice(0, at);
      if (/^\(?in$/i.test(before.at(-1) ?? '')) before.pop();
      const after = rest.slice(at + count);
      if (/^time$/i.test(after[0] ?? '')) after.shift();
      rest = [...before, ...after];
      at = before.length - 1;
      break;
    }
  }
  return { rest: rest.join(' '), zone };
}
