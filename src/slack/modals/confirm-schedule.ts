import type { ResolvedTime } from '../blocks/confirm-schedule.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { modal } from './frame.ts';
import type { Metadata } from './metadata.ts';

export type ConfirmScheduleModalInput = {
  /** What would start then, in words. */
  what: string;
  time: ResolvedTime;
  viewerZone: string;
  /** What to go on with once confirmed. */
  metadata: Metadata;
};

/** Shows a start back as wall time, zone, offset and instant, before it counts. */
export function confirmScheduleModal({ metadata }: ConfirmScheduleModalInput): ModalView {
  return modal({ callbackId: VIEW.confirmSchedule, title: 'Is this the time?', metadata, blocks: [] });
}
