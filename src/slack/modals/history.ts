import type { Event } from '../../release/event.ts';
import type { Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { modal } from './frame.ts';

export type HistoryInput = {
  release: Release;
  state: State;
  /** Of this release, in any order. */
  events: readonly Event[];
};

/** Everything that happened to a release, the newest first. */
export function historyModal(_input: HistoryInput): ModalView {
  return modal({ callbackId: VIEW.message, title: 'History', blocks: [] });
}
