import type { ResolvedTime } from '../parse/when.ts';
import { utc, wallWords, whenPlanned, zoneWords } from './time.ts';

/** A start shown back: wall time, zone, offset and instant, and what the clocks do until then. */
export function scheduleLines({ at, wallTime, zone, offset, comesTwice, offsetNow }: ResolvedTime): string[] {
  const place = zoneWords(zone);
  return [
    `*${wallWords(wallTime)}* in ${place} (${zone}, UTC${offset})`,
    `For you: ${whenPlanned(at)} · ${utc(new Date(at))}`,
    ...(comesTwice
      ? [
          `⚠️ Careful: the clocks in ${place} go back that night, so this time comes twice. This is the first one.`,
        ]
      : []),
    ...(offsetNow === null
      ? []
      : [
          `The clocks in ${place} change before then (now UTC${offsetNow}). It starts by the clock on the wall.`,
        ]),
  ];
}
