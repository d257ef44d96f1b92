import type { FlagKey } from '../../flag/flag.ts';
import type { NewFlag } from '../../release/command.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { type Form, type FormValues, formOf } from './form.ts';
import { modal } from './frame.ts';
import type { Continuation } from './metadata.ts';

export type CreateFlagInput = {
  /** As typed; it may not be a good key yet. */
  key: string;
  /** What to go on with once the flag exists. */
  next: Continuation;
};

/** A boolean flag: its key and what on and off mean. */
export function createFlagModal(_input: CreateFlagInput): ModalView {
  return modal({ callbackId: VIEW.createFlag, title: 'Create a flag', blocks: [] });
}

/** What the flag is; its owner is whoever submitted. */
export type CreateFlagForm = Omit<NewFlag, 'owner'>;

export function readCreateFlag(_values: FormValues): Form<CreateFlagForm> {
  const key: FlagKey = '';
  return formOf({}, () => ({
    key,
    description: '',
    lifetime: 'release',
    off: { value: false, description: '' },
    variants: [],
  }));
}
