import { FlagKey } from '../../../flag/flag.ts';
import type { Rejection } from '../../../release/rejection.ts';
import { ACTION } from '../../ids.ts';
import { code, escapeText } from '../../words/escape.ts';
import { joined } from '../../words/join.ts';
import { when } from '../../words/time.ts';
import { button } from '../button.ts';
import type { Answer } from './answer.ts';

export type NameRejection = Extract<
  Rejection,
  {
    code:
      | 'NOT_INSTALLED'
      | 'ALREADY_INSTALLED'
      | 'UNKNOWN_FLAG'
      | 'UNKNOWN_RELEASE'
      | 'UNKNOWN_ENVIRONMENT'
      | 'UNKNOWN_AUDIENCE'
      | 'UNKNOWN_FREEZE'
      | 'INVALID'
      | 'KEY_TAKEN'
      | 'ARCHIVED'
      | 'START_HAS_PASSED';
  }
>;

/** Names that mean nothing here, and values that cannot be. */
export function nameAnswer(rejection: NameRejection): Answer {
  switch (rejection.code) {
    case 'NOT_INSTALLED':
      return { text: 'Rampart is not set up here yet. Open its Home tab to begin.' };
    case 'ALREADY_INSTALLED':
      return { text: 'Rampart is set up here already. Its Home tab shows how.' };
    case 'UNKNOWN_FLAG':
      return unknownFlag(rejection.flag);
    case 'UNKNOWN_RELEASE':
      return {
        text: `There is no release ${code(rejection.release)}.`,
        help: [button("What's in flight", ACTION.list, {})],
      };
    case 'UNKNOWN_ENVIRONMENT':
      return { text: `There is no environment ${code(rejection.environment)}. ${thereAre(rejection.known)}` };
    case 'UNKNOWN_AUDIENCE':
      return { text: `There is no audience ${code(rejection.audience)}. ${thereAre(rejection.known)}` };
    case 'UNKNOWN_FREEZE':
      return { text: `There is no freeze ${code(rejection.freeze)} any more: nothing is held by it.` };
    case 'INVALID':
      return {
        text: `The ${escapeText(rejection.field)} cannot be ${code(rejection.got)}. It takes ${escapeText(rejection.allowed)}.`,
      };
    case 'KEY_TAKEN':
      return rejection.archived
        ? {
            text: `*${rejection.flag}* was the key of another flag once, and keys are never used again. Choose another.`,
          }
        : {
            text: `There is a flag *${rejection.flag}* already.`,
            help: [button('Its status', ACTION.status, { flag: rejection.flag })],
          };
    case 'ARCHIVED':
      return {
        text: `*${rejection.flag}* is archived: it serves its off value and cannot be released again.`,
      };
    case 'START_HAS_PASSED':
      return { text: `${when(rejection.at)} has passed already. Choose a later time.` };
  }
}

function unknownFlag(flag: string): Answer {
  const list = button("What's in flight", ACTION.list, {});
  return FlagKey.safeParse(flag).success
    ? {
        text: `There is no flag ${code(flag)} yet.`,
        help: [button(`Create ${flag}…`, ACTION.createFlag, { flag }, { style: 'primary' }), list],
      }
    : { text: `There is no flag ${code(flag)}.`, help: [list] };
}

function thereAre(known: readonly string[]): string {
  if (known.length === 0) return 'None is defined yet.';
  const names = joined(known.map((key) => `*${key}*`));
  return known.length === 1 ? `There is only ${names}.` : `There are ${names}.`;
}
