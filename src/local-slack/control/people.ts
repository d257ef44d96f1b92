import * as z from 'zod';
import { tellWorkspace } from '../apps/events.ts';
import { personForApp, personForPerson } from '../people/describe.ts';
import { changeGroup } from '../people/groups.ts';
import { installsIn, nowSeconds, type Slack } from '../slack.ts';
import { newId } from '../state/ids.ts';

/** What may happen to a person without an app: an administrator changes them, or a group's members. */
export const personChange = z.discriminatedUnion('change', [
  z.object({
    change: z.literal('update'),
    user: z.string(),
    deactivated: z.boolean().exactOptional(),
    kind: z.enum(['owner', 'admin', 'member', 'guest']).exactOptional(),
    tz: z.string().exactOptional(),
    realName: z.string().exactOptional(),
  }),
  z.object({ change: z.literal('group'), group: z.string(), users: z.array(z.string()) }),
  z.object({
    change: z.literal('join'),
    team: z.string(),
    name: z.string(),
    realName: z.string(),
    tz: z.string().default('UTC'),
    kind: z.enum(['owner', 'admin', 'member', 'guest']).default('member'),
  }),
]);

/** Changes a person or a group, and tells clients and apps as Slack does. */
export function changePerson(slack: Slack, given: z.infer<typeof personChange>): Record<string, unknown> {
  if (given.change === 'group') {
    const group = slack.world.userGroups.get(given.group);
    if (!group) return { ok: false, error: 'no_such_subteam' };
    changeGroup(slack, { ...group, users: given.users }, group.createdBy);
    return {};
  }
  if (given.change === 'join') return addPerson(slack, given);
  const { change: _change, user, ...changed } = given;
  const before = slack.world.people.get(user);
  if (!before) return { ok: false, error: 'user_not_found' };
  const person = slack.world.people.put(user, { ...before, ...changed, updatedAt: nowSeconds(slack) });
  slack.live.tell(({ team }) => ({ type: 'person', person: personForPerson(slack, person, team) }));
  for (const install of installsIn(slack, person.teamId)) {
    tellWorkspace(slack, install.teamId, { type: 'user_change', user: personForApp(slack, person, install) });
  }
  return {};
}

type Newcomer = Extract<z.infer<typeof personChange>, { change: 'join' }>;

function addPerson(slack: Slack, { team, name, realName, tz, kind }: Newcomer): Record<string, unknown> {
  const id = newId('U');
  const person = slack.world.people.put(id, {
    id,
    teamId: team,
    name,
    realName,
    title: '',
    email: `${name}@example.org`,
    kind,
    deactivated: false,
    tz,
    color: '#475569',
    updatedAt: nowSeconds(slack),
  });
  slack.live.tell((viewer) => ({ type: 'person', person: personForPerson(slack, person, viewer.team) }));
  for (const install of installsIn(slack, team)) {
    tellWorkspace(slack, team, { type: 'team_join', user: personForApp(slack, person, install) });
  }
  return { user: id };
}
