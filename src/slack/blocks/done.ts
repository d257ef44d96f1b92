import type { PersonId } from '../../environment/person.ts';
import type { Event } from '../../release/event.ts';
import type { State } from '../../release/state.ts';
import { ofExposure } from './done/exposure.ts';
import { ofRelease, type ReleaseDone } from './done/release.ts';
import { ofSettings } from './done/settings.ts';
import type { Told } from './done/told.ts';
import { actions, rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

export type DoneInput = {
  /** What the commit did. */
  events: readonly Event[];
  before: State;
  after: State;
  viewer: PersonId;
  now: Date;
};

/** Tells a person privately what came of what they asked, and what they may want to do next. */
export function done(input: DoneInput): Rendered {
  const { text, next = [] } = toldOf(input);
  return rendered(text, [section(text), ...actions(next)]);
}

/**
 * Of several events of one commit, the one that a person would call the outcome: taking away before anything else,
 * then what people see more of, then what was asked, then the rest.
 */
const ORDER: readonly Event['type'][] = [
  'Unreleased',
  'RampedDown',
  'Rejected',
  'StageFired',
  'ReleaseEnded',
  'ApprovalRequested',
  'ReleaseOpened',
  'Approved',
  'ReleaseEdited',
];

function toldOf(input: DoneInput): Told {
  const { events } = input;
  const main = ORDER.map((type) => events.find((event) => event.type === type)).find(Boolean) ?? events[0];
  if (main === undefined) return { text: 'Nothing to do: it is so already.' };
  switch (main.type) {
    case 'Unreleased':
    case 'RampedDown':
      return ofExposure(main, input);
    case 'ReleaseOpened':
      return ofRelease(main, main.release.id, input);
    case 'ApprovalRequested':
    case 'Approved':
    case 'ApprovalWithdrawn':
    case 'ApprovalExpired':
    case 'Rejected':
    case 'StageFired':
    case 'StartMissed':
    case 'StartedLate':
    case 'Paused':
    case 'Resumed':
    case 'Advanced':
    case 'BakeExtended':
    case 'ReleaseEdited':
    case 'OwnershipTransferred':
    case 'ReleaseEnded':
      return ofRelease(main satisfies ReleaseDone, main.release, input);
    default:
      return ofSettings(main);
  }
}
