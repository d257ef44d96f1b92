import type { Rejection } from '../../../release/rejection.ts';
import type { Release } from '../../../release/release.ts';
import { ACTION } from '../../ids.ts';
import { counted } from '../../words/count.ts';
import { because } from '../../words/event.ts';
import { mention } from '../../words/person.ts';
import { titleOf } from '../../words/release.ts';
import { when } from '../../words/time.ts';
import { button } from '../button.ts';
import type { Button } from '../slack-types.ts';
import type { Answer, RefusalInput } from './answer.ts';

export type ReleaseRejection = Extract<
  Rejection,
  {
    code:
      | 'RELEASE_ENDED'
      | 'WRONG_PHASE'
      | 'IN_FLIGHT'
      | 'NOT_MISSED'
      | 'ALREADY_ADVANCED'
      | 'NO_NEXT_STAGE'
      | 'FIRED_STAGES_ARE_FIXED';
  }
>;

/** What a release does not allow where it stands, and what it does. */
export function releaseAnswer(rejection: ReleaseRejection, { state, release }: RefusalInput): Answer {
  const id = 'release' in rejection ? rejection.release : release;
  const about = id === undefined ? undefined : state.releases.get(id);
  const status = about === undefined ? [] : [button('Status', ACTION.status, { release: about.id })];
  switch (rejection.code) {
    case 'RELEASE_ENDED': {
      const { outcome, by, at, reason } = rejection.phase;
      if (outcome === 'released') {
        return {
          text: `${nameOf(about)} is done already, since ${when(at)}: there is nothing left to decide.`,
          help: status,
        };
      }
      return {
        text: `${nameOf(about)} was already ${ENDED[outcome]} by ${mention(by)}, ${when(at)}${because(reason)}`,
        help: planAgain(about),
      };
    }
    case 'WRONG_PHASE':
      return wrongPhase(rejection, about, status);
    case 'IN_FLIGHT':
      return {
        text: `*${rejection.flag}* has a release in flight already${about === undefined ? '' : `: *${titleOf(about)}*, owned by ${mention(about.owner)}`}. There is one at a time, so that nobody is surprised: change that one, or wait until it is done.`,
        help: status,
      };
    case 'NOT_MISSED':
      return { text: `${nameOf(about)} did not miss its start: it goes by its plan.`, help: status };
    case 'ALREADY_ADVANCED':
      return {
        text: `${mention(rejection.by)} advanced it already. The next stage starts as soon as nothing else holds it.`,
        help: status,
      };
    case 'NO_NEXT_STAGE':
      return { text: `${nameOf(about)} is at its last stage: there is none to advance to.`, help: status };
    case 'FIRED_STAGES_ARE_FIXED':
      return {
        text: `The first ${counted(rejection.fired, 'stage')} happened already and cannot be changed. To take something back, un-release or ramp down.`,
      };
  }
}

const ENDED = {
  unreleased: 'un-released',
  cancelled: 'cancelled',
  rejected: 'rejected',
} as const;

const IS = {
  draft: 'is still a draft',
  waiting: 'has not started yet',
  rolling: 'is rolling out',
  paused: 'is paused',
  ended: 'has ended',
} as const;

function wrongPhase(
  { phase, command }: Extract<ReleaseRejection, { code: 'WRONG_PHASE' }>,
  release: Release | undefined,
  status: Button[],
): Answer {
  const name = nameOf(release);
  const value = release === undefined ? {} : { release: release.id };
  if (phase === 'paused' && command === 'pause') {
    return { text: `${name} is paused already.`, help: [button('Resume', ACTION.resume, value)] };
  }
  if (phase === 'paused' && command === 'advance') {
    return { text: `${name} is paused. Resume it first.`, help: [button('Resume', ACTION.resume, value)] };
  }
  if (phase === 'draft') {
    return {
      text: `${name} is still a draft: nobody has been asked yet.`,
      help: [button('Ask for approval', ACTION.askApproval, value)],
    };
  }
  if (command === 'resume') return { text: `${name} is not paused: it ${IS[phase]}.`, help: status };
  if (command === 'advance' || command === 'extend-bake') {
    return {
      text: `${name} ${IS[phase]}: no stage is running that could be cut short or made longer.`,
      help: status,
    };
  }
  return { text: `${name} ${IS[phase]}, so that cannot be done now.`, help: status };
}

function nameOf(release: Release | undefined): string {
  return release === undefined ? 'This release' : `*${titleOf(release)}*`;
}

function planAgain(release: Release | undefined): Button[] {
  const [flag] = release?.flags ?? [];
  if (release === undefined || flag === undefined) return [];
  return [button('Plan it again', ACTION.planRelease, { flag, environment: release.environment })];
}
