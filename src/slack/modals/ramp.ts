import { type AudienceKey, EVERYONE } from '../../flag/audience.ts';
import type { BasisPoints } from '../../flag/exposure.ts';
import type { EnvironmentKey, FlagKey } from '../../flag/flag.ts';
import { visiblePercentages } from '../../release/exposure-change.ts';
import type { State } from '../../release/state.ts';
import { section } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { exposureIn } from '../blocks/unrelease-button.ts';
import { BLOCK, VIEW } from '../ids.ts';
import { readPercentage } from '../parse/percentage.ts';
import { visibleWords } from '../words/exposure.ts';
import { percentNumber } from '../words/percent.ts';
import { progressBar } from '../words/progress.ts';
import { needsApproval } from '../words/release.ts';
import { chosen, type Form, type FormValues, formOf, typed } from './form.ts';
import { modal } from './frame.ts';
import { input, option, select, textInput } from './input.ts';

export type RampInput = { state: State; flag: FlagKey; environment: EnvironmentKey };

/** Changes a percentage. Its metadata holds the flag and environment. */
export function rampModal({ state, flag, environment }: RampInput): ModalView {
  const exposure = exposureIn(state, [flag], environment);
  const visible = visiblePercentages(exposure);
  const audiences = [EVERYONE, ...state.audiences.keys()];
  const up = needsApproval(state, environment) ? 'Up asks for approval.' : 'Up happens at once.';
  return modal({
    callbackId: VIEW.ramp,
    title: 'Ramp',
    submit: 'Ramp',
    close: 'Cancel',
    metadata: { flag, environment },
    blocks: [
      section([
        `*${flag}* · ${environment}`,
        `${progressBar(visible[EVERYONE] ?? 0)}  ${visibleWords(visible)}`,
        `${up} Down happens at once.`,
      ]),
      input(
        BLOCK.percentage,
        'Show it to how many percent?',
        textInput({
          most: 10,
          placeholder: '25',
          initial: percentNumber(exposure.percentages[EVERYONE] ?? 0),
        }),
      ),
      input(
        BLOCK.audience,
        'Of whom?',
        select(
          audiences.map((key) => option(key, key)),
          EVERYONE,
        ),
      ),
    ],
  });
}

export function readRamp(values: FormValues): Form<{ audience: AudienceKey; to: BasisPoints }> {
  const errors: Record<string, string> = {};
  const to = readPercent(typed(values, BLOCK.percentage), BLOCK.percentage, errors);
  const audience = chosen(values, BLOCK.audience);
  if (audience === null) errors[BLOCK.audience] = 'Of whom?';
  return formOf(errors, () => ({ audience: audience ?? EVERYONE, to }));
}

/** A percentage to reach, in basis points; `errors` takes what is wrong with it. */
function readPercent(text: string, block: string, errors: Record<string, string>): BasisPoints {
  const read = readPercentage(text.replace(/\s+/g, ''));
  if (read.ok && read.to.kind === 'to') return read.to.at;
  const why = read.ok ? 'not-a-number' : read.why;
  errors[block] =
    why === 'too-fine'
      ? '0.01 % is the smallest step.'
      : why === 'too-high'
        ? '100 % is the most.'
        : 'The percentage to reach, such as 25 or 0.5.';
  return 0;
}
