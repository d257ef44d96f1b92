import type { WebClient } from '@slack/web-api';
import { attempt } from './trouble.ts';

/** Conversations as we need them: ids for names, DMs, and being in a channel. */
export type Places = {
  /** The id of a channel that was given by id or name; null when there is none of that name. */
  channel(idOrName: string): Promise<string | null>;
  /** The DM with a user. Throws what Slack says. */
  dm(user: string): Promise<string>;
  /** Joins a public channel, so that history can be read and mentions arrive; quietly not where we may not. */
  join(channel: string): Promise<void>;
};

const PAGE = 200;

export function createPlaces(client: WebClient): Places {
  const dms = new Map<string, string>();
  const joined = new Set<string>();
  /** Found once, a name keeps meaning that channel: it may be renamed, its id stays. */
  const named = new Map<string, string>();
  return {
    async channel(idOrName) {
      if (/^[CGD][A-Z0-9]{6,}$/.test(idOrName)) return idOrName;
      const name = idOrName.replace(/^#/, '').toLowerCase();
      const known = named.get(name);
      if (known !== undefined) return known;
      let cursor = '';
      do {
        const page = await client.conversations.list({
          types: 'public_channel,private_channel',
          exclude_archived: true,
          limit: PAGE,
          ...(cursor === '' ? {} : { cursor }),
        });
        const found = page.channels?.find((channel) => channel.name === name);
        if (found?.id !== undefined) {
          named.set(name, found.id);
          return found.id;
        }
        cursor = page.response_metadata?.next_cursor ?? '';
      } while (cursor !== '');
      return null;
    },
    async dm(user) {
      const known = dms.get(user);
      if (known !== undefined) return known;
      const { channel } = await client.conversations.open({ users: user });
      if (channel?.id === undefined) throw new Error('Slack opened a direct message without saying where');
      dms.set(user, channel.id);
      return channel.id;
    },
    async join(channel) {
      if (joined.has(channel) || channel.startsWith('D')) return;
      const answer = await attempt(client.conversations.join({ channel }));
      if (answer.ok || answer.trouble.kind !== 'again' || !answer.trouble.uncertain) joined.add(channel);
    },
  };
}
