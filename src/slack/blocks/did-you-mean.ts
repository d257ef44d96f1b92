import type { FlagKey } from '../../flag/flag.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

export type DidYouMeanInput = {
  /** All that was typed after `/release`. */
  typed: string;
  /** The part that was not understood. */
  unknown: string;
  /** Whole commands that may have been meant, the nearest first: `ramp new-checkout 25%`. */
  suggestions: readonly string[];
};

/** A command that was not understood: the nearest meanings and an example, never a stack trace. */
export function didYouMean({ unknown }: DidYouMeanInput): Rendered {
  return rendered(unknown, [section('?')]);
}

export type NotUnderstoodInput = {
  /** The command that was recognised, such as `ramp`. */
  command: string;
  /** What is wrong, in a sentence that may hold what was typed. */
  problem: string;
  /** Whole commands that would work. */
  examples: readonly string[];
};

/** A known command with something missing or wrong in what follows. */
export function notUnderstood({ command }: NotUnderstoodInput): Rendered {
  return rendered(command, [section('?')]);
}

export type AskFlagInput = {
  typed: string;
  /** The flags that may be meant, the nearest first, each with the whole command to run. */
  near: readonly { flag: FlagKey; command: string }[];
};

/** A write never acts on a guessed name: it asks which flag is meant. */
export function askFlag({ typed }: AskFlagInput): Rendered {
  return rendered(typed, [section('?')]);
}

export type OfferInput = {
  /** As typed. */
  flag: string;
  /** What to go on with once it exists: the whole command, or null. */
  command: string | null;
};

/** No flag is near: offers to create it. */
export function offerToCreate({ flag }: OfferInput): Rendered {
  return rendered(flag, [section('?')]);
}
