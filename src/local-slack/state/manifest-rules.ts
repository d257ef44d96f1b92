import type { Manifest } from './manifest.ts';

/**
 * The scope each bot event needs; for several, any one of them.
 * Source: https://docs.slack.dev/reference/events
 */
const SCOPES_OF_EVENTS: Record<string, string[]> = {
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  channel_archive: ['channels:read'],
  channel_created: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  group_archive: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  subteam_created: ['usergroups:read'],
  subteam_members_changed: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  team_join: ['users:read'],
  user_change: ['users:read'],
};

/** What Slack refuses in a manifest that is well formed: scopes and addresses that its features need. */
export function missingParts({ features, oauth_config, settings }: Manifest): string[] {
  const scopes = oauth_config.scopes.bot;
  const { slash_commands: commands, shortcuts } = features;
  const problems: string[] = [];
  if (commands.length + shortcuts.length > 0 && !scopes.includes('commands')) {
    problems.push('slash commands and shortcuts need the scope commands');
  }
  for (const event of settings.event_subscriptions.bot_events) {
    const needed = SCOPES_OF_EVENTS[event] ?? [];
    if (needed.length > 0 && !needed.some((scope) => scopes.includes(scope))) {
      problems.push(`the event ${event} needs the scope ${needed.join(' or ')}`);
    }
  }
  if (scopes.length > 0 && !features.bot_user) problems.push('bot scopes need a bot user');
  if (settings.socket_mode_enabled) return problems;
  if (settings.event_subscriptions.bot_events.length > 0 && !settings.event_subscriptions.request_url) {
    problems.push('events need settings.event_subscriptions.request_url, or Socket Mode');
  }
  if (settings.interactivity?.is_enabled && !settings.interactivity.request_url) {
    problems.push('interactivity needs settings.interactivity.request_url, or Socket Mode');
  }
  for (const { command, url } of commands) {
    if (!url) problems.push(`${command} needs a url, or Socket Mode`);
  }
  return problems;
}
