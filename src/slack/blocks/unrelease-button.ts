import { DARK, type Exposure, type Unrelease } from '../../flag/exposure.ts';
import { exposureOf } from '../../flag/flag-set.ts';
import { own } from '../../flag/own.ts';
import { visiblePercentages } from '../../release/exposure-change.ts';
import type { State } from '../../release/state.ts';
import { ACTION, type ButtonValue } from '../ids.ts';
import { people } from '../words/count.ts';
import { whoHasIt } from '../words/exposure.ts';
import { flagNames, needsApproval } from '../words/release.ts';
import { button } from './button.ts';
import { confirmation } from './kit.ts';
import type { Button, ConfirmationDialog } from './slack-types.ts';

export type Exposed = {
  state: State;
  flags: readonly string[];
  environment: string;
  /** Of the first flag, which stands for all. */
  exposure: Exposure;
  reach?: number | null;
};

/** Takes everything away in one click; Slack asks once, with the numbers. */
export function unreleaseButton(exposed: Exposed, value: ButtonValue): Button {
  return button('Un-release…', ACTION.unrelease, value, {
    style: 'danger',
    confirm: unreleaseConfirmation(exposed),
  });
}

function unreleaseConfirmation(exposed: Exposed): ConfirmationDialog {
  const { state, flags, environment, exposure, reach } = exposed;
  const has = whoHasIt(visiblePercentages(exposure));
  const from = reach == null ? 'everyone who has it now' : `about ${people(reach)} now`;
  const back = needsApproval(state, environment)
    ? 'Bringing it back needs approval.'
    : 'Anyone who may release can bring it back.';
  return confirmation(
    'Un-release?',
    `Take ${flagNames(flags)} in ${environment} away from ${from} (${has})? ${back}`,
    'Un-release',
    'Keep it',
    'danger',
  );
}

/** Asks for exactly what an un-release took. `audience` null: the whole feature. */
export function restoreButton(exposed: Exposed, audience: string | null, value: ButtonValue): Button {
  const { state, flags, environment, exposure } = exposed;
  const unreleased =
    audience === null
      ? { ...exposure.unreleased, whole: null }
      : { ...exposure.unreleased, audiences: without(exposure.unreleased.audiences, audience) };
  const back = visiblePercentages({ ...exposure, unreleased });
  const first = needsApproval(state, environment) ? 'This asks for approval first.' : 'This happens at once.';
  const who = audience === null ? whoHasIt(back) : `${audience}, at what it had`;
  return button(
    audience === null ? 'Restore…' : `Restore ${audience}…`,
    ACTION.restore,
    { ...value, audience },
    {
      confirm: confirmation(
        'Restore?',
        `Bring ${flagNames(flags)} in ${environment} back to ${who}? ${first}`,
        'Restore',
        'Not now',
        'primary',
      ),
    },
  );
}

/** The exposure of the first of some flags, which stands for all. */
export function exposureIn(state: State, flags: readonly string[], environment: string): Exposure {
  const flag = state.flags.get(flags[0] ?? '');
  return flag === undefined ? DARK : exposureOf(flag, environment);
}

/** The un-release in force on some flags, of everyone (null) or of one audience; undefined where there is none. */
export function overlayOn(exposure: Exposure, audience: string | null): Unrelease | undefined {
  const { whole, audiences } = exposure.unreleased;
  return (audience === null ? whole : own(audiences, audience)) ?? undefined;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
