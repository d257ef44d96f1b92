import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { type Form, type FormValues, formOf } from './form.ts';
import { modal } from './frame.ts';

/** Under which id the applications know whoever asks: what "me" means. */
export function linkMeModal(_targetingKey: string | null): ModalView {
  return modal({ callbackId: VIEW.linkMe, title: 'Who you are', blocks: [] });
}

export function readLinkMe(_values: FormValues): Form<{ targetingKey: string }> {
  return formOf({}, () => ({ targetingKey: '' }));
}
