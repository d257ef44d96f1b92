import type { Event } from './event.ts';
import { exposureChanges } from './exposure-change.ts';
import type { OutboxItem } from './outbox-item.ts';
import { inFlight, type ReleaseId } from './release.ts';
import type { State } from './state.ts';

/**
 * What of a commit is worth telling people: facts, without channels or wording. One line in the thread for each
 * thing a person would call one event, a broadcast only for launch, completion and trouble, a nudge only to whom
 * something is asked. Each card is mentioned once, after the lines.
 */
export function effect(before: State, after: State, events: readonly Event[]): OutboxItem[] {
  const items: OutboxItem[] = [];
  const cards = new Set<ReleaseId>();
  for (const event of events) {
    for (const id of cardsTouched(after, event)) cards.add(id);
    if (isTold(event, events, after)) items.push(...told(before, after, event));
    if (event.type === 'ApprovalRequested') items.push({ kind: 'ask', release: event.release });
    if (event.type === 'StartMissed' || event.type === 'ApprovalExpired' || event.type === 'Rejected') {
      const owner = after.releases.get(event.release)?.owner;
      if (owner !== undefined) items.push({ kind: 'nudge', release: event.release, person: owner, event });
    }
  }
  return [...[...cards].map((release): OutboxItem => ({ kind: 'card', release })), ...items];
}

function cardsTouched(after: State, event: Event): ReleaseId[] {
  switch (event.type) {
    case 'ReleaseOpened':
      return [event.release.id];
    case 'Unreleased':
    case 'RampedDown': {
      const release = releaseAbout(after, event);
      return release === null ? [] : [release];
    }
    case 'PolicyChanged':
    case 'FreezeAdded':
    case 'FreezeLifted':
      return [...after.releases.values()]
        .filter((release) => inFlight(release) && release.environment === event.environment)
        .map((release) => release.id);
    default:
      return 'release' in event && event.release !== null ? [event.release] : [];
  }
}

/**
 * Of several events that are one thing to a person, one is told: an un-release rather than the pause or end that
 * it brings, the only stage rather than the end that follows at once.
 */
function isTold(event: Event, events: readonly Event[], after: State): boolean {
  switch (event.type) {
    case 'Unreleased':
    case 'RampedDown':
    case 'StageFired':
    case 'Approved':
    case 'ApprovalWithdrawn':
    case 'ApprovalExpired':
    case 'StartMissed':
    case 'StartedLate':
    case 'Resumed':
    case 'BakeExtended':
    case 'ReleaseEdited':
    case 'OwnershipTransferred':
      return true;
    case 'Rejected':
      return !events.some((other) => other.type === 'ReleaseEnded' && other.release === event.release);
    case 'Advanced':
      return !events.some(
        (other) =>
          (other.type === 'ReleaseEdited' || other.type === 'StageFired') && other.release === event.release,
      );
    case 'Paused':
      return !events.some(
        (other) =>
          (other.type === 'Unreleased' || other.type === 'RampedDown' || other.type === 'Rejected') &&
          other.release === event.release,
      );
    case 'ReleaseEnded': {
      const taken = events.some((other) => other.type === 'Unreleased' && other.release === event.release);
      const only = after.releases.get(event.release)?.plan.length === 1;
      return !taken && !(only && event.outcome === 'released');
    }
    default:
      return false;
  }
}

function told(before: State, after: State, event: Event): OutboxItem[] {
  switch (event.type) {
    case 'Unreleased':
    case 'RampedDown': {
      const changes = exposureChanges(before, after, [event.flag], event.environment);
      const release = releaseAbout(after, event);
      if (release === null) return [{ kind: 'notice', event, changes }];
      return [{ kind: 'thread', release, event, changes, broadcast: event.type === 'Unreleased' }];
    }
    case 'StageFired': {
      const release = after.releases.get(event.release);
      if (release === undefined) return [];
      const changes = exposureChanges(before, after, release.flags, release.environment);
      return [{ kind: 'thread', release: event.release, event, changes, broadcast: event.stage === 0 }];
    }
    case 'ReleaseEnded':
    case 'StartMissed':
      return [{ kind: 'thread', release: event.release, event, changes: [], broadcast: true }];
    default:
      return 'release' in event && typeof event.release === 'string'
        ? [{ kind: 'thread', release: event.release, event, changes: [], broadcast: false }]
        : [];
  }
}

/**
 * The release in whose thread a change of a flag belongs: the one in flight, or the newest that the flag had in that
 * environment, whose card must not go on saying what is no longer so. Null when there never was one.
 */
function releaseAbout(
  state: State,
  event: Extract<Event, { type: 'Unreleased' | 'RampedDown' }>,
): ReleaseId | null {
  if (event.release !== null) return event.release;
  const newest = [...state.releases.values()].findLast(
    (release) => release.environment === event.environment && release.flags.includes(event.flag),
  );
  return newest?.id ?? null;
}
