import type { PersonId } from '../../environment/person.ts';
import { exposureOf } from '../../flag/flag-set.ts';
import { visiblePercentages } from '../../release/exposure-change.ts';
import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { ACTION } from '../ids.ts';
import type { Listing } from '../parse/said.ts';
import { counted } from '../words/count.ts';
import { joinedUpTo } from '../words/join.ts';
import { button } from './button.ts';
import { holdLines } from './card/body.ts';
import { actions, context, rendered, section } from './kit.ts';
import { byUrgency, releaseRow } from './release-row.ts';
import type { Rendered } from './rendered.ts';

/** As many as a person reads; the rest by name. */
const MOST_ROWS = 15;
const MOST_NAMES = 20;

export type ListInput = {
  state: State;
  /** Of all releases in flight, in any order. */
  statuses: readonly ReleaseStatus[];
  viewer: PersonId;
  which: Listing;
  now: Date;
};

/** What is in flight; asked for everything, also what is live and what is dark. */
export function listAnswer({ state, statuses, viewer, which, now }: ListInput): Rendered {
  const listed = byUrgency(statuses.filter((status) => isListed(status, which, viewer)));
  const rest = listed.length - MOST_ROWS;
  const blocks = [
    ...(listed.length === 0 ? [section(EMPTY[which])] : [section(`*${HEAD[which]}: ${listed.length}*`)]),
    ...listed.slice(0, MOST_ROWS).map((status) => releaseRow(status, now, holdLines(status).slice(0, 1))),
    ...(rest > 0
      ? [context(`and ${rest} more: narrow it with \`/release list mine\` or \`list waiting\``)]
      : []),
    ...(which === 'all' ? flagLines(state, statuses) : []),
    ...actions([button('Plan a release…', ACTION.planRelease, {})]),
  ];
  const text = listed.length === 0 ? EMPTY[which] : `${HEAD[which]}: ${counted(listed.length, 'release')}`;
  return rendered(text, blocks);
}

const HEAD: Record<Listing, string> = {
  all: 'In flight',
  mine: 'Yours, in flight',
  waiting: 'Waiting for approval',
  scheduled: 'Scheduled',
};

const EMPTY: Record<Listing, string> = {
  all: 'Nothing in flight. Plan a release, or say `/release ramp new-checkout 25%`.',
  mine: 'You have nothing in flight. Plan a release, or say `/release ramp new-checkout 25%`.',
  waiting: 'Nothing is waiting for approval.',
  scheduled: 'Nothing is scheduled. To set a time, say `/release new new-checkout at Monday 9am`.',
};

function isListed({ release, holds }: ReleaseStatus, which: Listing, viewer: PersonId): boolean {
  switch (which) {
    case 'all':
      return true;
    case 'mine':
      return release.owner === viewer || release.requestedBy === viewer;
    case 'waiting':
      return holds.some((hold) => hold.kind === 'approval');
    case 'scheduled':
      return holds.some((hold) => hold.kind === 'start');
  }
}

/** Flags without a release in flight: what people see of them, and what is deployed and dark. */
function flagLines(state: State, statuses: readonly ReleaseStatus[]) {
  const busy = new Set(statuses.flatMap(({ release }) => release.flags));
  const quiet = [...state.flags.values()].filter((flag) => flag.archivedAt === null && !busy.has(flag.key));
  const isLive = (flag: (typeof quiet)[number]) =>
    [...state.environments.keys()].some(
      (environment) => Object.keys(visiblePercentages(exposureOf(flag, environment))).length > 0,
    );
  const names = (flags: typeof quiet) =>
    joinedUpTo(
      flags.map(({ key }) => `*${key}*`),
      MOST_NAMES,
    );
  const live = quiet.filter(isLive);
  const dark = quiet.filter((flag) => !isLive(flag));
  return [
    ...(live.length > 0 ? [context(`Live: ${names(live)}`)] : []),
    ...(dark.length > 0 ? [context(`Dark, nobody sees them: ${names(dark)}`)] : []),
  ];
}
