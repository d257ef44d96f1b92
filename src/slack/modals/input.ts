import { plain } from '../blocks/kit.ts';
import type { InputElement, KnownBlock, PlainTextOption } from '../blocks/slack-types.ts';
import { ACTION } from '../ids.ts';
import { plainWords } from '../words/escape.ts';

export type InputLook = { hint?: string; optional?: boolean };

/** A labelled input; its `block_id` is what a field error is keyed by. */
export function input(block: string, label: string, element: InputElement, look: InputLook = {}): KnownBlock {
  return {
    type: 'input',
    block_id: block,
    label: plain(label, 2_000),
    element,
    optional: look.optional ?? false,
    ...(look.hint === undefined ? {} : { hint: plain(look.hint, 2_000) }),
  };
}

export type TextLook = { initial?: string; placeholder?: string; most: number; multiline?: boolean };

export function textInput({ initial, placeholder, most, multiline }: TextLook): InputElement {
  return {
    type: 'plain_text_input',
    action_id: ACTION.input,
    max_length: most,
    ...(initial === undefined || initial === '' ? {} : { initial_value: initial.slice(0, most) }),
    ...(placeholder === undefined ? {} : { placeholder: plain(placeholder, 150) }),
    ...(multiline === undefined ? {} : { multiline }),
  };
}

/** Options of a select or radio group; `text` may hold what people typed. */
export function option(text: string, value: string, description?: string): PlainTextOption {
  return {
    text: plain(plainWords(text, 75), 75),
    value,
    ...(description === undefined ? {} : { description: plain(plainWords(description, 75), 75) }),
  };
}

export function radio(options: readonly PlainTextOption[], initial: string): InputElement {
  return {
    type: 'radio_buttons',
    action_id: ACTION.input,
    options: [...options],
    ...initially(options, initial),
  };
}

/** Slack's limit for the options of a select. */
const MOST_OPTIONS = 100;

export function select(options: readonly PlainTextOption[], initial?: string): InputElement {
  const shown = options.slice(0, MOST_OPTIONS);
  return { type: 'static_select', action_id: ACTION.input, options: shown, ...initially(shown, initial) };
}

function initially(options: readonly PlainTextOption[], initial: string | undefined) {
  const found = options.find((each) => each.value === initial);
  return found === undefined ? {} : { initial_option: found };
}

export function channelSelect(initial: string | null): InputElement {
  return {
    type: 'conversations_select',
    action_id: ACTION.input,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(initial === null ? {} : { initial_conversation: initial }),
  };
}
