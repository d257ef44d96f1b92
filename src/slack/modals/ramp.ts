import type { AudienceKey } from '../../flag/audience.ts';
import type { BasisPoints } from '../../flag/exposure.ts';
import type { EnvironmentKey, FlagKey } from '../../flag/flag.ts';
import type { State } from '../../release/state.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { type Form, type FormValues, formOf } from './form.ts';
import { modal } from './frame.ts';

export type RampInput = { state: State; flag: FlagKey; environment: EnvironmentKey };

/** Changes a percentage. Its metadata holds the flag and environment. */
export function rampModal(_input: RampInput): ModalView {
  return modal({ callbackId: VIEW.ramp, title: 'Ramp', blocks: [] });
}

export function readRamp(_values: FormValues): Form<{ audience: AudienceKey; to: BasisPoints }> {
  return formOf({}, () => ({ audience: '', to: 0 }));
}
