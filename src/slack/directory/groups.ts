import type { WebClient } from '@slack/web-api';
import { WebAPIPlatformError } from '@slack/web-api';

/** A user group of the workspace, with who is in it by Slack's user ids. */
export type UserGroup = { id: string; handle: string; users: ReadonlySet<string> };

/** Everything known of user groups, as of one look. */
export type Groups = { byId: ReadonlyMap<string, UserGroup>; checkedAt: Date };

/**
 * Looks all user groups up at once: one call, where asking for each would soon meet the limit of 20 a minute. A
 * workspace without a paid plan has none.
 */
export async function lookUpGroups(client: WebClient, now: Date): Promise<Groups> {
  try {
    const { usergroups = [] } = await client.usergroups.list({ include_users: true });
    const groups = usergroups.flatMap(({ id, handle, users }): UserGroup[] =>
      id === undefined ? [] : [{ id, handle: handle ?? id, users: new Set(users ?? []) }],
    );
    return { byId: new Map(groups.map((group) => [group.id, group])), checkedAt: now };
  } catch (error) {
    const none = error instanceof WebAPIPlatformError && error.data.error === 'plan_upgrade_required';
    if (none) return { byId: new Map(), checkedAt: now };
    throw error;
  }
}

/** The groups that a user is in, by id. */
export function groupsOf(groups: Groups, user: string): string[] {
  return [...groups.byId.values()].filter(({ users }) => users.has(user)).map(({ id }) => id);
}

/** The same groups with one of them changed, or gone. */
export function withGroup(
  groups: Groups,
  id: string,
  change: (users: Set<string>) => Set<string> | null,
): Groups {
  const group = groups.byId.get(id);
  const users = change(new Set(group?.users ?? []));
  const byId = new Map(groups.byId);
  if (users === null) byId.delete(id);
  else byId.set(id, { id, handle: group?.handle ?? id, users });
  return { ...groups, byId };
}
