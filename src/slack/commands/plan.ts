import { FlagKey } from '../../flag/flag.ts';
import { button } from '../blocks/button.ts';
import { actions, rendered, section } from '../blocks/kit.ts';
import type { Rendered } from '../blocks/rendered.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { ACTION } from '../ids.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import { newReleaseModal } from '../modals/new-release.ts';
import type { Said } from '../parse/said.ts';
import { textOf } from '../parse/text-of.ts';
import type { Answer } from './answer.ts';
import { channelForCard, environmentFor } from './environment.ts';
import { flagsNear, flagToChange } from './find-flag.ts';
import { flagOfThread } from './flag-of-thread.ts';
import { zoneOf } from './schedule.ts';

/** `new checkout`: opens the form that plans a release. */
export function plan(said: Extract<Said, { verb: 'new' }>, asking: Asking, parts: Parts): Answer {
  const { state } = parts.state.current();
  const typed = said.target ?? flagOfThread(state, asking);
  if (typed === null) return planning({ ...said, flag: null }, asking, parts);
  // A name that is near none is new: the form creates it on the way.
  const isNew = FlagKey.safeParse(typed).success && flagsNear(state, typed).length === 0;
  if (isNew) return planning({ ...said, flag: typed }, asking, parts);
  const found = flagToChange(state, typed, (target) => textOf({ ...said, target }), true);
  return found.ok ? planning({ ...said, flag: found.flag }, asking, parts) : found.answer;
}

/** What is known of a release before its form is filled in. */
export type Planned = { flag: string | null; environment: string | null; when: string | null };

/** The form for a flag, or with the flag still to choose. */
export function planning(planned: Planned, asking: Asking, parts: Parts): Answer {
  return { kind: 'modal', view: planForm(planned, asking, parts), instead: planButton(planned) };
}

function planForm({ flag, environment, when }: Planned, asking: Asking, parts: Parts): ModalView {
  const { state } = parts.state.current();
  const channel = channelForCard(state, asking.place);
  return newReleaseModal({
    state,
    defaults: {
      environment: environmentFor(state, environment, asking.place),
      ...(flag === null ? {} : { flag }),
      ...(channel === null ? {} : { channel }),
      ...(when === null ? {} : { startWords: when.replace(/^(at|on) /i, '') }),
    },
    viewerZone: zoneOf(asking, parts),
    now: parts.clock(),
  });
}

function planButton({ flag, environment }: Planned): Rendered {
  const value = { ...(flag === null ? {} : { flag }), ...(environment === null ? {} : { environment }) };
  const text = 'Plan the release in a form:';
  return rendered(text, [section(text), ...actions([button('Plan a release', ACTION.planRelease, value)])]);
}
