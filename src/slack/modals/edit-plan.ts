import type { Plan } from '../../release/plan.ts';
import type { Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import { context, section } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { BLOCK, VIEW } from '../ids.ts';
import { joined } from '../words/join.ts';
import { needsApproval, titleOf } from '../words/release.ts';
import { planWords } from '../words/stage.ts';
import { type Form, type FormValues, formOf, typed } from './form.ts';
import { modal } from './frame.ts';
import { input, textInput } from './input.ts';
import { planLine, readPlanLines } from './plan-text.ts';

export type EditPlanInput = { release: Release; state: State };

/** The stages that have not fired, one a line, to change, add and remove. */
export function editPlanModal({ release, state }: EditPlanInput): ModalView {
  const fired = release.plan.slice(0, release.firings.length);
  const ahead = release.plan.slice(fired.length);
  const audiences = joined([...state.audiences.keys(), 'everyone'].slice(0, 10));
  const asks = needsApproval(state, release.environment)
    ? 'What changes has to be approved again, by someone other than you.'
    : 'It counts at once.';
  return modal({
    callbackId: VIEW.editPlan,
    title: 'Edit the plan',
    submit: 'Change it',
    close: 'Back',
    metadata: { release: release.id },
    blocks: [
      section([
        `*${titleOf(release)}* · ${release.environment}`,
        ...(fired.length === 0 ? [] : [`Happened already, and stays: ${planWords(fired)}`]),
        asks,
      ]),
      input(
        BLOCK.plan,
        'What comes next, one stage a line',
        textInput({ most: 3_000, multiline: true, initial: ahead.map(planLine).join('\n') }),
        {
          hint: 'Like: internal 100%, bake 1 day. Or: 50%, by hand. A bake is how long a stage runs before the next.',
        },
      ),
      context(`Audiences: ${audiences}. A percentage alone is of everyone.`),
    ],
  });
}

/** The whole plan: the stages that fired as they are, then what was typed. */
export function readEditPlan(values: FormValues, { release, state }: EditPlanInput): Form<{ plan: Plan }> {
  const fired = release.plan.slice(0, release.firings.length);
  const read = readPlanLines(typed(values, BLOCK.plan), release.plan.slice(fired.length), state);
  const errors: Record<string, string> = read.ok ? {} : { [BLOCK.plan]: read.error };
  return formOf(errors, () => ({ plan: read.ok ? [...fired, ...read.plan] : release.plan }));
}
