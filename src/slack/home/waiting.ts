import { isIn } from '../../environment/permission.ts';
import type { PersonFacts, PersonId } from '../../environment/person.ts';
import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { questionIsOpen } from '../blocks/card/standing.ts';

/** What a release wants of one person: their approval, or that they say how it goes on. */
export type Wanted = 'approval' | 'decision';

/** Read off what holds the release; null when it wants nothing of them. A missed start is its owner's to decide first. */
export function wantedOf(
  status: ReleaseStatus,
  viewer: PersonId,
  facts: PersonFacts | undefined,
  state: State,
): Wanted | null {
  const { release, holds, approval } = status;
  const kinds = new Set(holds.map(({ kind }) => kind));
  const policy = state.environments.get(release.environment)?.policy;
  const isAsked = kinds.has('approval') && questionIsOpen(status) && approval !== null;
  const isOpen = kinds.has('missed') || kinds.has('manual') || kinds.has('draft');
  if (release.owner === viewer && (isOpen || (kinds.has('approval') && !isAsked))) return 'decision';
  if (!isAsked || kinds.has('missed') || facts === undefined || policy === undefined) return null;
  const given = approval.valid.some(({ by }) => by === viewer);
  const may = isIn(policy.approvers, facts) && !release.editors.includes(viewer);
  return may && !given ? 'approval' : null;
}
