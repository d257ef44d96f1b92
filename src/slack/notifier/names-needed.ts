import type { Current } from '../../app/current.ts';
import type { OutboxItem } from '../../app/outbox-item.ts';
import type { PersonId } from '../../environment/person.ts';
import type { Release } from '../../release/release.ts';
import type { SlackDirectory } from '../directory/directory.ts';
import { askName, cardName, goneName } from './message-name.ts';
import type { Places } from './places.ts';

/** The names under which the messages that an item changes, or answers under, may already stand. */
export async function namesNeeded(
  item: OutboxItem,
  current: Current,
  directory: SlackDirectory,
  places: Places,
): Promise<string[]> {
  const release = 'release' in item ? current.state.releases.get(item.release) : undefined;
  if (release === undefined) return [];
  const wanted = release.channel ?? current.state.installation?.channel ?? null;
  const channel = wanted === null ? null : await places.channel(wanted);
  const gone = channel === null ? [] : [goneName(release.id, channel)];
  switch (item.kind) {
    case 'card': {
      const asked = [...(await approversOf(release, current, directory)), ...decided(release)];
      return [cardName(release.id), ...gone, ...new Set(asked.map((person) => askName(release.id, person)))];
    }
    case 'ask': {
      const asked = await approversOf(release, current, directory);
      return asked.map((person) => askName(release.id, person));
    }
    case 'thread':
      return [cardName(release.id), ...gone];
    case 'nudge':
    case 'notice':
      return [];
  }
}

/** Those who may approve a release, as far as they are known by name: nobody is when every member may. */
export async function approversOf(
  release: Release,
  { state }: Current,
  directory: SlackDirectory,
): Promise<PersonId[]> {
  const policy = state.environments.get(release.environment)?.policy;
  return policy === undefined ? [] : directory.membersOf(policy.approvers);
}

function decided(release: Release): PersonId[] {
  return release.approvals.map((approval) => approval.by);
}
