import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { header, section } from '../blocks/kit.ts';
import type { KnownBlock } from '../blocks/slack-types.ts';
import { escapeText } from '../words/escape.ts';
import { changesWords } from '../words/exposure.ts';
import { titleOf } from '../words/release.ts';
import { stepWords } from '../words/stage.ts';
import { when } from '../words/time.ts';
import { andMore } from './sections.ts';

const DAYS_AHEAD_MS = 14 * 86_400_000;
const MOST_LINES = 10;
const HEAD = 'Next 14 days';

type Entry = { at: Date; line: string };

/** The next 14 days: what starts or goes on by itself, and what is frozen, in order. */
export function agendaSection(statuses: readonly ReleaseStatus[], state: State, now: Date): KnownBlock[] {
  const until = now.getTime() + DAYS_AHEAD_MS;
  const entries = [...statuses.flatMap(planned), ...freezes(state, now)]
    .filter(({ at }) => at.getTime() <= until)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  if (entries.length === 0) return [header(HEAD), section('Nothing is planned, and nothing is frozen.')];
  const lines = entries.slice(0, MOST_LINES).map(({ line }) => line);
  return [header(HEAD), section(lines), ...andMore(entries.length - MOST_LINES, 'list scheduled')];
}

function planned({ release, next }: ReleaseStatus): Entry[] {
  if (next === null || next.at === null) return [];
  const what = changesWords(next.changes) || stepWords(next.step);
  return [{ at: next.at, line: `${when(next.at)} · *${titleOf(release)}* ${what} · ${release.environment}` }];
}

/** Freezes to come, and those in force from now on. */
function freezes(state: State, now: Date): Entry[] {
  return [...state.environments.values()].flatMap(({ key, freezes: all }) =>
    all
      .filter(({ endsAt }) => Date.parse(endsAt) > now.getTime())
      .map(({ name, startsAt, endsAt }) => {
        const inForce = Date.parse(startsAt) <= now.getTime();
        const from = inForce ? 'Now' : when(startsAt);
        return {
          at: new Date(Math.max(Date.parse(startsAt), now.getTime())),
          line: `${from} · ❄️ Freeze *${escapeText(name, 80)}* · ${key} · until ${when(endsAt)}`,
        };
      }),
  );
}
