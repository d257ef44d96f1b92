import type { PersonId } from '../../environment/person.ts';
import type { Connection } from './connection.ts';
import { localPerson } from './workspace.ts';

/** Who installs, and where release cards go at first; the channel is null where Rampart is in none. */
export type FirstRun = { by: PersonId; channel: string | null };

const CARDS_CHANNEL = 'releases';
const PAGE = 200;

/**
 * Finds who administers a new installation: the Slack user of the configuration, else the workspace's primary
 * owner, else one of its owners. Cards go to #releases where Rampart is in it, else to the first channel it is in.
 *
 * @param admin Slack user id from the configuration, or null
 */
export async function firstRun(connection: Connection, admin: string | null): Promise<FirstRun> {
  const workspace = connection.workspace();
  if (workspace === null) throw new Error('connect to Slack first');
  const owner = admin ?? (await ownerOf(connection));
  if (owner === null) {
    throw new Error('Slack names no owner of the workspace: say who administers Rampart in RAMPART_ADMIN');
  }
  return { by: localPerson(workspace, owner), channel: await channelFor(connection) };
}

async function ownerOf({ clients }: Connection): Promise<string | null> {
  let anOwner: string | null = null;
  let cursor = '';
  do {
    const page = await clients.answers.users.list({ limit: PAGE, ...(cursor === '' ? {} : { cursor }) });
    const owners = (page.members ?? []).filter((user) => user.is_owner === true && user.deleted !== true);
    const primary = owners.find((user) => user.is_primary_owner === true);
    if (primary?.id !== undefined) return primary.id;
    anOwner ??= owners[0]?.id ?? null;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return anOwner;
}

async function channelFor({ clients }: Connection): Promise<string | null> {
  const types = 'public_channel,private_channel';
  const { channels = [] } = await clients.answers.users.conversations({ types, exclude_archived: true });
  const chosen = channels.find(({ name }) => name === CARDS_CHANNEL) ?? channels[0];
  return chosen?.id ?? null;
}
