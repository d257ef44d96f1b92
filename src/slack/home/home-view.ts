import type { People, PersonId } from '../../environment/person.ts';
import { inFlight } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import { statusOf } from '../../release/status.ts';
import { context, DIVIDER, section } from '../blocks/kit.ts';
import { byUrgency } from '../blocks/release-row.ts';
import type { HomeView, KnownBlock } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { agendaSection } from './agenda.ts';
import { attentionSection, inFlightSection, recentSection, waitingSection } from './sections.ts';
import { firstRunSection, settingsSection } from './settings.ts';
import { wantedOf } from './waiting.ts';

/** Slack's limit for a view. */
const MOST_BLOCKS = 100;

export type HomeInput = {
  state: State;
  viewer: PersonId;
  people: People;
  now: Date;
  isAdmin: boolean;
};

/**
 * The Home tab of one person: waiting for them, in flight, the next 14 days, what needs attention, what changed
 * lately, their settings. However much there is, each part shows the first of it and says how to see the rest.
 */
export function homeView({ state, viewer, people, now, isAdmin }: HomeInput): HomeView {
  if (state.installation === null) return home([section('Rampart is starting. Come back in a moment.')]);
  const facts = people.get(viewer);
  const flying = [...state.releases.values()].filter(inFlight);
  const statuses = byUrgency(flying.map((release) => statusOf(state, release, people, now)));
  const waiting = statuses.filter((status) => wantedOf(status, viewer, facts, state) !== null);
  const others = statuses.filter((status) => !waiting.includes(status));
  const parts = [
    ...(isAdmin && state.installation.setUpAt === null ? [firstRunSection(state)] : []),
    ...(facts !== undefined && facts.standing !== 'member' ? [[context(LOOK_ONLY)]] : []),
    waitingSection(waiting, state, now),
    inFlightSection(others, state, now),
    agendaSection(statuses, state, now),
    attentionSection(others),
    recentSection(state),
    settingsSection(state, viewer, isAdmin),
  ].filter((part) => part.length > 0);
  return home(parts.flatMap((part, index) => (index === 0 ? part : [DIVIDER, ...part])));
}

const LOOK_ONLY =
  'You can follow releases here. Planning, approving and un-releasing take a full member of the workspace.';

function home(blocks: KnownBlock[]): HomeView {
  return { type: 'home', callback_id: VIEW.home, blocks: blocks.slice(0, MOST_BLOCKS) };
}
