import { type FlagKey, FlagKey as FlagKeySchema } from '../../flag/flag.ts';
import { ACTION, travels } from '../ids.ts';
import type { Misunderstanding } from '../parse/said.ts';
import type { NoTime } from '../parse/when.ts';
import { code } from '../words/escape.ts';
import { joined } from '../words/join.ts';
import { misunderstoodWords } from '../words/misunderstood.ts';
import { noTimeWords, TIME_EXAMPLES } from '../words/no-time.ts';
import { button } from './button.ts';
import { actions, context, rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';
import type { Button, KnownBlock } from './slack-types.ts';

export type DidYouMeanInput = {
  problem: Misunderstanding;
  /** All that was typed after `/release`. */
  typed: string;
};

/** A command that was not understood: the nearest meaning and an example, never a stack trace. */
export function didYouMean({ problem, typed }: DidYouMeanInput): Rendered {
  const words = misunderstoodWords(problem);
  const example = code(`/release ${problem.example}`, 200);
  const runs = isTheirs(problem.example, typed)
    ? [button('Do that', ACTION.run, { command: problem.example }, { style: 'primary' })]
    : [];
  return rendered(`${words} ${example}`, [
    section(runs.length > 0 ? [words, example] : [words, `For example: ${example}`]),
    ...actions([...runs, button('All commands', ACTION.help, {})]),
  ]);
}

/** Only a command that keeps what was typed is offered to run; an example about another flag is there to read. */
function isTheirs(example: string, typed: string): boolean {
  const words = typed.trim().split(/\s+/);
  const rest = words.slice(1).join(' ');
  return rest !== '' && travels(example) && (example.endsWith(` ${rest}`) || example.endsWith(typed.trim()));
}

/** A start that is no time: what was not understood, and what would be. */
export function noSuchTime(problem: NoTime): Rendered {
  const words = noTimeWords(problem);
  return rendered(words, [section(words), context(`Nothing was done. ${TIME_EXAMPLES}`)]);
}

export type AskFlagInput = {
  typed: string;
  /** The flags that may be meant, the nearest first, each with the whole command to run. */
  near: readonly { flag: FlagKey; command: string }[];
  /** The whole command as typed, to go on with if that flag is created; null where that makes no sense. */
  command: string | null;
};

/** As many as a person weighs. */
const MOST_NEAR = 5;

/** A write never acts on a guessed name: it asks which flag is meant. */
export function askFlag({ typed, near, command }: AskFlagInput): Rendered {
  const shown = near.filter((each) => travels(each.command)).slice(0, MOST_NEAR);
  const names = joined(
    shown.map(({ flag }) => `*${flag}*`),
    'or',
  );
  const asked = shown.length === 0 ? '' : ` Did you mean ${names}?`;
  const words = `There is no flag ${code(typed, 64)}.${asked} Nothing was done yet.`;
  const rows = shown.map(({ flag, command: meant }, index) =>
    section(
      code(`/release ${meant}`, 200),
      button(`Yes, ${flag}`, ACTION.run, { command: meant }, index === 0 ? { style: 'primary' } : {}),
    ),
  );
  const create = command === null ? [] : createButton(typed, command, false);
  return rendered(words, [section(words), ...rows, ...actions(create)]);
}

export type OfferInput = {
  /** As typed. */
  flag: string;
  /** What to go on with once it exists: the whole command, or null. */
  command: string | null;
};

/** No flag is near: offers to create it. */
export function offerToCreate({ flag, command }: OfferInput): Rendered {
  const create = createButton(flag, command, true);
  const words = `There is no flag ${code(flag, 64)} yet.`;
  const blocks: KnownBlock[] = [section(words)];
  if (create.length === 0) {
    return rendered(`${words} ${KEY_RULE}`, [...blocks, context(KEY_RULE)]);
  }
  const next = command === null ? '' : ` Then I go on with ${code(`/release ${command}`, 200)}.`;
  return rendered(`${words} Create it?`, [section(`${words} Create it?${next}`), ...actions(create)]);
}

const KEY_RULE = 'A key is lower case words joined by hyphens, such as `new-checkout`.';

function createButton(flag: string, command: string | null, first: boolean): Button[] {
  if (!FlagKeySchema.safeParse(flag).success) return [];
  const value = { flag, ...(command === null || !travels(command) ? {} : { command }) };
  return [button(`Create ${flag}…`, ACTION.createFlag, value, first ? { style: 'primary' } : {})];
}
