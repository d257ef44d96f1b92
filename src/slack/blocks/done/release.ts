import type { PersonId } from '../../../environment/person.ts';
import type { Event } from '../../../release/event.ts';
import { exposureChanges } from '../../../release/exposure-change.ts';
import type { Release } from '../../../release/release.ts';
import type { State } from '../../../release/state.ts';
import { stageChanges } from '../../../release/status.ts';
import { ACTION } from '../../ids.ts';
import { counted } from '../../words/count.ts';
import { duration } from '../../words/duration.ts';
import { changesWords } from '../../words/exposure.ts';
import { channelLink, mention, othersWords } from '../../words/person.ts';
import { flagNames, startWords, titleOf } from '../../words/release.ts';
import { planWords } from '../../words/stage.ts';
import { button } from '../button.ts';
import type { Button } from '../slack-types.ts';
import { exposureIn, unreleaseButton } from '../unrelease-button.ts';
import type { Told } from './told.ts';

export type ReleaseDone = Extract<
  Event,
  {
    type:
      | 'ReleaseOpened'
      | 'ApprovalRequested'
      | 'Approved'
      | 'ApprovalWithdrawn'
      | 'ApprovalExpired'
      | 'Rejected'
      | 'StageFired'
      | 'StartMissed'
      | 'StartedLate'
      | 'Paused'
      | 'Resumed'
      | 'Advanced'
      | 'BakeExtended'
      | 'ReleaseEdited'
      | 'OwnershipTransferred'
      | 'ReleaseEnded';
  }
>;

export type ReleaseDoneInput = {
  events: readonly Event[];
  before: State;
  after: State;
  viewer: PersonId;
  now: Date;
};

/** What became of one release. */
export function ofRelease(main: ReleaseDone, id: string, input: ReleaseDoneInput): Told {
  const release = input.after.releases.get(id);
  if (release === undefined) return { text: 'Done.' };
  const name = `*${titleOf(release)}*`;
  const status = [button('Status', ACTION.status, { release: id })];
  switch (main.type) {
    case 'ApprovalRequested':
      return asked(release, input);
    case 'ReleaseOpened':
      return opened(release, input);
    case 'StageFired':
      return fired(release, input);
    case 'Approved':
      return approved(release, main, input);
    case 'ApprovalWithdrawn':
      return { text: `Your approval of ${name} no longer counts. What has not started waits for another.` };
    case 'ApprovalExpired':
      return { text: `The request to approve ${name} has expired.`, next: askAgain(id) };
    case 'Rejected':
      return {
        text: `Rejected ${name}. ${mention(release.owner)} is told why. ${release.phase.kind === 'paused' ? 'It is paused where it stands.' : 'Nobody sees more than before.'}`,
      };
    case 'Paused':
      return {
        text: `Paused ${name}. What people see stays as it is, and the bake clock stands still.`,
        next: [button('Resume', ACTION.resume, { release: id }), ...status],
      };
    case 'Resumed':
      return { text: `Resumed ${name}. The bake goes on where it stopped.`, next: status };
    case 'Advanced':
      return {
        text: `${name} does not wait for the bake any longer; something else still holds it.`,
        next: status,
      };
    case 'BakeExtended':
      return { text: `${name} bakes ${duration(main.byMs)} longer.`, next: status };
    case 'ReleaseEdited':
      return {
        text: `Changed ${name}: ${planWords(ahead(release))} · starts ${startWords(release.start)}.`,
        next: status,
      };
    case 'StartMissed':
      return { text: `${name} did not start in time.`, next: status };
    case 'StartedLate':
      return { text: `${name} may start now; something else still holds it.`, next: status };
    case 'OwnershipTransferred':
      return { text: `${mention(main.to)} owns ${name} now.` };
    case 'ReleaseEnded':
      return { text: endedWords(main, name) };
  }
}

