import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { button } from '../blocks/button.ts';
import { holdLines } from '../blocks/card/body.ts';
import { standingOf } from '../blocks/card/standing.ts';
import { actions, context, header, section } from '../blocks/kit.ts';
import { releaseCard } from '../blocks/release-card.ts';
import { releaseRow } from '../blocks/release-row.ts';
import type { KnownBlock } from '../blocks/slack-types.ts';
import { ACTION } from '../ids.ts';
import { channelLink } from '../words/person.ts';
import { titleOf } from '../words/release.ts';
import { when } from '../words/time.ts';

const MOST_WAITING = 6;
const MOST_ROWS = 12;
const MOST_LINES = 8;

/** What only this person can move on: the whole card, with its buttons. */
export function waitingSection(waiting: readonly ReleaseStatus[], state: State, now: Date): KnownBlock[] {
  if (waiting.length === 0)
    return [header('Waiting for you'), section('Nothing now. You get a DM when something is.')];
  const cards = waiting
    .slice(0, MOST_WAITING)
    .flatMap((status) => releaseCard({ status, state, now }).blocks);
  return [
    header(`Waiting for you: ${waiting.length}`),
    ...cards,
    ...andMore(waiting.length - MOST_WAITING, 'list waiting'),
  ];
}

export function inFlightSection(statuses: readonly ReleaseStatus[], state: State, now: Date): KnownBlock[] {
  if (statuses.length === 0) {
    const where = channelLink(state.installation?.channel ?? null);
    return [
      header('In flight'),
      section([
        'Nothing in flight. Plan a release: it is approved with a button, goes out stage by stage, and is taken back in one click.',
        `Or say \`/release ramp new-checkout 25%\` in ${where}.`,
      ]),
      ...actions([button('Plan a release…', ACTION.planRelease, {}, { style: 'primary' })]),
    ];
  }
  return [
    header(`In flight: ${statuses.length}`),
    ...statuses.slice(0, MOST_ROWS).map((status) => releaseRow(status, now)),
    ...andMore(statuses.length - MOST_ROWS, 'list'),
    ...actions([button('Plan a release…', ACTION.planRelease, {})]),
  ];
}

/** Held for another reason than its own clock, by anyone. */
export function attentionSection(statuses: readonly ReleaseStatus[]): KnownBlock[] {
  const held = statuses.flatMap((status) => {
    const [line] = holdLines(status);
    const { mark } = standingOf(status);
    return line === undefined ? [] : [`${mark} *${titleOf(status.release)}* · ${line}`];
  });
  if (held.length === 0) return [];
  const lines = held.slice(0, MOST_LINES);
  return [header('Needs attention'), section(lines), ...andMore(held.length - lines.length, 'list')];
}

/** What ended lately, the newest first. */
export function recentSection(state: State): KnownBlock[] {
  const ended = [...state.releases.values()]
    .flatMap((release) => (release.phase.kind === 'ended' ? [{ release, phase: release.phase }] : []))
    .sort((a, b) => (a.phase.at < b.phase.at ? 1 : -1))
    .slice(0, MOST_LINES)
    .map(
      ({ release, phase }) =>
        `${WORDS[phase.outcome]} · *${titleOf(release)}* · ${release.environment} · ${when(phase.at)}`,
    );
  return ended.length === 0 ? [] : [header('Recently changed'), section(ended)];
}

const WORDS = {
  released: '✅ Released',
  unreleased: '↩️ Un-released',
  cancelled: '⚪ Cancelled',
  rejected: '❌ Rejected',
} as const;

export function andMore(rest: number, command: string): KnownBlock[] {
  return rest > 0 ? [context(`and ${rest} more: \`/release ${command}\``)] : [];
}
