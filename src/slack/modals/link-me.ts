import { section } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { BLOCK, VIEW } from '../ids.ts';
import { type Form, type FormValues, formOf, typed } from './form.ts';
import { modal } from './frame.ts';
import { input, textInput } from './input.ts';

/** As long as an application may send. */
const MOST_KEY = 200;

/** Under which id the applications know whoever asks: what "me" means. */
export function linkMeModal(targetingKey: string | null): ModalView {
  return modal({
    callbackId: VIEW.linkMe,
    title: 'Who you are',
    submit: 'Save',
    close: 'Cancel',
    blocks: [
      section(
        'Tell Rampart the id that applications send for you. Then `/release why new-checkout for me` works.',
      ),
      input(
        BLOCK.targetingKey,
        'Your id in the applications',
        textInput({
          most: MOST_KEY,
          placeholder: 'user-42',
          ...(targetingKey === null ? {} : { initial: targetingKey }),
        }),
        { hint: 'The targeting key: an engineer can tell you.' },
      ),
    ],
  });
}

export function readLinkMe(values: FormValues): Form<{ targetingKey: string }> {
  const targetingKey = typed(values, BLOCK.targetingKey).slice(0, MOST_KEY);
  const errors: Record<string, string> = targetingKey === '' ? { [BLOCK.targetingKey]: 'Which id?' } : {};
  return formOf(errors, () => ({ targetingKey }));
}
