import type { NoTime } from '../parse/when.ts';
import { code } from './escape.ts';
import { joined } from './join.ts';
import { wallWords, when, zoneWords } from './time.ts';

/** Why words are not one time in the future, and what would be. */
export function noTimeWords(problem: NoTime): string {
  switch (problem.why) {
    case 'not-understood':
      return `${code(problem.got)} is not a time that I understand.`;
    case 'left-over':
      return `I did not understand ${code(problem.got)} in that time, and will not guess.`;
    case 'no-time-of-day':
      return `At what time? ${code(problem.got)} names only the day.`;
    case 'a-range':
      return `${code(problem.got)} is a span. Name the one moment to start.`;
    case 'ambiguous-date':
      return `${code(problem.got)} is one day for some and another for others. Name the month: \`5 December 9am\`.`;
    case 'ambiguous-zone':
      return `${code(problem.got)} means more than one zone: ${joined(problem.options.slice(0, 4).map(zoneWords), 'or')}. Name the city.`;
    case 'two-zones':
      return `${code(problem.got)} names two zones. Name one.`;
    case 'passed':
      return `${when(problem.at)} has passed already.`;
    case 'skipped':
      return `The clocks in ${zoneWords(problem.zone)} skip that time. The nearest that exist are ${wallWords(problem.before)} and ${wallWords(problem.after)}.`;
  }
}

/** Times that work, to learn from. */
export const TIME_EXAMPLES = 'For example: `tomorrow 9am`, `Monday 14:30 Berlin`, `in 2 hours`.';
