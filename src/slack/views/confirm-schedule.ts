import { carryOut, say, sentence } from '../commands/answer.ts';
import { answerTo } from '../commands/answer-to.ts';
import { VIEW } from '../ids.ts';
import { open } from './new-release.ts';
import type { ViewListener } from './submission.ts';

/** The person has seen the wall time, the zone and the offset: now it counts. */
export const confirmSchedule: ViewListener = {
  on: VIEW.confirmSchedule,
  submit({ asking, metadata }, parts) {
    const { by, next, release, start } = metadata;
    if (by !== asking.person) {
      return { kind: 'work', work: async () => say(sentence('This was meant for someone else.')) };
    }
    if (release !== undefined && start !== undefined) {
      return { kind: 'work', work: () => carryOut({ type: 'edit', release, start }, asking, parts) };
    }
    if (next?.kind === 'release') return open(next.planned, asking, parts);
    if (next?.kind === 'command') {
      return { kind: 'work', work: () => answerTo(next.text, asking, parts, true) };
    }
    return { kind: 'work', work: async () => say(sentence('There is nothing to schedule any more.')) };
  },
};
