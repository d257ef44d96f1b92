import { resolveWallTime, wallTimeAt } from '../../release/wall-time.ts';
import { zoneOf } from '../commands/schedule.ts';
import { BLOCK } from '../ids.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import type { StartChoice } from '../modals/start.ts';
import type { ResolvedTime } from '../parse/when.ts';
import { parseWhen } from '../parse/when.ts';
import { noTimeWords } from '../words/no-time.ts';
import { plainWords } from './field-errors.ts';

/** A start as it was filled in: at once, or at a time that exists; or what to change, by field. */
export type StartRead =
  | { ok: true; time: ResolvedTime | null }
  | { ok: false; errors: Record<string, string> };

export function startOf(choice: StartChoice, asking: Asking, parts: Parts): StartRead {
  const zone = zoneOf(asking, parts);
  const now = parts.clock();
  switch (choice.kind) {
    case 'when-approved':
      return { ok: true, time: null };
    case 'words': {
      const when = parseWhen(choice.text, zone, now);
      if (when.ok) return { ok: true, time: when.time };
      const words = plainWords(noTimeWords(when.problem), zone, () => '');
      return { ok: false, errors: { [BLOCK.startWords]: words } };
    }
    case 'at': {
      // Slack hands over an instant; the wall time kept with it is that of whoever picked it.
      const time = resolveWallTime(wallTimeAt(choice.at, zone), zone, now);
      if (time.ok) return { ok: true, time: { ...time, at: choice.at.toISOString() } };
      return { ok: false, errors: { [BLOCK.startAt]: 'That time does not exist there. Choose another.' } };
    }
  }
}
