import { evolve } from '../../release/evolve.ts';
import { exposureChanges } from '../../release/exposure-change.ts';
import type { ExposureChange } from '../../release/outbox-item.ts';
import type { Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';

/** What each stage that has not fired would change, each on top of the one before; by its place in the plan. */
export function changesByStage(state: State, release: Release, now: Date): Map<number, ExposureChange[]> {
  const changes = new Map<number, ExposureChange[]>();
  let before = state;
  for (let stage = release.firings.length; stage < release.plan.length; stage += 1) {
    const after = evolve(before, {
      type: 'StageFired',
      release: release.id,
      stage,
      by: 'rampart',
      at: now.toISOString(),
    });
    changes.set(stage, exposureChanges(before, after, release.flags.slice(0, 1), release.environment));
    before = after;
  }
  return changes;
}
