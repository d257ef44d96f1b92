import { section } from '../blocks/kit.ts';
import type { Rendered } from '../blocks/rendered.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { modal } from './frame.ts';

/** Opened within the three seconds that a trigger lasts, until there is something to show. */
export function loadingModal(title: string): ModalView {
  return modal({ callbackId: VIEW.message, title, blocks: [section('One moment…')] });
}

/** An answer to a click where there is no channel to answer in, such as on Home. */
export function messageModal(title: string, message: Rendered): ModalView {
  return modal({ callbackId: VIEW.message, title, blocks: message.blocks });
}
