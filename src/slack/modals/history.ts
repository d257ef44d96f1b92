import type { Event } from '../../release/event.ts';
import type { Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import { context, section } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { eventWords } from '../words/event.ts';
import { titleOf } from '../words/release.ts';
import { when } from '../words/time.ts';
import { modal } from './frame.ts';

/** Below what a view holds, with room for its head. */
const MOST_LINES = 90;

export type HistoryInput = {
  release: Release;
  state: State;
  /** Of this release, in any order; those of one instant, the newest first. */
  events: readonly Event[];
};

/** Everything that happened to a release, the newest first. */
export function historyModal({ release, state, events }: HistoryInput): ModalView {
  const newest = [...events].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
  const lines = newest
    .slice(0, MOST_LINES)
    .map((event) => section(`${when(event.at)}\n${eventWords(event, [], state)}`));
  const older = newest.length - lines.length;
  return modal({
    callbackId: VIEW.message,
    title: 'History',
    blocks: [
      section(`*${titleOf(release)}* · ${release.environment}`),
      ...lines,
      ...(older > 0 ? [context(`and ${older} older`)] : []),
    ],
  });
}
