import { EVERYONE } from '../../../flag/audience.ts';
import { visiblePercentages } from '../../../release/exposure-change.ts';
import type { Hold } from '../../../release/hold.ts';
import type { ReleaseStatus } from '../../../release/status.ts';
import { counted, people } from '../../words/count.ts';
import { because } from '../../words/event.ts';
import { changesWords, visibleWords, whoHasIt } from '../../words/exposure.ts';
import { mention } from '../../words/person.ts';
import { progressBar } from '../../words/progress.ts';
import { startWords, whenIn } from '../../words/release.ts';
import { stepWords } from '../../words/stage.ts';
import { when } from '../../words/time.ts';
import { holdLine } from './hold-line.ts';
import { isTaken, questionIsOpen } from './standing.ts';

/** Who sees it now, as a bar and in words. */
export function exposureLine(status: ReleaseStatus, reach: number | null): string {
  const about = reach === null ? '' : ` · about ${people(reach)}`;
  return `${progressBar(status.visible[EVERYONE] ?? 0)}  ${visibleWords(status.visible)}${about}`;
}

/** What comes next, and when, as far as time decides it. */
export function nextLine(status: ReleaseStatus, now: Date): string | null {
  const { release, next, holds } = status;
  if (next === null) {
    const bake = holds.find((hold) => hold.kind === 'bake');
    return bake === undefined || release.phase.kind !== 'rolling'
      ? null
      : `Last stage: done ${whenIn(release.plan, bake.until)}`;
  }
  const what = changesWords(next.changes, true) || stepWords(next.step);
  const label = status.fired === 0 ? 'First' : 'Next';
  if (next.at === null) return `${label}: ${what}`;
  if (
    status.fired === 0 &&
    release.start.kind === 'at' &&
    Date.parse(release.start.at) === next.at.getTime()
  ) {
    return `${label}: ${what} · ${startWords(release.start)}`;
  }
  return `${label}: ${what} · ${next.at <= now ? 'now' : whenIn(release.plan, next.at)}`;
}

/** Told elsewhere on the card: by its headline, the line of what comes next, or the question itself. */
const NOT_LINES: readonly Hold['kind'][] = ['draft', 'start', 'bake'];

/** One line for each thing that holds the next stage. */
export function holdLines(status: ReleaseStatus): string[] {
  const asked = questionIsOpen(status);
  return status.holds
    .filter(({ kind }) => !NOT_LINES.includes(kind) && !(asked && kind === 'approval'))
    .map((hold) => holdLine(hold, status.release));
}

/** Audiences that it was taken from, while the rest goes on. */
export function takenLines({ exposure }: ReleaseStatus): string[] {
  if (exposure.unreleased.whole !== null) return [];
  return Object.entries(exposure.unreleased.audiences).map(
    ([audience, { by, at, reason }]) =>
      `↩️ Un-released from *${audience}* by ${mention(by)}, ${when(at)}${because(reason)}`,
  );
}

/** How it ended, and what that left people with. */
export function endedLines(status: ReleaseStatus): string[] {
  const { release, exposure, fired } = status;
  if (release.phase.kind !== 'ended') return [];
  const { whole } = exposure.unreleased;
  if (isTaken(status) && whole !== null) {
    const taken = `Taken from everyone by ${mention(whole.by)}, ${when(whole.at)}${because(whole.reason)}`;
    const done = release.phase.outcome === 'released' ? [doneLine(release.phase.at, fired)] : [];
    return [...done, taken, fired === 0 ? 'Nothing had started.' : underneathLine(status)];
  }
  const { outcome, by, at, reason } = release.phase;
  const who = `${mention(by)}, ${when(at)}${because(reason)}`;
  switch (outcome) {
    case 'released':
      return Object.keys(status.visible).length > 0
        ? [doneLine(at, fired)]
        : [doneLine(at, fired), '*Nobody* sees it now.'];
    case 'unreleased':
      return [`Taken from everyone by ${who}`, 'It was brought back since.'];
    case 'rejected':
      return [`Rejected by ${who}`, 'Nobody sees more than before.'];
    case 'cancelled':
      return [
        `Cancelled by ${who}`,
        fired === 0 ? 'Nothing had started.' : 'What people see stays as it is.',
      ];
  }
}

function doneLine(at: string, stages: number): string {
  return `Done · ${when(at)} · ${counted(stages, 'stage')}`;
}

/** What a restore would bring back. */
function underneathLine({ exposure }: ReleaseStatus): string {
  const back = visiblePercentages({ ...exposure, unreleased: { ...exposure.unreleased, whole: null } });
  return `*Nobody* sees it. Restore would bring back ${whoHasIt(back)}.`;
}
