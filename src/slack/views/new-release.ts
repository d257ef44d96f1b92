import type { Command } from '../../release/command.ts';
import { flagSet } from '../../release/stage.ts';
import type { State } from '../../release/state.ts';
import { planFrom, TEMPLATES } from '../../release/template.ts';
import { carryOut } from '../commands/answer.ts';
import { startAt } from '../commands/schedule.ts';
import { BLOCK, VIEW } from '../ids.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import { confirmScheduleModal } from '../modals/confirm-schedule.ts';
import { createFlagModal } from '../modals/create-flag.ts';
import type { PlannedRelease } from '../modals/metadata.ts';
import { readNewRelease } from '../modals/new-release.ts';
import type { ResolvedTime } from '../parse/when.ts';
import { escapeText } from '../words/escape.ts';
import { planWords } from '../words/stage.ts';
import { errorsFor } from './field-errors.ts';
import { startOf } from './start-of.ts';
import type { Submitted, ViewListener } from './submission.ts';

/** Plans a release: a time is shown back first, a flag that does not exist is created first. */
export const newRelease: ViewListener = {
  on: VIEW.newRelease,
  submit({ asking, values, state }, parts) {
    const form = readNewRelease(values, { state, now: parts.clock() });
    if (!form.ok) return { kind: 'errors', errors: form.errors };
    const start = startOf(form.value.start, asking, parts);
    if (!start.ok) return { kind: 'errors', errors: start.errors };
    const { time } = start;
    const { isNew, ...rest } = form.value;
    const planned: PlannedRelease = {
      ...rest,
      start: time === null ? { kind: 'when-approved' } : startAt(time),
    };
    if (!isNew) {
      const plan = planOf(planned, state);
      if (plan.length === 0) {
        const errors = { [BLOCK.template]: `${planned.flag} is there already: this would change nothing.` };
        return { kind: 'errors', errors };
      }
      const errors = errorsFor(
        openCommand(planned, state),
        asking,
        parts,
        (code) => FIELDS[code] ?? BLOCK.flag,
      );
      if (errors !== null) return { kind: 'errors', errors };
    }
    if (time !== null) return { kind: 'push', view: confirming(planned, time, asking, state) };
    return open(planned, asking, parts);
  },
};

const FIELDS: Readonly<Record<string, string>> = {
  START_HAS_PASSED: BLOCK.startAt,
  REACHES_NOBODY: BLOCK.template,
  STAGE_CHANGES_NOTHING: BLOCK.template,
  UNKNOWN_AUDIENCE: BLOCK.template,
  UNKNOWN_ENVIRONMENT: BLOCK.environment,
  MAY_NOT_RELEASE: BLOCK.environment,
};

/** Opens a planned release, after its flag has been created where there is none yet. */
export function open(planned: PlannedRelease, asking: Asking, parts: Parts): Submitted {
  const { state } = parts.state.current();
  if (!state.flags.has(planned.flag)) {
    const view = createFlagModal({ key: planned.flag, next: { kind: 'release', planned } });
    return { kind: 'push', view };
  }
  return { kind: 'work', work: () => carryOut(openCommand(planned, state), asking, parts) };
}

export function openCommand(planned: PlannedRelease, state: State): Command {
  const { flag, title, environment, start, channel } = planned;
  const plan = planOf(planned, state);
  return { type: 'open-release', title, environment, flags: [flag], plan, start, channel, draft: false };
}

function planOf({ template, environment, flag }: PlannedRelease, state: State) {
  const chosen = TEMPLATES.find(({ key }) => key === template);
  return chosen === undefined ? [] : planFrom(chosen, flagSet(state, environment), flag);
}

function confirming(planned: PlannedRelease, time: ResolvedTime, asking: Asking, state: State) {
  const stages = planWords(planOf(planned, state));
  return confirmScheduleModal({
    what: `*${escapeText(planned.title, 150)}* in ${planned.environment}: ${stages}`,
    time,
    lateStartMs: state.environments.get(planned.environment)?.policy.lateStartMs ?? 0,
    metadata: { by: asking.person, next: { kind: 'release', planned } },
  });
}
