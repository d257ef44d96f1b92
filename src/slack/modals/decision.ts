import type { ReleaseStatus } from '../../release/status.ts';
import { section } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { BLOCK, VIEW } from '../ids.ts';
import { whoHasIt } from '../words/exposure.ts';
import { mention } from '../words/person.ts';
import { titleOf } from '../words/release.ts';
import { planWords } from '../words/stage.ts';
import { type Form, type FormValues, formOf, typed } from './form.ts';
import { modal } from './frame.ts';
import { input, textInput } from './input.ts';

const REASON_MOST = 500;

/** An approver's no; the reason goes to who asked. */
export function rejectModal({ release, fired }: ReleaseStatus): ModalView {
  const then = fired === 0 ? 'It ends, and nobody sees more than before.' : 'It is paused where it stands.';
  return modal({
    callbackId: VIEW.reject,
    title: 'Reject',
    submit: 'Reject',
    close: 'Back',
    metadata: { release: release.id },
    blocks: [
      section([
        `*${titleOf(release)}* · ${release.environment}`,
        planWords(release.plan.slice(fired)),
        `${then} ${mention(release.owner)} is told why.`,
      ]),
      input(
        BLOCK.reason,
        'Why?',
        textInput({ most: REASON_MOST, placeholder: 'Legal has not read it', multiline: true }),
      ),
    ],
  });
}

export function readReject(values: FormValues): Form<{ reason: string }> {
  const reason = typed(values, BLOCK.reason).slice(0, REASON_MOST);
  const errors: Record<string, string> = reason === '' ? { [BLOCK.reason]: 'A few words are enough.' } : {};
  return formOf(errors, () => ({ reason }));
}

/** Stops a release; what people see stays as it is. */
export function cancelModal({ release, visible }: ReleaseStatus): ModalView {
  const stays =
    Object.keys(visible).length === 0
      ? 'Nobody sees it now, and it stays so.'
      : `What people see stays: ${whoHasIt(visible)}. To take it away, un-release instead.`;
  return modal({
    callbackId: VIEW.cancel,
    title: 'Cancel the release',
    submit: 'Cancel the release',
    close: 'Back',
    metadata: { release: release.id },
    blocks: [
      section([`*${titleOf(release)}* · ${release.environment}`, stays]),
      input(BLOCK.reason, 'Why?', textInput({ most: REASON_MOST, placeholder: 'The date moved' }), {
        optional: true,
      }),
    ],
  });
}

export function readCancel(values: FormValues): Form<{ reason: string }> {
  return formOf({}, () => ({ reason: typed(values, BLOCK.reason).slice(0, REASON_MOST) }));
}
