import { CHANNELS_WITH_APPS } from '../seed.ts';
import { newId, newSecret } from '../state/ids.ts';
import type { Manifest } from '../state/manifest.ts';
import type { Install, StoredApp } from '../state/model.ts';
import type { World } from '../state/world.ts';

/**
 * Registers the app of a manifest, or takes up its changes when it is known by that name. Its tokens are made
 * once, mean nothing anywhere else, and stay with it.
 */
export function registerApp(world: World, manifest: Manifest): StoredApp {
  const { name } = manifest.display_information;
  const known = world.apps.find((app) => app.name === name);
  if (known) return world.apps.put(known.id, { ...known, manifest });
  const id = newId('A');
  return world.apps.put(id, {
    id,
    name,
    manifest,
    signingSecret: newSecret(32),
    verificationToken: newSecret(24),
    appToken: `xapp-1-${id}-${newSecret(12)}-${newSecret(48)}`,
  });
}

/** Installs an app in a workspace with its bot user; an app that is there gets the manifest's scopes. */
export function installApp(world: World, app: StoredApp, teamId: string, atSeconds: number): Install {
  const key = `${teamId}:${app.id}`;
  const scopes = app.manifest.oauth_config.scopes.bot;
  const known = world.installs.get(key);
  if (known) return world.installs.put(key, { ...known, scopes });
  const botUser = newId('U');
  const botId = newId('B');
  const displayName = app.manifest.features.bot_user?.display_name ?? app.name;
  world.people.put(botUser, {
    id: botUser,
    teamId,
    name: displayName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'),
    realName: displayName,
    title: '',
    email: '',
    kind: 'bot',
    deactivated: false,
    tz: 'America/Los_Angeles',
    color: '#334155',
    updatedAt: atSeconds,
    botId,
    appId: app.id,
  });
  for (const id of CHANNELS_WITH_APPS) {
    const channel = world.conversations.get(id);
    if (channel?.teamId === teamId) {
      world.conversations.put(id, { ...channel, members: [...channel.members, botUser] });
    }
  }
  const botToken = `xoxb-${newSecret(12)}-${newSecret(12)}-${newSecret(24)}`;
  return world.installs.put(key, { appId: app.id, teamId, botUser, botId, botToken, scopes });
}
