import { context, section } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import type { ResolvedTime } from '../parse/when.ts';
import { duration } from '../words/duration.ts';
import { scheduleLines } from '../words/schedule.ts';
import { modal } from './frame.ts';
import type { Metadata } from './metadata.ts';

export type ConfirmScheduleModalInput = {
  /** What would start then, in our words. */
  what: string;
  time: ResolvedTime;
  /** How late it may still start by itself, by the environment's policy. */
  lateStartMs: number;
  /** What to go on with once confirmed. */
  metadata: Metadata;
};

/** Shows a start back as wall time, zone, offset and instant, before it counts. Pushed over the form it came from. */
export function confirmScheduleModal({
  what,
  time,
  lateStartMs,
  metadata,
}: ConfirmScheduleModalInput): ModalView {
  return modal({
    callbackId: VIEW.confirmSchedule,
    title: 'Is this the time?',
    submit: 'Yes, schedule it',
    close: 'Back',
    metadata,
    blocks: [
      section([what, ...scheduleLines(time)]),
      context(
        `If it cannot start within ${duration(lateStartMs)} of this, it asks instead of starting late.`,
      ),
    ],
  });
}
