import { conversationForPerson } from '../channels/describe.ts';
import { isShownTo, teamsOf } from '../channels/find.ts';
import { messageForPerson } from '../messages/describe.ts';
import { messagesIn, repliesTo } from '../messages/find.ts';
import { personForPerson } from '../people/describe.ts';
import type { App, Boot, Message, Person } from '../protocol.ts';
import { appOf, installsIn, type Slack } from '../slack.ts';
import type { Install, StoredConversation } from '../state/model.ts';
import { viewForPerson } from '../views/describe.ts';
import { homeOf, openModals } from '../views/stack.ts';
import { clockForPerson } from './clock.ts';

/** How many messages of a conversation a client gets at first; threads come whole. */
const NEWEST = 200;

/**
 * Everything a client shows at first. Without a person it is for the workspace's first member, without a
 * workspace for the first one's; `undefined` when there is no such person in it.
 */
export function bootFor(
  slack: Slack,
  wantedTeam: string | null,
  wantedUser: string | null,
): Boot | undefined {
  const workspaces = slack.world.workspaces.values().map(({ id, name }) => ({ id, name }));
  const team = wantedTeam ? workspaces.find(({ id }) => id === wantedTeam) : workspaces[0];
  const me = wantedUser
    ? slack.world.people.get(wantedUser)
    : slack.world.people.find((person) => person.teamId === team?.id);
  if (!team || me?.teamId !== team.id) return undefined;
  const teamId = team.id;
  const userId = me.id;
  const installs = installsIn(slack, teamId);
  const conversations = slack.world.conversations.filter((c) => isShownTo(c, me));
  return {
    workspaces,
    team,
    me: personForPerson(slack, me, teamId),
    people: peopleFor(slack, teamId),
    groups: slack.world.userGroups
      .filter((group) => group.teamId === teamId && !group.disabled)
      .map(({ id, handle, name, users }) => ({ id, handle, name, users })),
    conversations: conversations.map((c) => conversationForPerson(slack, c, userId)),
    messages: conversations.filter((c) => c.members.includes(userId)).flatMap((c) => newest(slack, c)),
    apps: installs.map((install) => appForPerson(slack, install)),
    commands: installs.flatMap((install) =>
      appOf(slack, install).manifest.features.slash_commands.map(({ command, description, usage_hint }) => ({
        command,
        description,
        usageHint: usage_hint,
        appId: install.appId,
      })),
    ),
    shortcuts: installs.flatMap((install) =>
      appOf(slack, install).manifest.features.shortcuts.map(({ name, callback_id, description, type }) => ({
        name,
        callbackId: callback_id,
        description,
        type,
        appId: install.appId,
      })),
    ),
    homes: Object.fromEntries(
      installs.flatMap(({ appId }) => {
        const view = homeOf(slack, appId, userId);
        return view ? [[appId, viewForPerson(view)]] : [];
      }),
    ),
    modals: openModals(slack, userId).map(viewForPerson),
    clock: clockForPerson(slack),
  };
}

/** Everybody of the workspace, and whoever else is in a channel it shares. */
function peopleFor(slack: Slack, teamId: string): Person[] {
  const shared = slack.world.conversations
    .filter((c) => c.sharedWith.length > 0 && teamsOf(c).includes(teamId))
    .flatMap((c) => c.members);
  return slack.world.people
    .filter((person) => person.teamId === teamId || shared.includes(person.id))
    .map((person) => personForPerson(slack, person, teamId));
}

export function appForPerson(slack: Slack, install: Install): App {
  const app = appOf(slack, install);
  return {
    id: app.id,
    name: app.name,
    botUser: install.botUser,
    hasHome: app.manifest.features.app_home.home_tab_enabled,
    connected: slack.deliverer.isConnected(app),
  };
}

function newest(slack: Slack, conversation: StoredConversation): Message[] {
  const all = messagesIn(slack, conversation.id);
  const roots = all.filter((m) => !m.threadTs || m.threadTs === m.ts).slice(-NEWEST);
  const threads = roots.flatMap((root) => repliesTo(slack, conversation.id, root.ts));
  return [...roots, ...threads]
    .sort((a, b) => (a.ts < b.ts ? -1 : 1))
    .map((message) => messageForPerson(slack, message));
}
