import type { Release } from '../../release/release.ts';
import { section } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { startWords, titleOf } from '../words/release.ts';
import { whenPlanned } from '../words/time.ts';
import { type Form, type FormValues, formOf } from './form.ts';
import { modal } from './frame.ts';
import { readStart, type StartChoice, startInputs } from './start.ts';

export type RescheduleInput = { release: Release; viewerZone: string; now: Date };

/** Another start for a release that has not started. A start that has passed is not offered again. */
export function rescheduleModal({ release, viewerZone, now }: RescheduleInput): ModalView {
  const { start, missed } = release;
  const passed = start.kind === 'at' && Date.parse(start.at) <= now.getTime();
  const stands =
    missed === null ? `Starts ${startWords(start)} now.` : `It was due ${whenPlanned(missed.dueAt)}.`;
  return modal({
    callbackId: VIEW.reschedule,
    title: 'Reschedule',
    submit: 'Next',
    close: 'Back',
    metadata: { release: release.id },
    blocks: [
      section([
        `*${titleOf(release)}* · ${release.environment}`,
        `${stands} Another time is another release to those who approve: they are asked again.`,
      ]),
      ...startInputs(passed ? { kind: 'when-approved' } : start, viewerZone, now),
    ],
  });
}

export function readReschedule(values: FormValues, now: Date): Form<{ start: StartChoice }> {
  const errors: Record<string, string> = {};
  const start = readStart(values, now, errors);
  return formOf(errors, () => ({ start }));
}
