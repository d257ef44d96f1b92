import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Current } from '../../app/current.ts';
import type { StoredOutboxItem } from '../../app/ports/store.ts';

const EVENT_TYPE = 'rampart';

/**
 * The metadata on each message of ours: which outbox item it answers, so that it is found again after an uncertain
 * send, and the head of the log when it was sent, as an anchor outside the database.
 */
export type Stamp = {
  event_type: typeof EVENT_TYPE;
  event_payload: { item: string; kind: string; release: string; revision: number; hash: string };
};

export function stampOf({ id, item }: StoredOutboxItem, current: Current): Stamp {
  const release = 'release' in item ? item.release : '';
  const { revision, hash } = current;
  return { event_type: EVENT_TYPE, event_payload: { item: id, kind: item.kind, release, revision, hash } };
}

const Stamped = z.object({
  ts: z.string(),
  metadata: z.object({
    event_type: z.literal(EVENT_TYPE),
    event_payload: z.object({ item: z.string(), kind: z.string(), release: z.string() }),
  }),
});
export type Stamped = z.infer<typeof Stamped>;

/** How many messages back a send of a moment ago is looked for. */
const MOST_LOOKED_AT = 100;

/** The newest message of ours in a conversation, or under a root in it, that fits. */
export async function findStamped(
  client: WebClient,
  place: { channel: string; thread?: string },
  fits: (payload: Stamped['metadata']['event_payload']) => boolean,
): Promise<string | null> {
  const span = { channel: place.channel, limit: MOST_LOOKED_AT, include_all_metadata: true };
  const { messages = [] } =
    place.thread === undefined
      ? await client.conversations.history(span)
      : await client.conversations.replies({ ...span, ts: place.thread });
  const found = messages
    .map((message) => Stamped.safeParse(message))
    .flatMap((parsed) => (parsed.success ? [parsed.data] : []))
    .filter(({ metadata }) => fits(metadata.event_payload))
    .sort((a, b) => (a.ts < b.ts ? 1 : -1));
  return found[0]?.ts ?? null;
}
