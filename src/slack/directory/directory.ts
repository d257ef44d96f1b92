import { WebAPIPlatformError } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Directory } from '../../app/ports/people.ts';
import type { Store } from '../../app/ports/store.ts';
import type { Clock } from '../../clock.ts';
import type { People, PersonFacts, PersonId } from '../../environment/person.ts';
import type { Circle } from '../../environment/policy.ts';
import { atMost } from '../connection/at-most.ts';
import type { Connection } from '../connection/connection.ts';
import { localPerson, localUser, type Workspace } from '../connection/workspace.ts';
import { factsOf, outsider, type SlackUser } from './facts.ts';
import { type Groups, groupsOf, lookUpGroups, type UserGroup, withGroup } from './groups.ts';

/** The directory over Slack: what the application asks of people, and what Slack's events tell it. */
export type SlackDirectory = Directory & {
  /** Slack says that someone changed or joined. */
  userChanged(user: SlackUser): void;
  /** Slack says that a group's members changed; null: the group is gone. */
  groupChanged(group: string, change: (users: Set<string>) => Set<string> | null): void;
  /** The workspace's user groups, for a person to choose from; none where they cannot be told. */
  groups(): Promise<UserGroup[]>;
};

export type DirectoryParts = {
  connection: Connection;
  store: Pick<Store, 'people' | 'rememberPeople'>;
  clock: Clock;
  log: Logger;
};

/** How long a decision waits for a look-up. What comes later still counts for the next one. */
const WAIT_MS = 2_000;
/** After a look-up failed, how long until the next try: an outage must not slow every click down. */
const REST_AFTER_FAILURE_MS = 3_000;

export function createDirectory({ connection, store, clock, log }: DirectoryParts): SlackDirectory {
  const client = connection.clients.lookups;
  let known: People = new Map();
  let groups: Groups = { byId: new Map(), checkedAt: new Date(0) };
  let groupsUnderWay: Promise<void> | null = null;
  const underWay = new Map<PersonId, Promise<void>>();
  const failedAt = new Map<PersonId, number>();

  function learn(facts: readonly PersonFacts[]): void {
    if (facts.length === 0) return;
    const next = new Map(known);
    for (const fact of facts) next.set(fact.id, fact);
    known = next;
  }

  function remember(facts: PersonFacts): void {
    learn([facts]);
    store.rememberPeople([facts]).catch((error: unknown) => {
      log.warn({ err: error }, 'what Slack said of someone was not kept for the next start');
    });
  }

  function isFresh(id: PersonId, maxAgeMs: number): boolean {
    const facts = known.get(id);
    return facts !== undefined && clock().getTime() - Date.parse(facts.checkedAt) < maxAgeMs;
  }

  /** What an earlier run knew, so that a start during an outage does not know nobody. */
  async function recall(ids: readonly PersonId[]): Promise<void> {
    const kept = await store.people(ids);
    learn([...kept.values()].filter((facts) => !known.has(facts.id)));
  }

  async function refreshGroups(): Promise<void> {
    const now = clock();
    groupsUnderWay ??= lookUpGroups(client, now)
      .then((found) => {
        groups = found;
      })
      .finally(() => {
        groupsUnderWay = null;
      });
    await groupsUnderWay;
  }

  async function look(workspace: Workspace, id: PersonId, user: string): Promise<void> {
    // The moment before asking: the answer is at least as new.
    const checkedAt = clock().toISOString();
    try {
      const answer = await client.users.info({ user });
      const facts = factsOf(answer.user ?? {}, workspace, groupsOf(groups, user), checkedAt);
      if (facts !== null) remember(facts);
      failedAt.delete(id);
    } catch (error) {
      const code = error instanceof WebAPIPlatformError ? error.data.error : '';
      if (code === 'user_not_found' || code === 'user_not_visible') return remember(outsider(id, checkedAt));
      failedAt.set(id, clock().getTime());
      log.warn({ err: error, person: id }, 'Slack did not say who someone is');
    }
  }

  async function lookUp(ids: readonly PersonId[], maxAgeMs: number): Promise<void> {
    const unknown = ids.filter((id) => !known.has(id));
    if (unknown.length > 0) await recall(unknown);
    const workspace = connection.workspace();
    if (workspace === null) return;
    const stale = ids.filter((id) => !isFresh(id, maxAgeMs));
    if (stale.length === 0) return;
    if (clock().getTime() - groups.checkedAt.getTime() >= maxAgeMs) await refreshGroups();
    await Promise.all(
      stale.map((id) => {
        const user = localUser(workspace, id);
        if (user === null) return learn([outsider(id, clock().toISOString())]);
        const running = underWay.get(id);
        if (running !== undefined) return running;
        const started = look(workspace, id, user).finally(() => underWay.delete(id));
        underWay.set(id, started);
        return started;
      }),
    );
  }

  return {
    known: () => known,
    async refresh(ids, maxAgeMs) {
      const wanted = [...new Set(ids)].filter((id) => {
        const resting = clock().getTime() - (failedAt.get(id) ?? 0) < REST_AFTER_FAILURE_MS;
        return !isFresh(id, maxAgeMs) && !resting;
      });
      if (wanted.length === 0) return;
      const looking = lookUp(wanted, maxAgeMs).catch((error: unknown) => {
        for (const id of wanted) failedAt.set(id, clock().getTime());
        log.warn({ err: error }, 'people could not be looked up');
      });
      await atMost(looking, WAIT_MS);
    },
    async membersOf(circle: Circle) {
      const workspace = connection.workspace();
      if (circle.kind === 'people') return circle.people;
      if (circle.kind === 'members' || workspace === null) return [];
      if (!groups.byId.has(circle.group)) await refreshGroups().catch(() => undefined);
      const users = groups.byId.get(circle.group)?.users ?? [];
      return [...users].map((user) => localPerson(workspace, user));
    },
    userChanged(user) {
      const workspace = connection.workspace();
      if (workspace === null || user.id === undefined) return;
      // The event says nothing of groups: together they are only as new as the last look at those.
      const checkedAt = groups.checkedAt.toISOString();
      const facts = factsOf(user, workspace, groupsOf(groups, user.id), checkedAt);
      if (facts !== null) remember(facts);
    },
    groupChanged(id, change) {
      const workspace = connection.workspace();
      if (workspace === null) return;
      groups = withGroup(groups, id, change);
      learn(
        [...known.values()].flatMap((facts) => {
          const user = localUser(workspace, facts.id);
          return user === null ? [] : [{ ...facts, groups: groupsOf(groups, user) }];
        }),
      );
    },
    async groups() {
      await refreshGroups().catch((error: unknown) => {
        log.warn({ err: error }, 'user groups could not be looked up');
      });
      return [...groups.byId.values()];
    },
  };
}
