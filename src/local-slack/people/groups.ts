import { tellWorkspace } from '../apps/events.ts';
import { nowSeconds, type Slack } from '../slack.ts';
import type { UserGroup } from '../state/model.ts';

/** A user group as the Web API shows it. Source: https://docs.slack.dev/reference/objects/usergroup-object */
export function groupForApp(
  group: UserGroup,
  withUsers: boolean,
  withCount: boolean,
): Record<string, unknown> {
  return {
    id: group.id,
    team_id: group.teamId,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: group.description,
    handle: group.handle,
    is_external: false,
    date_create: group.createdAt,
    date_update: group.updatedAt,
    date_delete: group.disabled ? group.updatedAt : 0,
    auto_type: null,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by: group.createdBy,
    updated_by: group.updatedBy,
    deleted_by: group.disabled ? group.updatedBy : null,
    prefs: { channels: group.channels, groups: [] },
    ...(withUsers ? { users: group.users } : {}),
    ...(withCount ? { user_count: group.users.length } : {}),
  };
}

/** Keeps a changed group and tells the apps. Source: https://docs.slack.dev/reference/events/subteam_updated */
export function changeGroup(slack: Slack, changed: UserGroup, by: string): UserGroup {
  const before = slack.world.userGroups.get(changed.id);
  const kept = slack.world.userGroups.put(changed.id, {
    ...changed,
    updatedBy: by,
    updatedAt: nowSeconds(slack),
  });
  const type = before ? 'subteam_updated' : 'subteam_created';
  tellWorkspace(slack, kept.teamId, { type, subteam: groupForApp(kept, true, true) });
  const added = kept.users.filter((user) => !before?.users.includes(user));
  const removed = before?.users.filter((user) => !kept.users.includes(user)) ?? [];
  if (before && added.length + removed.length > 0) {
    tellWorkspace(slack, kept.teamId, {
      type: 'subteam_members_changed',
      subteam_id: kept.id,
      team_id: kept.teamId,
      date_previous_update: before.updatedAt,
      date_update: kept.updatedAt,
      added_users: added,
      added_users_count: added.length,
      removed_users: removed,
      removed_users_count: removed.length,
    });
  }
  return kept;
}
