import { isIn } from '../../environment/permission.ts';
import type { PersonFacts, PersonId } from '../../environment/person.ts';
import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { questionIsOpen } from '../blocks/card/standing.ts';

/** What a release wants of one person: their approval, or that they say how it goes on. */
export type Wanted = 'approval' | 'decision';

/** Read off what holds the release; null when it wants nothing of them. */
export function wantedOf(
  status: ReleaseStatus,
  viewer: PersonId,
  facts: PersonFacts | undefined,
  state: State,
): Wanted | null {
  const { release, holds, approval } = status;
  const kinds = new Set(holds.map(({ kind }) => kind));
  const policy = state.environments.get(release.environment)?.policy;
  if (kinds.has('approval') && questionIsOpen(status) && approval !== null) {
    const given = approval.valid.some(({ by }) => by === viewer);
    const may = facts !== undefined && policy !== undefined && isIn(policy.approvers, facts);
    return may && !given && !release.editors.includes(viewer) ? 'approval' : null;
  }
  if (release.owner !== viewer) return null;
  const decides = kinds.has('missed') || kinds.has('manual') || kinds.has('approval') || kinds.has('draft');
  return decides ? 'decision' : null;
}
