import type { Standing } from '../../../environment/person.ts';
import type { Rejection } from '../../../release/rejection.ts';
import { ACTION } from '../../ids.ts';
import { circleWords, mentions, othersWords } from '../../words/person.ts';
import { when } from '../../words/time.ts';
import { button } from '../button.ts';
import type { Button } from '../slack-types.ts';
import type { Answer, RefusalInput } from './answer.ts';

export type PeopleRejection = Extract<
  Rejection,
  {
    code:
      | 'ADMINS_ONLY'
      | 'NOT_A_MEMBER'
      | 'MAY_NOT_RELEASE'
      | 'MAY_NOT_APPROVE'
      | 'PERSON_NOT_FRESH'
      | 'ALREADY_APPROVED'
      | 'NOT_APPROVED_BY_YOU'
      | 'CHANGED_SINCE_SHOWN'
      | 'APPROVAL_EXPIRED'
      | 'NO_APPROVAL_OPEN'
      | 'NO_APPROVAL_NEEDED';
  }
>;

/** Who may, and what stands between a person and their yes. */
export function peopleAnswer(rejection: PeopleRejection, input: RefusalInput): Answer {
  switch (rejection.code) {
    case 'ADMINS_ONLY':
      return { text: `Only ${mentions(rejection.admins, 'or')} can change this: they run Rampart here.` };
    case 'NOT_A_MEMBER':
      return { text: notAMember(rejection.standing) };
    case 'MAY_NOT_RELEASE':
      return { text: `Only ${circleWords(rejection.releasers)} can release here. Ask one of them.` };
    case 'MAY_NOT_APPROVE':
      return { text: mayNotApprove(rejection, input) };
    case 'PERSON_NOT_FRESH':
      return {
        text: 'Slack did not answer in time who you are, and this has to be certain. Try again in a moment.',
      };
    case 'ALREADY_APPROVED':
      return {
        text: `You approved this already, ${when(rejection.at)}. There is nothing more to do for you.`,
      };
    case 'NOT_APPROVED_BY_YOU':
      return { text: 'You have not approved this, so there is nothing to take back.' };
    case 'CHANGED_SINCE_SHOWN':
      return {
        text: 'This was changed since your card was shown, so your click did not count. See what it is now, then approve that on the newest card.',
        help: about('What exactly changes', ACTION.changes, input),
      };
    case 'APPROVAL_EXPIRED':
      return {
        text: `The request for approval expired ${when(rejection.expiredAt)}. It has to be asked again.`,
        help: about('Ask again', ACTION.askApproval, input),
      };
    case 'NO_APPROVAL_OPEN':
      return {
        text: 'Nobody is asking for approval of this now.',
        help: about('Ask for approval', ACTION.askApproval, input),
      };
    case 'NO_APPROVAL_NEEDED':
      return {
        text: 'This needs no approval: it goes ahead by its plan.',
        help: about('Status', ACTION.status, input),
      };
  }
}

function notAMember(standing: Standing | null): string {
  switch (standing) {
    case 'guest':
      return "Guests can't do this. Any full member of the workspace can: ask one of them.";
    case 'outsider':
      return 'Only full members of this workspace can do this, and you are in another one.';
    case 'bot':
      return "Apps and bots can't do this: it takes a person.";
    case 'deactivated':
      return "Deactivated accounts can't do this.";
    case 'member':
      return 'Only full members of the workspace can do this.';
    case null:
      return 'Slack has not told Rampart who you are yet. Try again in a moment.';
  }
}

function mayNotApprove(
  { why, approvers }: Extract<PeopleRejection, { code: 'MAY_NOT_APPROVE' }>,
  { state, release, viewer }: RefusalInput,
): string {
  const editors = (release === undefined ? undefined : state.releases.get(release)?.editors) ?? [viewer];
  switch (why) {
    case 'asked':
      return `You asked for this, so someone else has to approve it: ${othersWords(approvers, editors, viewer)}.`;
    case 'edited':
      return `You changed this, so someone else has to approve it: ${othersWords(approvers, editors, viewer)}.`;
    case 'not-an-approver':
      return `Only ${circleWords(approvers, editors)} can approve this.`;
    case 'not-a-person':
      return `An API key never approves: it takes a person, ${circleWords(approvers, editors)}.`;
  }
}

function about(text: string, action: Parameters<typeof button>[1], { release }: RefusalInput): Button[] {
  return release === undefined ? [] : [button(text, action, { release })];
}
