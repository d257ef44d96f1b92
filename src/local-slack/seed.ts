import type { StoredConversation, StoredPerson, UserGroup, Workspace } from './state/model.ts';
import type { World } from './state/world.ts';

/** The people and places of a fresh Local Slack. */

const workspaces: Workspace[] = [
  { id: 'TACME00001', name: 'Acme', domain: 'acme', plan: 'paid' },
  { id: 'TGLOBEX001', name: 'Globex', domain: 'globex', plan: 'free' },
];

type Seed = Pick<StoredPerson, 'id' | 'name' | 'realName' | 'title' | 'tz' | 'color'> & {
  team: 'TACME00001' | 'TGLOBEX001';
  kind?: StoredPerson['kind'];
  deactivated?: boolean;
};

const acme = 'TACME00001';
const globex = 'TGLOBEX001';

const people: Seed[] = [
  person(
    acme,
    'UMARA00001',
    'mara',
    'Mara Lindqvist',
    'Product manager',
    'Europe/Berlin',
    '#7c3aed',
    'owner',
  ),
  person(acme, 'UNICO00001', 'nico', 'Nico Alvarez', 'Marketer', 'America/New_York', '#c2410c'),
  person(acme, 'UAMARA0001', 'amara', 'Amara Okafor', 'Release approver', 'Europe/London', '#0f766e'),
  person(acme, 'UKIRAN0001', 'kiran', 'Kiran Rao', 'Engineer', 'Asia/Kolkata', '#1d4ed8'),
  person(acme, 'UGIL000001', 'gil', 'Gil Guest', 'Guest', 'Europe/Lisbon', '#6b7280', 'guest'),
  { ...person(acme, 'UDANA00001', 'dana', 'Dana Former', '', 'Europe/Paris', '#4b5563'), deactivated: true },
  person(
    globex,
    'UHANK00001',
    'hank',
    'Hank Moreau',
    'Head of partnerships',
    'Europe/Paris',
    '#b91c1c',
    'owner',
  ),
  person(globex, 'UXENIA0001', 'xenia', 'Xenia Petrou', 'Partner manager', 'Europe/Athens', '#a16207'),
];

function person(
  team: Seed['team'],
  id: string,
  name: string,
  realName: string,
  title: string,
  tz: string,
  color: string,
  kind: StoredPerson['kind'] = 'member',
): Seed {
  return { team, id, name, realName, title, tz, color, kind };
}

type Place = {
  team: string;
  id: string;
  name: string;
  purpose: string;
  members: string[];
  general?: boolean;
  sharedWith?: string[];
};

const everyoneAtAcme = ['UMARA00001', 'UNICO00001', 'UAMARA0001', 'UKIRAN0001'];

const places: Place[] = [
  {
    team: acme,
    id: 'CRELEASES1',
    name: 'releases',
    purpose: 'What is going out, to whom, and when',
    members: [...everyoneAtAcme, 'UGIL000001'],
  },
  {
    team: acme,
    id: 'CGENERAL01',
    name: 'general',
    purpose: 'Company-wide announcements',
    members: everyoneAtAcme,
    general: true,
  },
  {
    team: acme,
    id: 'CPARTNERS1',
    name: 'partners',
    purpose: 'Shared with Globex',
    members: ['UMARA00001', 'UNICO00001', 'UXENIA0001'],
    sharedWith: [globex],
  },
  {
    team: globex,
    id: 'CGXGENERAL',
    name: 'general',
    purpose: 'Company-wide announcements',
    members: ['UHANK00001', 'UXENIA0001'],
    general: true,
  },
];

/** The channels to which an installed app's bot is invited from the start. */
export const CHANNELS_WITH_APPS: readonly string[] = ['CRELEASES1', 'CGENERAL01'];

/** The workspace into which the apps of the given manifests are installed. */
export const FIRST_WORKSPACE = acme;

/** Fills an empty world. `atSeconds` is the Unix time at which everything was created. */
export function seedWorld(world: World, atSeconds: number): void {
  for (const workspace of workspaces) world.workspaces.put(workspace.id, workspace);
  for (const seed of people) world.people.put(seed.id, toPerson(seed, atSeconds));
  for (const place of places) world.conversations.put(place.id, toConversation(place, atSeconds));
  const group = approvers(atSeconds);
  world.userGroups.put(group.id, group);
}

function toPerson({ team, kind = 'member', deactivated = false, ...seed }: Seed, at: number): StoredPerson {
  const email = `${seed.name}@${team === acme ? 'acme' : 'globex'}.example`;
  return { ...seed, teamId: team, kind, deactivated, email, updatedAt: at };
}

function toConversation(place: Place, at: number): StoredConversation {
  const creator = place.members[0] ?? '';
  return {
    id: place.id,
    teamId: place.team,
    kind: 'channel',
    name: place.name,
    previousNames: [],
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: place.purpose, creator, last_set: at },
    creator,
    createdAt: at,
    members: place.members,
    archived: false,
    general: place.general ?? false,
    sharedWith: place.sharedWith ?? [],
  };
}

function approvers(at: number): UserGroup {
  return {
    id: 'SAPPROVERS',
    teamId: acme,
    name: 'Release approvers',
    handle: 'release-approvers',
    description: 'Who may approve a release',
    users: ['UAMARA0001'],
    channels: [],
    disabled: false,
    createdBy: 'UMARA00001',
    updatedBy: 'UMARA00001',
    createdAt: at,
    updatedAt: at,
  };
}