/** "Asked for approval: new-checkout 0 → 25 % in production. Any full member except you can approve it." */
function asked(release: Release, { events, after, viewer, now }: ReleaseDoneInput): Told {
  const policy = after.environments.get(release.environment)?.policy;
  const who =
    policy === undefined ? 'Someone else' : capital(othersWords(policy.approvers, release.editors, viewer));
  const needed =
    policy === undefined || policy.quorum <= 1 ? '' : ` It needs ${counted(policy.quorum, 'approval')}.`;
  const again = events.some(({ type }) => type === 'ReleaseEdited')
    ? 'Changed, and asked for approval'
    : 'Asked for approval';
  return {
    text: `${again}: ${whatWords(release, after, now)}. ${who} can approve it in ${channelLink(release.channel)}.${needed}`,
    next: [button('What exactly changes', ACTION.changes, { release: release.id })],
  };
}

/** Opened, and neither asked for nor fired: a draft, or a start in the future that needs no approval. */
function opened(release: Release, { after, now }: ReleaseDoneInput): Told {
  const what = whatWords(release, after, now);
  if (release.phase.kind === 'draft') {
    return {
      text: `Kept as a draft: ${what}. Nobody has been asked yet.`,
      next: [button('Ask for approval', ACTION.askApproval, { release: release.id }, { style: 'primary' })],
    };
  }
  return {
    text: `Planned: ${what}. Its card is in ${channelLink(release.channel)}.`,
    next: [
      button('What exactly changes', ACTION.changes, { release: release.id }),
      button('Cancel…', ACTION.cancel, { release: release.id }),
    ],
  };
}

/** More people see it now. */
function fired(release: Release, { events, before, after }: ReleaseDoneInput): Told {
  const { flags, environment, id } = release;
  const changes = changesWords(exposureChanges(before, after, flags, environment), true);
  const yes = events.some(({ type }) => type === 'Approved') ? 'Approved. ' : '';
  const rest = release.plan.length - release.firings.length;
  const next =
    rest === 0
      ? ''
      : ` ${counted(rest, 'more stage')} ${rest === 1 ? 'follows' : 'follow'} by ${rest === 1 ? 'itself' : 'themselves'}.`;
  const exposure = exposureIn(after, flags, environment);
  return {
    text: `${yes}Live now: ${flagNames(flags)} ${changes} in ${environment}.${next}`,
    next: [unreleaseButton({ state: after, flags, environment, exposure }, { release: id })],
  };
}

function approved(
  release: Release,
  main: Extract<Event, { type: 'Approved' }>,
  { after }: ReleaseDoneInput,
): Told {
  const quorum = after.environments.get(release.environment)?.policy.quorum ?? 1;
  const missing = quorum - release.approvals.filter(({ digest }) => digest === main.digest).length;
  const status = [
    button('Status', ACTION.status, { release: release.id }),
    button('Take it back', ACTION.withdrawApproval, { release: release.id }),
  ];
  const name = `*${titleOf(release)}*`;
  if (missing > 0)
    return { text: `Approved ${name}. It needs ${counted(missing, 'more approval')}.`, next: status };
  const starts =
    release.firings.length > 0 || release.start.kind !== 'at'
      ? 'It goes ahead as soon as nothing else holds it'
      : `It starts ${startWords(release.start)}`;
  return { text: `Approved ${name}. ${starts}.`, next: status };
}

/** `*new-checkout* 0 → *25 %* of everyone in production`, or its stages, and from when. */
function whatWords(release: Release, state: State, now: Date): string {
  const stages = ahead(release);
  const changes = changesWords(stageChanges(state, release, release.firings.length, now), true);
  const what = stages.length === 1 ? changes || planWords(stages) : planWords(stages);
  const start =
    release.start.kind === 'at' && release.firings.length === 0 ? `, from ${startWords(release.start)}` : '';
  return `${flagNames(release.flags)} ${what} in ${release.environment}${start}`;
}

function ahead(release: Release): Release['plan'] {
  return release.plan.slice(release.firings.length);
}

function endedWords({ outcome }: Extract<Event, { type: 'ReleaseEnded' }>, name: string): string {
  switch (outcome) {
    case 'released':
      return `${name} is done.`;
    case 'unreleased':
      return `${name} is un-released.`;
    case 'cancelled':
      return `Cancelled ${name}. What people see stays as it is.`;
    case 'rejected':
      return `Rejected ${name}.`;
  }
}

function askAgain(release: string): Button[] {
  return [button('Ask again', ACTION.askApproval, { release }, { style: 'primary' })];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
