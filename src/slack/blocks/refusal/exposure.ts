import { EVERYONE } from '../../../flag/audience.ts';
import type { Unrelease } from '../../../flag/exposure.ts';
import { exposureOf } from '../../../flag/flag-set.ts';
import { own } from '../../../flag/own.ts';
import type { Rejection } from '../../../release/rejection.ts';
import type { State } from '../../../release/state.ts';
import { ACTION } from '../../ids.ts';
import { because } from '../../words/event.ts';
import { joined } from '../../words/join.ts';
import { percent } from '../../words/percent.ts';
import { mention } from '../../words/person.ts';
import { when } from '../../words/time.ts';
import { button } from '../button.ts';
import type { Button } from '../slack-types.ts';
import { exposureIn, restoreButton } from '../unrelease-button.ts';
import type { Answer, RefusalInput } from './answer.ts';

export type ExposureRejection = Extract<
  Rejection,
  {
    code:
      | 'ALREADY_AT'
      | 'MOVED_SINCE_SEEN'
      | 'IS_UNRELEASED'
      | 'ALREADY_UNRELEASED'
      | 'NOT_UNRELEASED'
      | 'REACHES_NOBODY'
      | 'STAGE_CHANGES_NOTHING'
      | 'CANNOT_RELEASE_TOGETHER'
      | 'AUDIENCE_WOULD_WIDEN';
  }
>;

/** What stands between a wish and who sees a feature. */
export function exposureAnswer(rejection: ExposureRejection, { state }: RefusalInput): Answer {
  switch (rejection.code) {
    case 'ALREADY_AT':
      return {
        text: `*${rejection.flag}* is at ${of(rejection.at, rejection.audience)} already.`,
        help: [button('Its status', ACTION.status, { flag: rejection.flag })],
      };
    case 'MOVED_SINCE_SEEN':
      return {
        text: `*${rejection.flag}* moved meanwhile: you saw ${percent(rejection.seen)}, now it is at ${of(rejection.now, rejection.audience)}. Nothing was done; say it again if you still want it.`,
        help: [button('Its status', ACTION.status, { flag: rejection.flag })],
      };
    case 'IS_UNRELEASED':
      return {
        text: `*${rejection.flag}* was un-released ${trace(rejection.overlay)}. Restore it first; then it can go up.`,
        help: restore(state, rejection.flag, null, rejection.overlay),
      };
    case 'ALREADY_UNRELEASED': {
      const { flag, audience, overlay } = rejection;
      const from = audience === null ? '' : ` from *${audience}*`;
      return {
        text: `*${flag}* is un-released${from} already, ${trace(overlay)}.`,
        help: restore(state, flag, audience, overlay),
      };
    }
    case 'NOT_UNRELEASED': {
      const from = rejection.audience === null ? '' : ` from *${rejection.audience}*`;
      return {
        text: `*${rejection.flag}* is not un-released${from}, so there is nothing to bring back.`,
        help: [button('Its status', ACTION.status, { flag: rejection.flag })],
      };
    }
    case 'REACHES_NOBODY':
      return {
        text: `Nobody is in *${rejection.audience}* yet: it has no condition and lists nobody. Say who is in it first.`,
      };
    case 'STAGE_CHANGES_NOTHING':
      return {
        text: `Stage ${rejection.stage + 1} would change nothing: whoever it names has it by then. Leave it out, or go higher.`,
      };
    case 'CANNOT_RELEASE_TOGETHER':
      return {
        text: `${joined(rejection.flags.map((flag) => `*${flag}*`))} cannot be released together: ${DIFFER[rejection.differ]}. Release them one after the other.`,
      };
    case 'AUDIENCE_WOULD_WIDEN':
      return {
        text: `This would let more people into *${rejection.audience}*, and features that are out to it would reach them unapproved. Make a new audience, and release to that.`,
      };
  }
}

const DIFFER = {
  seed: 'they are out to different people, and those who have one would not be those who have the other',
  bucketBy: 'people are told apart by different attributes in each',
  audiences: 'they are out to different audiences already',
  exclusions: 'different audiences are left out of each',
} as const;

function of(at: number, audience: string): string {
  return audience === EVERYONE ? `${percent(at)} of everyone` : `${percent(at)} of ${audience}`;
}

function trace({ by, at, reason }: Unrelease): string {
  return `by ${mention(by)}, ${when(at)}${because(reason)}`;
}

/** In the environment where this very un-release stands. */
function restore(state: State, flagKey: string, audience: string | null, overlay: Unrelease): Button[] {
  const flag = state.flags.get(flagKey);
  if (flag === undefined) return [];
  const environment = [...state.environments.keys()].find((key) => {
    const { whole, audiences } = exposureOf(flag, key).unreleased;
    return whole?.at === overlay.at || (audience !== null && own(audiences, audience)?.at === overlay.at);
  });
  if (environment === undefined) return [];
  const exposure = exposureIn(state, [flagKey], environment);
  const taken = exposure.unreleased.whole === null ? audience : null;
  const exposed = { state, flags: [flagKey], environment, exposure };
  return [restoreButton(exposed, taken, { flag: flagKey, environment })];
}
