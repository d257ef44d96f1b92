import type { Release } from '../../release/release.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { type Form, type FormValues, formOf } from './form.ts';
import { modal } from './frame.ts';
import type { StartChoice } from './start.ts';

export type RescheduleInput = { release: Release; viewerZone: string; now: Date };

/** Another start for a release that has not started. */
export function rescheduleModal(_input: RescheduleInput): ModalView {
  return modal({ callbackId: VIEW.reschedule, title: 'Reschedule', blocks: [] });
}

export function readReschedule(_values: FormValues, _now: Date): Form<{ start: StartChoice }> {
  return formOf({}, () => ({ start: { kind: 'when-approved' } }));
}
