import { appOf, type Slack } from '../slack.ts';
import type { Install, StoredConversation, StoredPerson } from '../state/model.ts';
import { responseUrlFor } from './response-urls.ts';

/** Who acted, as every interaction names them. A person of another workspace comes with their own team. */
export function actor(slack: Slack, person: StoredPerson) {
  const team = slack.world.workspaces.get(person.teamId);
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    team: { id: person.teamId, domain: team?.domain ?? '' },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** What every interaction says about its app. */
export function addressee(slack: Slack, install: Install) {
  const app = appOf(slack, install);
  return { api_app_id: app.id, token: app.verificationToken };
}

/** A conversation as payloads name it: private ones and DMs without their real name. */
export function channelOf(conversation: StoredConversation): { id: string; name: string } {
  const names = {
    channel: conversation.name,
    private: 'privategroup',
    group: 'privategroup',
    dm: 'directmessage',
  };
  return { id: conversation.id, name: names[conversation.kind] };
}

/** Source: https://docs.slack.dev/interactivity/implementing-slash-commands */
export function commandPayload(
  slack: Slack,
  install: Install,
  person: StoredPerson,
  conversation: StoredConversation,
  command: string,
  text: string,
): Record<string, unknown> {
  const team = slack.world.workspaces.get(person.teamId);
  const channel = channelOf(conversation);
  return {
    token: appOf(slack, install).verificationToken,
    team_id: person.teamId,
    team_domain: team?.domain ?? '',
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: install.appId,
    is_enterprise_install: 'false',
    response_url: responseUrlFor(slack, install, { channel: conversation.id, user: person.id }),
    trigger_id: slack.triggers.issue({ appId: install.appId, teamId: install.teamId, user: person.id }),
  };
}
