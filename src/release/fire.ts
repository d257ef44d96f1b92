import type { People } from '../environment/person.ts';
import type { Event } from './event.ts';
import { evolveAll } from './evolve.ts';
import { holdsOf } from './hold.ts';
import type { ReleaseId } from './release.ts';
import type { State } from './state.ts';

/**
 * The events of the next stage of a release, if nothing holds it at this moment: at most one stage, so that after
 * an outage stages do not bunch. A last stage without bake time ends the release in the same commit.
 */
export function fireIfReady(
  state: State,
  id: ReleaseId,
  people: People,
  trace: { by: string; at: string },
): Event[] {
  const release = state.releases.get(id);
  const now = new Date(trace.at);
  if (release === undefined || release.phase.kind === 'ended') return [];
  if (holdsOf(state, release, people, now).length > 0) return [];
  const stage = release.firings.length;
  if (stage >= release.plan.length) return [completed(id, trace)];
  const fired: Event = { type: 'StageFired', release: id, stage, ...trace };
  const isLast = stage === release.plan.length - 1;
  return isLast && release.plan[stage]?.bakeMs === 0 ? [fired, completed(id, trace)] : [fired];
}

/** Events already decided, followed by the stage that they make ready, all for one commit. */
export function thenFire(
  state: State,
  id: ReleaseId,
  people: People,
  trace: { by: string; at: string },
  events: Event[],
): Event[] {
  return [...events, ...fireIfReady(evolveAll(state, events), id, people, trace)];
}

function completed(id: ReleaseId, trace: { by: string; at: string }): Event {
  return { type: 'ReleaseEnded', release: id, outcome: 'released', reason: '', ...trace };
}
