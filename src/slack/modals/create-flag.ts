import type { NewFlag } from '../../release/command.ts';
import { context } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { BLOCK, travels, VIEW } from '../ids.ts';
import { code } from '../words/escape.ts';
import { asKey, KEY_RULE, readFlagKey } from './flag-options.ts';
import { type Form, type FormValues, formOf, typed } from './form.ts';
import { modal } from './frame.ts';
import { input, textInput } from './input.ts';
import type { Continuation } from './metadata.ts';

export type CreateFlagInput = {
  /** As typed; it may not be a good key yet. */
  key: string;
  /** What to go on with once the flag exists. */
  next: Continuation;
};

/** A boolean flag: its key and what on and off mean. A command too long to travel has to be typed again. */
export function createFlagModal({ key, next: wanted }: CreateFlagInput): ModalView {
  const next: Continuation =
    wanted.kind === 'command' && !travels(wanted.text) ? { kind: 'nothing' } : wanted;
  return modal({
    callbackId: VIEW.createFlag,
    title: 'Create a flag',
    submit: 'Create it',
    close: 'Cancel',
    metadata: { next },
    blocks: [
      input(BLOCK.key, 'Key', textInput({ initial: asKey(key), most: 64, placeholder: 'new-checkout' }), {
        hint: `What the code reads. ${KEY_RULE} It cannot be changed later.`,
      }),
      input(
        BLOCK.description,
        'What is it?',
        textInput({ most: 1_000, placeholder: 'The checkout on one page', multiline: true }),
        { hint: 'In a sentence, for whoever approves it.' },
      ),
      input(BLOCK.onMeans, 'On means', textInput({ initial: 'People see it', most: 500 })),
      input(
        BLOCK.offMeans,
        'Off means',
        textInput({ initial: 'People see what was there before', most: 500 }),
      ),
      context(`It starts dark: nobody sees it anywhere. ${goesOn(next)}`.trim()),
    ],
  });
}

function goesOn(next: Continuation): string {
  switch (next.kind) {
    case 'nothing':
      return '';
    case 'command':
      return `Then: ${code(`/release ${next.text}`, 200)}`;
    case 'release':
      return 'Then your release is planned.';
  }
}

/** What the flag is; its owner is whoever submitted. */
export type CreateFlagForm = Omit<NewFlag, 'owner'>;

export function readCreateFlag(values: FormValues): Form<CreateFlagForm> {
  const errors: Record<string, string> = {};
  const key = readFlagKey(typed(values, BLOCK.key), BLOCK.key, errors);
  const said = (block: string, most: number) => {
    const text = typed(values, block);
    if (text === '') errors[block] = 'A few words are enough.';
    return text.slice(0, most);
  };
  const description = said(BLOCK.description, 1_000);
  const on = said(BLOCK.onMeans, 500);
  const off = said(BLOCK.offMeans, 500);
  return formOf(errors, () => ({
    key,
    description,
    lifetime: 'release',
    off: { value: false, description: off },
    variants: [{ name: 'on', value: true, description: on, weight: 1 }],
  }));
}
