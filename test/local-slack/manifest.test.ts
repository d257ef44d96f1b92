import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/local-slack/state/manifest.ts';
import { manifestIn } from './support/manifests.ts';

/** Manifests are held to what Slack asks of them when an app is made from one. */
const problems = (manifest: object) => {
  const result = parseManifest(JSON.stringify({ display_information: { name: 'App' }, ...manifest }));
  return result.ok ? [] : result.problems;
};

const scopes = (...bot: string[]) => ({
  features: { bot_user: { display_name: 'App' } },
  oauth_config: { scopes: { bot } },
});

describe('a manifest', () => {
  it("of this project's own app is good", () => {
    expect(manifestIn('manifest.yml').features.slash_commands.map(({ command }) => command)).toEqual([
      '/release',
    ]);
  });

  it('needs the scope commands for slash commands', () => {
    const command = { command: '/try', description: 'Try' };
    const settings = { socket_mode_enabled: true };
    const features = { bot_user: { display_name: 'App' }, slash_commands: [command] };
    expect(problems({ features, settings })).toEqual([
      'slash commands and shortcuts need the scope commands',
    ]);
    expect(problems({ ...scopes('commands'), features, settings })).toEqual([]);
  });

  it('needs a scope for each event', () => {
    const settings = { socket_mode_enabled: true, event_subscriptions: { bot_events: ['message.im'] } };
    expect(problems({ settings })).toEqual(['the event message.im needs the scope im:history']);
    expect(problems({ ...scopes('im:history'), settings })).toEqual([]);
  });

  it('takes either scope where two would do', () => {
    const settings = {
      socket_mode_enabled: true,
      event_subscriptions: { bot_events: ['member_joined_channel'] },
    };
    expect(problems({ ...scopes('groups:read'), settings })).toEqual([]);
  });

  it('needs a bot user for bot scopes', () => {
    expect(problems({ oauth_config: { scopes: { bot: ['chat:write'] } } })).toEqual([
      'bot scopes need a bot user',
    ]);
  });

  it('needs addresses without Socket Mode', () => {
    const settings = {
      event_subscriptions: { bot_events: ['app_home_opened'] },
      interactivity: { is_enabled: true },
    };
    expect(problems({ settings })).toHaveLength(2);
  });

  it('says which field is wrong', () => {
    expect(
      problems({
        features: {
          shortcuts: [{ name: 'x'.repeat(25), type: 'global', callback_id: 'c', description: 'd' }],
        },
      }),
    ).toEqual([expect.stringContaining('features.shortcuts.0.name')]);
  });
});
