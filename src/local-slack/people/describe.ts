import type { Person } from '../protocol.ts';
import { nowSeconds, type Slack } from '../slack.ts';
import type { Install, StoredPerson } from '../state/model.ts';

/** Seconds east of UTC in a zone at an instant. */
function zoneOffset(tz: string, atMs: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' }).formatToParts(
    atMs,
  );
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d+):(\d+)/.exec(name);
  if (!match) return 0;
  const [, sign, hours, minutes] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** A zone as people say it: `Central European Standard Time`. */
function zoneLabel(tz: string, atMs: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'long' }).formatToParts(atMs);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? tz;
}

/** A person as the client of someone in `viewerTeam` shows them. */
export function personForPerson(slack: Slack, person: StoredPerson, viewerTeam: string): Person {
  const kind = person.deactivated ? 'deactivated' : person.teamId === viewerTeam ? person.kind : 'external';
  const now = slack.clock.now();
  return {
    id: person.id,
    teamId: person.teamId,
    name: person.name,
    realName: person.realName,
    title: person.title,
    kind,
    tz: person.tz,
    tzLabel: zoneLabel(person.tz, now),
    tzOffset: zoneOffset(person.tz, now),
    color: person.color,
  };
}

/** A person as the Web API shows them. Source: https://docs.slack.dev/reference/objects/user-object */
export function personForApp(slack: Slack, person: StoredPerson, install: Install): Record<string, unknown> {
  const now = slack.clock.now();
  const isBot = person.kind === 'bot';
  const isStranger = person.teamId !== install.teamId && !sharesChannel(slack, person, install);
  const emailAllowed = install.scopes.includes('users:read.email') && !isBot;
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    deleted: person.deactivated,
    color: person.color.replace('#', ''),
    real_name: person.realName,
    tz: person.tz,
    tz_label: zoneLabel(person.tz, now),
    tz_offset: zoneOffset(person.tz, now),
    profile: profileOf(person, emailAllowed),
    is_admin: person.kind === 'admin' || person.kind === 'owner',
    is_owner: person.kind === 'owner',
    is_primary_owner: person.kind === 'owner',
    is_restricted: person.kind === 'guest',
    is_ultra_restricted: false,
    is_bot: isBot,
    is_app_user: false,
    is_stranger: isStranger,
    updated: person.updatedAt || nowSeconds(slack),
    is_email_confirmed: true,
    who_can_share_contact_card: 'EVERYONE',
  };
}

/** Source: https://docs.slack.dev/reference/methods/users.profile.get */
export function profileOf(person: StoredPerson, withEmail: boolean): Record<string, unknown> {
  const [first, ...rest] = person.realName.split(' ');
  return {
    title: person.title,
    phone: '',
    skype: '',
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.name,
    display_name_normalized: person.name,
    fields: {},
    status_text: '',
    status_emoji: '',
    status_expiration: 0,
    avatar_hash: '',
    first_name: first ?? '',
    last_name: rest.join(' '),
    team: person.teamId,
    ...(withEmail ? { email: person.email } : {}),
    ...(person.botId ? { bot_id: person.botId, api_app_id: person.appId } : {}),
  };
}

function sharesChannel(slack: Slack, person: StoredPerson, install: Install): boolean {
  return slack.world.conversations
    .values()
    .some((c) => c.members.includes(person.id) && c.members.includes(install.botUser));
}

/** Whether an app may know of a person: one of its workspace, or one it shares a channel with. */
export function findPerson(slack: Slack, install: Install, id: string): StoredPerson | undefined {
  const person = slack.world.people.get(id);
  if (!person) return undefined;
  if (person.teamId === install.teamId) return person;
  const known = slack.world.conversations
    .values()
    .some(
      (c) => c.members.includes(id) && (c.teamId === install.teamId || c.sharedWith.includes(install.teamId)),
    );
  return known ? person : undefined;
}
