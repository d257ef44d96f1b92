import type { Start } from '../../release/plan.ts';
import { wallTimeAt } from '../../release/wall-time.ts';
import type { KnownBlock } from '../blocks/slack-types.ts';
import { ACTION, BLOCK } from '../ids.ts';
import { wallWords, zoneWords } from '../words/time.ts';
import { chosen, chosenMoment, type FormValues, typed } from './form.ts';
import { input, option, radio, textInput } from './input.ts';

/** When to start, as a person filled it in: words (`tomorrow 9am`) are for the parser of times. */
export type StartChoice =
  | { kind: 'when-approved' }
  | { kind: 'at'; at: Date }
  | { kind: 'words'; text: string };

/**
 * Now or at a time, by picking or by saying it; the zone that counts stands beside it. No time is filled in: a
 * choice of "as soon as approved" beside a time would have to be refused. `words` is what was said of it before.
 */
export function startInputs(kind: Start['kind'], viewerZone: string, now: Date, words = ''): KnownBlock[] {
  const choices = [option('As soon as it is approved', 'when-approved'), option('At a time', 'at')];
  const today = `In ${zoneWords(viewerZone)} (${viewerZone}) it is ${wallWords(wallTimeAt(now, viewerZone))}.`;
  return [
    input(BLOCK.start, 'Start', radio(choices, kind)),
    input(
      BLOCK.startAt,
      'At',
      { type: 'datetimepicker', action_id: ACTION.input },
      { optional: true, hint: today },
    ),
    input(
      BLOCK.startWords,
      'Or say when',
      textInput({ most: 200, placeholder: 'tomorrow 9am', initial: words }),
      {
        optional: true,
        hint: 'In your own zone, unless you name a city: Monday 14:30 New York.',
      },
    ),
  ];
}

/** The chosen start; `errors` takes what is wrong, by block. */
export function readStart(values: FormValues, now: Date, errors: Record<string, string>): StartChoice {
  const at = chosenMoment(values, BLOCK.startAt);
  const words = typed(values, BLOCK.startWords);
  if (chosen(values, BLOCK.start) !== 'at') {
    // A time filled in beside "as soon as approved" must not be dropped in silence.
    if (words !== '') errors[BLOCK.startWords] = 'Choose “At a time” above, or empty this.';
    else if (at !== null) errors[BLOCK.startAt] = 'Choose “At a time” above, or empty this.';
    return { kind: 'when-approved' };
  }
  if (words !== '' && at !== null) {
    errors[BLOCK.startWords] = 'Pick a time or say it, not both.';
  } else if (words !== '') {
    return { kind: 'words', text: words };
  } else if (at === null) {
    errors[BLOCK.startWords] = 'Pick a time above, or say it here: tomorrow 9am.';
  } else if (at <= now) {
    errors[BLOCK.startAt] = 'This has passed already. Choose a later time.';
  } else {
    return { kind: 'at', at };
  }
  return { kind: 'when-approved' };
}
