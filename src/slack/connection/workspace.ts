import type { PersonId } from '../../environment/person.ts';

/** The workspace that Rampart is installed in, and who Rampart is there: what `auth.test` said. */
export type Workspace = {
  teamId: string;
  /** On Enterprise Grid. */
  enterpriseId: string | null;
  name: string;
  botId: string;
  botUser: string;
};

/** Someone as a payload that Slack signed names them. */
export type Signed = { user: string; team: string | null; enterprise: string | null };

/**
 * Who someone is, over workspaces. On Enterprise Grid one person has one user id in all workspaces of the
 * organisation: they count as one person of the workspace that Rampart is installed in, so that nobody approves from
 * one workspace what they asked for in another. Whether they belong to that workspace says the directory.
 */
export function personIdOf(workspace: Workspace, { user, team, enterprise }: Signed): PersonId {
  const { teamId, enterpriseId } = workspace;
  const isOurs = team === teamId || (enterpriseId !== null && enterprise === enterpriseId);
  if (isOurs) return localPerson(workspace, user);
  return [enterprise, team ?? 'unknown', user].filter((part) => part !== null).join('/');
}

/** The person behind a user id of this workspace. */
export function localPerson({ teamId, enterpriseId }: Workspace, user: string): PersonId {
  return enterpriseId === null ? `${teamId}/${user}` : `${enterpriseId}/${teamId}/${user}`;
}

/** Slack's user id of a person of this workspace; null for anyone else. */
export function localUser(workspace: Workspace, person: PersonId): string | null {
  const prefix = localPerson(workspace, '');
  const user = person.slice(prefix.length);
  return person.startsWith(prefix) && /^[UW][A-Z0-9]+$/.test(user) ? user : null;
}
