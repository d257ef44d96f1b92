import type { ReleaseStatus } from '../../release/status.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { type Form, type FormValues, formOf } from './form.ts';
import { modal } from './frame.ts';

/** An approver's no; the reason goes to who asked. */
export function rejectModal(_status: ReleaseStatus): ModalView {
  return modal({ callbackId: VIEW.reject, title: 'Reject', blocks: [] });
}

export function readReject(_values: FormValues): Form<{ reason: string }> {
  return formOf({}, () => ({ reason: '' }));
}

/** Stops a release; what people see stays as it is. */
export function cancelModal(_status: ReleaseStatus): ModalView {
  return modal({ callbackId: VIEW.cancel, title: 'Cancel the release', blocks: [] });
}

export function readCancel(_values: FormValues): Form<{ reason: string }> {
  return formOf({}, () => ({ reason: '' }));
}
