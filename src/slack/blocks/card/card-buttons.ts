import type { ReleaseStatus } from '../../../release/status.ts';
import { ACTION } from '../../ids.ts';
import { button, type Choice, more } from '../button.ts';
import type { Button, Overflow } from '../slack-types.ts';
import { type Exposed, exposureIn, restoreButton, unreleaseButton } from '../unrelease-button.ts';
import { questionIsOpen } from './standing.ts';

/** What can be done with a release now, the button that helps most first. */
export function cardButtons(status: ReleaseStatus, exposed: Exposed): (Button | Overflow)[] {
  const { release } = status;
  switch (release.phase.kind) {
    case 'draft':
      return [
        button('Ask for approval', ACTION.askApproval, { release: release.id }, { style: 'primary' }),
        menu(status, [EDIT_PLAN, RESCHEDULE, CHANGES, CANCEL]),
      ];
    case 'waiting':
      return waitingButtons(status, exposed);
    case 'rolling':
      return rollingButtons(status, exposed);
    case 'paused':
      return pausedButtons(status, exposed);
    case 'ended':
      return endedButtons(status, exposed);
  }
}

const EDIT_PLAN: Choice = { text: 'Edit plan…', do: 'edit-plan' };
const RESCHEDULE: Choice = { text: 'Reschedule…', do: 'reschedule' };
const CHANGES: Choice = { text: 'What exactly changes', do: 'changes' };
const HISTORY: Choice = { text: 'History', do: 'history' };
const CANCEL: Choice = { text: 'Cancel the release…', do: 'cancel' };
const WITHDRAW: Choice = { text: 'Take back my approval', do: 'withdraw-approval' };
const PAUSE: Choice = { text: 'Pause', do: 'pause' };
const EXTEND: Choice = { text: 'Bake 1 h longer', do: 'extend-bake' };
const ONE_AUDIENCE: Choice = { text: 'Un-release one audience…', do: 'choose-unrelease' };

function menu(status: ReleaseStatus, choices: readonly Choice[]): Overflow {
  return more(status.release.id, choices);
}

function waitingButtons(status: ReleaseStatus, exposed: Exposed): (Button | Overflow)[] {
  const { release, holds } = status;
  const value = { release: release.id };
  if (holds.some((hold) => hold.kind === 'missed')) {
    return [
      button('Start now', ACTION.startNow, value, { style: 'primary' }),
      button('Reschedule…', ACTION.reschedule, value),
      button('Cancel…', ACTION.cancel, value),
      menu(status, [EDIT_PLAN, CHANGES, HISTORY]),
    ];
  }
  if (holds.some((hold) => hold.kind === 'approval')) {
    return [...approvalButtons(status), menu(status, [EDIT_PLAN, RESCHEDULE, HISTORY, CANCEL])];
  }
  const approved = (status.approval?.valid.length ?? 0) > 0 ? [WITHDRAW] : [];
  return [
    ...restoreHeld(status, exposed),
    button('Pause', ACTION.pause, value),
    button('Reschedule…', ACTION.reschedule, value),
    button('What exactly changes', ACTION.changes, value),
    menu(status, [EDIT_PLAN, ...approved, HISTORY, CANCEL]),
  ];
}

/** Approve carries what this very card showed; a click on an older card is told so. */
function approvalButtons(status: ReleaseStatus): Button[] {
  const { release, approval } = status;
  const value = { release: release.id };
  const changes = button('What exactly changes', ACTION.changes, value);
  if (approval === null || !questionIsOpen(status)) {
    return [button('Ask again', ACTION.askApproval, value, { style: 'primary' }), changes];
  }
  return [
    button('Approve', ACTION.approve, { ...value, digest: approval.digest }, { style: 'primary' }),
    button('Reject…', ACTION.reject, value),
    changes,
  ];
}

function rollingButtons(status: ReleaseStatus, exposed: Exposed): (Button | Overflow)[] {
  const { release, holds, next } = status;
  const value = { release: release.id };
  const takeAway = unreleaseButton(exposed, value);
  const choices = [EXTEND, EDIT_PLAN, ONE_AUDIENCE, CHANGES, HISTORY];
  if (holds.some((hold) => hold.kind === 'approval')) {
    return [
      ...approvalButtons(status),
      takeAway,
      menu(status, [PAUSE, EXTEND, EDIT_PLAN, ONE_AUDIENCE, HISTORY]),
    ];
  }
  const waitsForPerson = holds.some((hold) => hold.kind === 'manual');
  const held = holds.some((hold) => hold.kind === 'bake' || hold.kind === 'manual');
  const look = waitsForPerson ? { style: 'primary' as const } : {};
  const advance = next !== null && held ? [button('Advance now', ACTION.advance, value, look)] : [];
  const pause = button('Pause', ACTION.pause, value);
  const steer = waitsForPerson ? [...advance, pause] : [pause, ...advance];
  const visible = Object.keys(status.visible).length > 0;
  return [
    ...restoreHeld(status, exposed),
    ...restorePart(status, exposed),
    ...steer,
    ...(visible ? [takeAway] : []),
    menu(status, choices),
  ];
}

function pausedButtons(status: ReleaseStatus, exposed: Exposed): (Button | Overflow)[] {
  const { release, visible, holds, fired } = status;
  const value = { release: release.id };
  const approve = holds.some((hold) => hold.kind === 'approval') ? approvalButtons(status) : [];
  const takeAway = Object.keys(visible).length > 0 ? [unreleaseButton(exposed, value)] : [];
  const resume = button('Resume', ACTION.resume, value, approve.length > 0 ? {} : { style: 'primary' });
  const choices =
    fired === 0
      ? [EDIT_PLAN, RESCHEDULE, CHANGES, HISTORY, CANCEL]
      : [EDIT_PLAN, ONE_AUDIENCE, CHANGES, HISTORY, CANCEL];
  return [...approve, resume, ...restorePart(status, exposed), ...takeAway, menu(status, choices)];
}

/** Gives a flag back that holds the others of its release. */
function restoreHeld({ holds, release }: ReleaseStatus, { state }: Exposed): Button[] {
  const { environment } = release;
  const [flag] = holds.flatMap((hold) => (hold.kind === 'unreleased' ? hold.flags : []));
  if (flag === undefined) return [];
  const exposure = exposureIn(state, [flag], environment);
  return [restoreButton({ state, flags: [flag], environment, exposure }, null, { flag, environment })];
}

/** Gives the audience back that was taken last. */
function restorePart({ exposure, release }: ReleaseStatus, exposed: Exposed): Button[] {
  const taken = Object.entries(exposure.unreleased.audiences).sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  const [last] = taken;
  if (last === undefined || exposure.unreleased.whole !== null) return [];
  return [restoreButton(exposed, last[0], { release: release.id })];
}

function endedButtons(status: ReleaseStatus, exposed: Exposed): (Button | Overflow)[] {
  const { release, exposure, visible } = status;
  const value = { release: release.id };
  const [flag] = release.flags;
  const again = button('Plan it again', ACTION.planRelease, {
    environment: release.environment,
    ...(flag === undefined ? {} : { flag }),
  });
  const history = menu(status, [CHANGES, HISTORY]);
  if (exposure.unreleased.whole !== null) return [restoreButton(exposed, null, value), history];
  const outcome = release.phase.kind === 'ended' ? release.phase.outcome : null;
  const takeAway = Object.keys(visible).length > 0 ? [unreleaseButton(exposed, value)] : [];
  const isOut = outcome === 'released' && takeAway.length > 0;
  return isOut ? [...takeAway, history] : [again, ...takeAway, history];
}
