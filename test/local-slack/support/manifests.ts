import { fileURLToPath } from 'node:url';
import { type Manifest, parseManifest, readManifest } from '../../../src/local-slack/state/manifest.ts';

/** The manifest in a file of this project. */
export function manifestIn(path: string): Manifest {
  const result = readManifest(fileURLToPath(new URL(`../../../${path}`, import.meta.url)));
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.manifest;
}

/** Every scope that a method of Local Slack asks for. */
export const everyScope = [
  'app_mentions:read',
  'bookmarks:read',
  'bookmarks:write',
  'channels:history',
  'channels:join',
  'channels:manage',
  'channels:read',
  'chat:write',
  'chat:write.customize',
  'chat:write.public',
  'commands',
  'dnd:read',
  'emoji:read',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'pins:read',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'usergroups:write',
  'users.profile:read',
  'users:read',
  'users:read.email',
];

export const everyEvent = [
  'app_home_opened',
  'app_mention',
  'channel_archive',
  'channel_deleted',
  'channel_rename',
  'channel_unarchive',
  'function_executed',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'reaction_added',
  'reaction_removed',
  'subteam_members_changed',
  'subteam_updated',
  'team_join',
  'user_change',
];

type Parts = {
  scopes: string[];
  events?: string[];
  /** An app that takes requests at this address, instead of Socket Mode. */
  requestUrl?: string;
  home?: {
    home_tab_enabled?: boolean;
    messages_tab_enabled?: boolean;
    messages_tab_read_only_enabled?: boolean;
  };
  interactive?: boolean;
};

/** The manifest of an app for tests: `/try`, two shortcuts, a function, and what else is asked for. */
export function manifestWith({ scopes, events = [], requestUrl, home, interactive = true }: Parts): Manifest {
  const url = requestUrl ? { url: requestUrl } : {};
  const request_url = requestUrl ? { request_url: requestUrl } : {};
  const result = parseManifest(
    JSON.stringify({
      display_information: { name: 'Tester' },
      features: {
        app_home: { home_tab_enabled: true, messages_tab_enabled: true, ...home },
        bot_user: { display_name: 'Tester' },
        slash_commands: scopes.includes('commands')
          ? [{ command: '/try', description: 'Try it', should_escape: true, ...url }]
          : [],
        shortcuts: scopes.includes('commands')
          ? [
              { name: 'Start', type: 'global', callback_id: 'start', description: 'Start something' },
              { name: 'Keep', type: 'message', callback_id: 'keep', description: 'Keep a message' },
            ]
          : [],
      },
      oauth_config: { scopes: { bot: scopes } },
      settings: {
        event_subscriptions: { bot_events: events, ...request_url },
        interactivity: { is_enabled: interactive, ...request_url },
        socket_mode_enabled: requestUrl === undefined,
      },
      functions: {
        greet: {
          title: 'Greet',
          input_parameters: { who: { type: 'string', is_required: true } },
          output_parameters: { greeting: { type: 'string', is_required: true } },
        },
      },
    }),
  );
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.manifest;
}
