import type { Rejection } from '../../release/rejection.ts';
import { actions, rendered, section } from './kit.ts';
import type { Answer, RefusalInput } from './refusal/answer.ts';
import { exposureAnswer } from './refusal/exposure.ts';
import { nameAnswer } from './refusal/names.ts';
import { peopleAnswer } from './refusal/people.ts';
import { releaseAnswer } from './refusal/releases.ts';
import type { Rendered } from './rendered.ts';

export type { RefusalInput } from './refusal/answer.ts';

/** Why not, who may, and how: with the button that helps. Nothing was changed. */
export function refusal(rejection: Rejection, input: RefusalInput): Rendered {
  const { text, help = [] } = answerTo(rejection, input);
  return rendered(text, [section(text), ...actions(help)]);
}

function answerTo(rejection: Rejection, input: RefusalInput): Answer {
  switch (rejection.code) {
    case 'ADMINS_ONLY':
    case 'NOT_A_MEMBER':
    case 'MAY_NOT_RELEASE':
    case 'MAY_NOT_APPROVE':
    case 'PERSON_NOT_FRESH':
    case 'ALREADY_APPROVED':
    case 'NOT_APPROVED_BY_YOU':
    case 'CHANGED_SINCE_SHOWN':
    case 'APPROVAL_EXPIRED':
    case 'NO_APPROVAL_OPEN':
    case 'NO_APPROVAL_NEEDED':
      return peopleAnswer(rejection, input);
    case 'NOT_INSTALLED':
    case 'ALREADY_INSTALLED':
    case 'UNKNOWN_FLAG':
    case 'UNKNOWN_RELEASE':
    case 'UNKNOWN_ENVIRONMENT':
    case 'UNKNOWN_AUDIENCE':
    case 'UNKNOWN_FREEZE':
    case 'INVALID':
    case 'KEY_TAKEN':
    case 'ARCHIVED':
    case 'START_HAS_PASSED':
      return nameAnswer(rejection);
    case 'RELEASE_ENDED':
    case 'WRONG_PHASE':
    case 'IN_FLIGHT':
    case 'NOT_MISSED':
    case 'ALREADY_ADVANCED':
    case 'NO_NEXT_STAGE':
    case 'FIRED_STAGES_ARE_FIXED':
      return releaseAnswer(rejection, input);
    case 'ALREADY_AT':
    case 'MOVED_SINCE_SEEN':
    case 'IS_UNRELEASED':
    case 'ALREADY_UNRELEASED':
    case 'NOT_UNRELEASED':
    case 'REACHES_NOBODY':
    case 'STAGE_CHANGES_NOTHING':
    case 'CANNOT_RELEASE_TOGETHER':
    case 'AUDIENCE_WOULD_WIDEN':
      return exposureAnswer(rejection, input);
  }
}
