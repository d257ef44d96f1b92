import * as z from 'zod';
import { changeGroup, groupForApp } from '../people/groups.ts';
import { nowSeconds } from '../slack.ts';
import { newId } from '../state/ids.ts';
import type { UserGroup } from '../state/model.ts';
import { flag, idList, text } from './args.ts';
import { type Call, type Method, method } from './method.ts';
import { type Failure, fail, isFailure, type Reply } from './reply.ts';

/** Source: https://docs.slack.dev/reference/methods/usergroups.users.update (subteam_max_users_exceeded) */
const MOST_USERS = 10_000;

const WRITE = { scopes: ['usergroups:write'], rate: { tier: 2 } } as const;
const READ = { scopes: ['usergroups:read'], rate: { tier: 2 } } as const;

function groupOf({ slack, install }: Call, id: string): UserGroup | Failure {
  const group = slack.world.userGroups.get(id);
  return group?.teamId === install.teamId ? group : fail('no_such_subteam');
}

/** Whether another group or person of the workspace goes by that name or handle. */
function taken({ slack, install }: Call, group: Partial<UserGroup>, except?: string): string | undefined {
  const others = slack.world.userGroups.filter((one) => one.teamId === install.teamId && one.id !== except);
  if (group.name && others.some((one) => one.name === group.name)) return 'name_already_exists';
  if (group.handle && others.some((one) => one.handle === group.handle)) return 'handle_already_exists';
  return undefined;
}

const list = method('usergroups.list', {
  ...READ,
  args: z.object({
    include_disabled: flag.default(false),
    include_users: flag.default(false),
    include_count: flag.default(false),
  }),
  run: ({ slack, install }, args) => ({
    ok: true,
    usergroups: slack.world.userGroups
      .filter((group) => group.teamId === install.teamId && (args.include_disabled || !group.disabled))
      .map((group) => groupForApp(group, args.include_users, args.include_count)),
  }),
});

const users = method('usergroups.users.list', {
  ...READ,
  args: z.object({ usergroup: text, include_disabled: flag.default(false) }),
  run: (call, args) => {
    const group = groupOf(call, args.usergroup);
    if (isFailure(group)) return group;
    if (group.disabled && !args.include_disabled) return fail('no_such_subteam');
    return { ok: true, users: group.users };
  },
});

const setUsers = method('usergroups.users.update', {
  ...WRITE,
  args: z.object({ usergroup: text, users: idList }),
  run: (call, args) => {
    const group = groupOf(call, args.usergroup);
    if (isFailure(group)) return group;
    if (args.users.length === 0) return fail('no_users_provided');
    if (args.users.length > MOST_USERS) return fail('subteam_max_users_exceeded');
    const { slack, install } = call;
    const unknown = args.users.some((id) => slack.world.people.get(id)?.teamId !== install.teamId);
    if (unknown) return fail('invalid_users');
    return shown(changeGroup(slack, { ...group, users: args.users }, install.botUser));
  },
});

function shown(group: UserGroup): Reply {
  return { ok: true, usergroup: groupForApp(group, true, true) };
}

const create = method('usergroups.create', {
  ...WRITE,
  args: z.object({
    name: text,
    handle: text.optional(),
    description: text.default(''),
    channels: idList.default([]),
  }),
  run: (call, args) => {
    const { slack, install } = call;
    const handle = args.handle ?? args.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
    if (args.name === '') return fail('missing_subteam_name');
    const clash = taken(call, { name: args.name, handle });
    if (clash) return fail(clash);
    const now = nowSeconds(slack);
    const group: UserGroup = {
      id: newId('S'),
      teamId: install.teamId,
      name: args.name,
      handle,
      description: args.description,
      channels: args.channels,
      users: [],
      disabled: false,
      createdBy: install.botUser,
      updatedBy: install.botUser,
      createdAt: now,
      updatedAt: now,
    };
    return shown(changeGroup(slack, group, install.botUser));
  },
});

const update = method('usergroups.update', {
  ...WRITE,
  args: z.object({
    usergroup: text,
    name: text.optional(),
    handle: text.optional(),
    description: text.optional(),
    channels: idList.optional(),
  }),
  run: (call, args) => {
    const group = groupOf(call, args.usergroup);
    if (isFailure(group)) return group;
    const { name = group.name, handle = group.handle } = args;
    const { description = group.description, channels = group.channels } = args;
    const clash = taken(call, { name, handle }, group.id);
    if (clash) return fail(clash);
    return shown(
      changeGroup(call.slack, { ...group, name, handle, description, channels }, call.install.botUser),
    );
  },
});

const toggle = (name: 'usergroups.enable' | 'usergroups.disable', disabled: boolean) =>
  method(name, {
    ...WRITE,
    args: z.object({ usergroup: text }),
    run: (call, args) => {
      const group = groupOf(call, args.usergroup);
      if (isFailure(group)) return group;
      return shown(changeGroup(call.slack, { ...group, disabled }, call.install.botUser));
    },
  });

export const userGroupMethods = [
  list,
  users,
  setUsers,
  create,
  update,
  toggle('usergroups.enable', false),
  toggle('usergroups.disable', true),
].map(paid);

/** User groups need a paid plan. Source: https://docs.slack.dev/reference/methods/usergroups.list */
function paid(one: Method): Method {
  return {
    ...one,
    run: (call, raw) => {
      const workspace = call.slack.world.workspaces.get(call.install.teamId);
      return workspace?.plan === 'paid' ? one.run(call, raw) : fail('plan_upgrade_required');
    },
  };
}
