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

/** Another start for a release that has not started. */
export function rescheduleModal({ release, viewerZone, now }: RescheduleInput): ModalView {
  const { start, missed } = release;
  const stands =
    missed === null ? `It starts ${startWords(start)}.` : `It was due ${whenPlanned(missed.dueAt)}.`;
  return modal({
    callbackId: VIEW.reschedule,
    title: 'Reschedule',
    submit: 'Reschedule',
    close: 'Back',
    metadata: { release: release.id },
    blocks: [
      section([
        `*${titleOf(release)}* · ${release.environment}`,
        `${stands} Those who approve are asked again about another time.`,
      ]),
      ...startInputs('at', viewerZone, now),
    ],
  });
}

export function readReschedule(values: FormValues, now: Date): Form<{ start: StartChoice }> {
  const errors: Record<string, string> = {};
  const start = readStart(values, now, errors);
  return formOf(errors, () => ({ start }));
}
