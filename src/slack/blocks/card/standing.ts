import type { Hold } from '../../../release/hold.ts';
import type { ReleaseStatus } from '../../../release/status.ts';

/** How a release stands, in a mark and a word. The mark never stands without the word. */
export type Standing = { mark: string; word: string };

/** Read off the phase and the holds, the one that matters most first. */
export function standingOf(status: ReleaseStatus): Standing {
  const { phase } = status.release;
  switch (phase.kind) {
    case 'draft':
      return { mark: '📝', word: 'Draft' };
    case 'paused':
      return { mark: '⏸️', word: 'Paused' };
    case 'ended':
      return ENDED[isTaken(status) ? 'unreleased' : phase.outcome];
    case 'waiting':
      return heldStanding(status) ?? { mark: '🟢', word: 'Starting' };
    case 'rolling':
      return heldStanding(status) ?? { mark: '🟢', word: 'Rolling out' };
  }
}

/**
 * Ended, and taken from everyone, be it later: the card must not go on saying that it is out. What was taken before
 * this release was planned, as with a restore that is cancelled, is not what ended it.
 */
export function isTaken({ release, exposure }: ReleaseStatus): boolean {
  const { phase, openedAt } = release;
  const { whole } = exposure.unreleased;
  return phase.kind === 'ended' && phase.outcome !== 'rejected' && whole !== null && whole.at >= openedAt;
}

const ENDED = {
  released: { mark: '✅', word: 'Released' },
  unreleased: { mark: '↩️', word: 'Un-released' },
  cancelled: { mark: '⚪', word: 'Cancelled' },
  rejected: { mark: '❌', word: 'Rejected' },
} as const;

/** Holds that change what the release is called, the most pressing first. Time alone does not, once it is rolling. */
const ORDER: readonly Hold['kind'][] = [
  'missed',
  'approval',
  'unreleased',
  'unverified',
  'freeze',
  'manual',
  'start',
];

function heldStanding(status: ReleaseStatus): Standing | null {
  const kind = ORDER.find((candidate) => status.holds.some((hold) => hold.kind === candidate));
  switch (kind) {
    case 'missed':
      return { mark: '⚠️', word: 'Did not start' };
    case 'approval':
      return questionIsOpen(status)
        ? { mark: '🔔', word: 'Approval needed' }
        : { mark: '⌛', word: 'Approval expired' };
    case 'unreleased':
      return { mark: '✋', word: 'Held: un-released' };
    case 'unverified':
      return { mark: '✋', word: 'Held' };
    case 'freeze':
      return { mark: '❄️', word: 'Held by a freeze' };
    case 'manual':
      return { mark: '✋', word: 'Waiting to be advanced' };
    case 'start':
      return { mark: '📅', word: 'Scheduled' };
    default:
      return null;
  }
}

/** Whether a click on Approve would still meet an open question, as far as the card can tell. */
export function questionIsOpen({ release, approval }: ReleaseStatus): boolean {
  return release.approvalRequest !== null && approval !== null && !approval.questionOutdated;
}
