import type { Command } from '../../release/command.ts';
import type { Release, ReleaseId } from '../../release/release.ts';
import { carryOut, refused } from '../commands/answer.ts';
import { startAt } from '../commands/schedule.ts';
import { BLOCK, VIEW } from '../ids.ts';
import type { Parts } from '../listening/parts.ts';
import { confirmScheduleModal } from '../modals/confirm-schedule.ts';
import { readCancel, readReject } from '../modals/decision.ts';
import { readEditPlan } from '../modals/edit-plan.ts';
import type { Form } from '../modals/form.ts';
import { readReschedule } from '../modals/reschedule.ts';
import { escapeText } from '../words/escape.ts';
import { errorsFor } from './field-errors.ts';
import { startOf } from './start-of.ts';
import type { Submission, Submitted, ViewListener } from './submission.ts';

/** The release that a form is about, or the answer when there is none of that number. */
function withRelease(
  { metadata, state, asking }: Submission,
  parts: Parts,
  then: (release: Release) => Submitted,
): Submitted {
  const id: ReleaseId = metadata.release ?? '';
  const release = state.releases.get(id);
  if (release !== undefined) return then(release);
  return { kind: 'work', work: async () => refused({ code: 'UNKNOWN_RELEASE', release: id }, asking, parts) };
}

/** A form that comes to one command: what speaks against it stands beside `field`. */
function commandForm<T>(
  form: Form<T>,
  field: string,
  command: (value: T) => Command,
  { asking }: Submission,
  parts: Parts,
): Submitted {
  if (!form.ok) return { kind: 'errors', errors: form.errors };
  const wanted = command(form.value);
  const errors = errorsFor(wanted, asking, parts, () => field);
  if (errors !== null) return { kind: 'errors', errors };
  return { kind: 'work', work: () => carryOut(wanted, asking, parts) };
}

export const reject: ViewListener = {
  on: VIEW.reject,
  submit: (submission, parts) =>
    withRelease(submission, parts, ({ id }) =>
      commandForm(
        readReject(submission.values),
        BLOCK.reason,
        ({ reason }) => ({ type: 'reject', release: id, reason }),
        submission,
        parts,
      ),
    ),
};

export const cancel: ViewListener = {
  on: VIEW.cancel,
  submit: (submission, parts) =>
    withRelease(submission, parts, ({ id }) =>
      commandForm(
        readCancel(submission.values),
        BLOCK.reason,
        ({ reason }) => ({ type: 'cancel', release: id, reason }),
        submission,
        parts,
      ),
    ),
};

export const editPlan: ViewListener = {
  on: VIEW.editPlan,
  submit: (submission, parts) =>
    withRelease(submission, parts, (release) =>
      commandForm(
        readEditPlan(submission.values, { release, state: submission.state }),
        BLOCK.plan,
        ({ plan }) => ({ type: 'edit', release: release.id, plan }),
        submission,
        parts,
      ),
    ),
};

/** Another start. A time is shown back first and counts once it is confirmed. */
export const reschedule: ViewListener = {
  on: VIEW.reschedule,
  submit: (submission, parts) =>
    withRelease(submission, parts, (release) => {
      const { asking, values, state } = submission;
      const form = readReschedule(values, parts.clock());
      if (!form.ok) return { kind: 'errors', errors: form.errors };
      const read = startOf(form.value.start, asking, parts);
      if (!read.ok) return { kind: 'errors', errors: read.errors };
      const { time } = read;
      const start = time === null ? ({ kind: 'when-approved' } as const) : startAt(time);
      const command: Command = { type: 'edit', release: release.id, start };
      const errors = errorsFor(command, asking, parts, () => BLOCK.start);
      if (errors !== null) return { kind: 'errors', errors };
      if (time === null) return { kind: 'work', work: () => carryOut(command, asking, parts) };
      const view = confirmScheduleModal({
        what: `*${escapeText(release.title, 150)}* in ${release.environment}`,
        time,
        lateStartMs: state.environments.get(release.environment)?.policy.lateStartMs ?? 0,
        metadata: { by: asking.person, release: release.id, start },
      });
      return { kind: 'push', view };
    }),
};
