import type { Message } from '../../protocol.ts';
import { isoDate } from '../text/date-format.ts';

export type TimelineItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: string }
  /** In a thread, between its root and the replies. */
  | { kind: 'replies'; key: string; count: number }
  /** `compact` follows one by the same person so closely that name and picture need no repeating. Apps' cards never do. */
  | { kind: 'message'; key: string; message: Message; compact: boolean };

const COMPACT_WITHIN_MS = 5 * 60_000;

/** Milliseconds since 1970 of a message id. */
export function tsMs(ts: string): number {
  return Number(ts) * 1000;
}

/**
 * Messages with a divider for each day in the viewer's zone and one before the first unread message.
 * @param readUpTo the last message that was read when the conversation was opened
 */
export function timeline(
  messages: Message[],
  options: { tz: string; me: string; inThread?: boolean; readUpTo?: string },
): TimelineItem[] {
  const items: TimelineItem[] = [];
  let day = '';
  let previous: Message | null = null;
  let unreadShown = options.readUpTo === undefined;
  for (const message of messages) {
    const at = tsMs(message.ts);
    const thisDay = isoDate(at, options.tz);
    const startsDay = thisDay !== day;
    if (startsDay) items.push({ kind: 'day', key: `day-${thisDay}`, at });
    day = thisDay;
    const isNew =
      !unreadShown &&
      message.ts > (options.readUpTo ?? '') &&
      message.user !== options.me &&
      !message.ephemeral;
    if (isNew) items.push({ kind: 'unread', key: 'unread' });
    unreadShown ||= isNew;
    const isCard = message.appId !== undefined && !options.inThread;
    const follows = previous !== null && !startsDay && !isNew && !isCard && followsClosely(previous, message);
    items.push({ kind: 'message', key: message.ts, message, compact: follows });
    previous = message;
    const replies = messages.length - 1;
    if (options.inThread && message === messages[0] && replies > 0) {
      items.push({ kind: 'replies', key: 'replies', count: replies });
      previous = null;
    }
  }
  return items;
}

function followsClosely(previous: Message, message: Message): boolean {
  return (
    previous.user === message.user &&
    previous.ephemeral === message.ephemeral &&
    !message.broadcast &&
    !previous.replyCount &&
    tsMs(message.ts) - tsMs(previous.ts) < COMPACT_WITHIN_MS
  );
}
