import * as z from 'zod';
import { appOf } from '../slack.ts';
import { text } from './args.ts';
import { method, none } from './method.ts';
import { fail, invalidArguments } from './reply.ts';

const apiTest = method('api.test', {
  token: 'none',
  rate: 'unlimited',
  args: z.looseObject({ error: text.optional() }),
  run: (_call, args) =>
    args.error
      ? { ok: false, error: args.error, args }
      : { ok: true, ...(Object.keys(args).length ? { args } : {}) },
});

const authTest = method('auth.test', {
  rate: 'unlimited',
  args: none,
  run: ({ slack, install }) => {
    const workspace = slack.world.workspaces.get(install.teamId);
    return {
      ok: true,
      url: `${slack.url}/`,
      team: workspace?.name ?? '',
      user: slack.world.people.get(install.botUser)?.name ?? '',
      team_id: install.teamId,
      user_id: install.botUser,
      bot_id: install.botId,
      is_enterprise_install: false,
    };
  },
});

const connectionsOpen = method('apps.connections.open', {
  token: 'app',
  rate: { tier: 3 },
  args: none,
  run: ({ slack, install }) => {
    if (!appOf(slack, install).manifest.settings.socket_mode_enabled) return fail('socket_mode_not_enabled');
    const ticket = slack.sockets.ticketFor(install.appId);
    const url = `${slack.url.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${install.appId}`;
    return { ok: true, url };
  },
});

const botsInfo = method('bots.info', {
  scopes: ['users:read'],
  rate: { tier: 3 },
  args: z.object({ bot: text.optional() }),
  run: ({ slack, install }, { bot }) => {
    if (!bot) return invalidArguments(['missing required field: bot']);
    const found = slack.world.installs.find((one) => one.botId === bot && one.teamId === install.teamId);
    if (!found) return fail('bot_not_found');
    const { name } = appOf(slack, found);
    return {
      ok: true,
      bot: {
        id: bot,
        deleted: false,
        name,
        updated: 0,
        app_id: found.appId,
        user_id: found.botUser,
        icons: {},
      },
    };
  },
});

const teamInfo = method('team.info', {
  scopes: ['team:read'],
  rate: { tier: 3 },
  args: z.object({ team: text.optional() }),
  run: ({ slack, install }, { team = install.teamId }) => {
    const workspace = slack.world.workspaces.get(team);
    if (!workspace || team !== install.teamId) return fail('team_not_found');
    const { id, name, domain } = workspace;
    return { ok: true, team: { id, name, domain, email_domain: '', icon: {}, url: `${slack.url}/` } };
  },
});

const dndOff = {
  dnd_enabled: false,
  next_dnd_start_ts: 1,
  next_dnd_end_ts: 1,
  snooze_enabled: false,
};

const dndInfo = method('dnd.info', {
  scopes: ['dnd:read'],
  rate: { tier: 3 },
  args: z.object({ user: text.optional() }),
  run: ({ slack, install }, { user = install.botUser }) =>
    slack.world.people.get(user) ? { ok: true, ...dndOff } : fail('user_not_found'),
});

const dndTeamInfo = method('dnd.teamInfo', {
  scopes: ['dnd:read'],
  rate: { tier: 2 },
  args: z.object({ users: text.default('') }),
  run: (_call, { users }) => {
    const ids = users.split(',').filter((id) => id !== '');
    if (ids.length === 0) return fail('no_users_provided');
    return { ok: true, users: Object.fromEntries(ids.map((id) => [id, dndOff])) };
  },
});

const emojiList = method('emoji.list', {
  scopes: ['emoji:read'],
  rate: { tier: 2 },
  args: none,
  run: () => ({ ok: true, emoji: {}, cache_ts: '0' }),
});

export const basicMethods = [
  apiTest,
  authTest,
  connectionsOpen,
  botsInfo,
  teamInfo,
  dndInfo,
  dndTeamInfo,
  emojiList,
];
