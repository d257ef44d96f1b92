import type { ReleaseStatus } from '../../release/status.ts';
import { ACTION } from '../ids.ts';
import { visibleWords } from '../words/exposure.ts';
import { titleOf } from '../words/release.ts';
import { button } from './button.ts';
import { nextLine } from './card/body.ts';
import { standingOf } from './card/standing.ts';
import { section } from './kit.ts';
import type { KnownBlock } from './slack-types.ts';

/** A release in a list: how it stands, who sees it, what comes next, with the way to its card. */
export function releaseRow(status: ReleaseStatus, now: Date, also: readonly string[] = []): KnownBlock {
  const { release, fired, of, visible } = status;
  const { mark, word } = standingOf(status);
  const stage = of > 1 && fired > 0 ? ` · stage ${fired} of ${of}` : '';
  const next = nextLine(status, now);
  const seen =
    fired === 0 && Object.keys(visible).length === 0 ? [] : [`Now: ${visibleWords(visible, false)}`];
  return section(
    [
      `${mark} ${word} · *${titleOf(release)}* · ${release.environment}${stage}`,
      ...seen,
      ...(next === null ? [] : [next]),
      ...also,
    ],
    button('Status', ACTION.status, { release: release.id }),
  );
}

/** What needs a person first, then by when it goes on. */
export function byUrgency(statuses: readonly ReleaseStatus[]): ReleaseStatus[] {
  return [...statuses].sort((a, b) => urgency(a) - urgency(b) || whenNext(a) - whenNext(b));
}

function urgency({ holds }: ReleaseStatus): number {
  if (holds.some((hold) => hold.kind === 'missed')) return 0;
  if (holds.some((hold) => hold.until === null)) return 1;
  return 2;
}

function whenNext({ next }: ReleaseStatus): number {
  return next?.at?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
