import type { PersonFacts, Standing } from '../../environment/person.ts';
import { localPerson, type Workspace } from '../connection/workspace.ts';

/** The part of Slack's user object that we read: docs.slack.dev/reference/objects/user-object */
export type SlackUser = {
  id?: string | undefined;
  team_id?: string | undefined;
  name?: string | undefined;
  real_name?: string | undefined;
  tz?: string | undefined;
  deleted?: boolean | undefined;
  is_bot?: boolean | undefined;
  is_restricted?: boolean | undefined;
  is_ultra_restricted?: boolean | undefined;
  is_stranger?: boolean | undefined;
  profile?: { display_name?: string | undefined; real_name?: string | undefined } | undefined;
  enterprise_user?: { teams?: string[] | undefined } | undefined;
};

/** What a user object says of someone. Whatever it leaves out counts against them, never for them. */
export function factsOf(
  user: SlackUser,
  workspace: Workspace,
  groups: readonly string[],
  checkedAt: string,
): PersonFacts | null {
  if (user.id === undefined) return null;
  const name = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name];
  return {
    id: localPerson(workspace, user.id),
    name: name.find((part) => part !== undefined && part !== '') ?? user.id,
    zone: isZone(user.tz) ? user.tz : 'UTC',
    standing: standingOf(user, workspace),
    groups: [...groups],
    checkedAt,
  };
}

/** Someone of another workspace: nothing else about them matters. */
export function outsider(id: string, checkedAt: string): PersonFacts {
  return { id, name: id, zone: 'UTC', standing: 'outsider', groups: [], checkedAt };
}

function standingOf(user: SlackUser, { teamId }: Workspace): Standing {
  if (user.deleted === true) return 'deactivated';
  if (user.is_bot === true || user.id === 'USLACKBOT') return 'bot';
  const isOurs = user.team_id === teamId || (user.enterprise_user?.teams?.includes(teamId) ?? false);
  if (user.is_stranger === true || !isOurs) return 'outsider';
  if (user.is_restricted === true || user.is_ultra_restricted === true) return 'guest';
  // A full member's user object says that they are no guest; one that is cut short does not.
  return user.is_restricted === false && user.is_ultra_restricted === false ? 'member' : 'guest';
}

function isZone(zone: string | undefined): zone is string {
  if (zone === undefined || zone === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
