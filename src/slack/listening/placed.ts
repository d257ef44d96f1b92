import { z } from 'zod';
import type { ModalView } from '../blocks/slack-types.ts';
import { NOWHERE, type Place } from './asking.ts';

const Placed = z.object({
  place: z.object({ channel: z.string().max(40).nullable(), thread: z.string().max(40).nullable() }),
});

/** Slack's limit for a view's `private_metadata`. */
const MOST_METADATA = 3_000;

/** A view that remembers where it was opened from, so that what comes of it is told there. */
export function placed<V extends ModalView>(view: V, { channel, thread }: Place): V {
  const before: unknown = JSON.parse(view.private_metadata || '{}');
  const metadata = JSON.stringify({ ...(before as object), place: { channel, thread } });
  return metadata.length > MOST_METADATA ? view : { ...view, private_metadata: metadata };
}

/** Where a submitted view was opened from; nowhere when it does not say. */
export function placeOf(metadata: string | undefined): Place {
  try {
    const parsed = Placed.safeParse(JSON.parse(metadata || '{}'));
    return parsed.success ? { ...parsed.data.place, release: null } : NOWHERE;
  } catch {
    return NOWHERE;
  }
}
