import type { Plan } from '../../release/plan.ts';
import type { Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { type Form, type FormValues, formOf } from './form.ts';
import { modal } from './frame.ts';

export type EditPlanInput = { release: Release; state: State };

/** The stages that have not fired, one a line, to change, add and remove. */
export function editPlanModal(_input: EditPlanInput): ModalView {
  return modal({ callbackId: VIEW.editPlan, title: 'Edit the plan', blocks: [] });
}

/** The whole plan: the stages that fired as they are, then what was typed. */
export function readEditPlan(_values: FormValues, { release }: EditPlanInput): Form<{ plan: Plan }> {
  return formOf({}, () => ({ plan: release.plan }));
}
