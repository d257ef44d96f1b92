import { messagesIn } from '../messages/find.ts';
import type { Slack } from '../slack.ts';
import type { StoredConversation, StoredMessage } from '../state/model.ts';

/** Older messages are not counted: the mark says "many" long before. */
const NEWEST = 200;

const NOT_READ = '0000000000.000000';

/** Where a viewer has read to, and how much is after it. Replies in threads do not count, as in Slack. */
export function unreadCounts(slack: Slack, conversation: StoredConversation, viewer: string) {
  if (!conversation.members.includes(viewer)) return { lastRead: NOT_READ, unread: 0, mentions: 0 };
  const lastRead = slack.world.reads.get(`${viewer}:${conversation.id}`) ?? NOT_READ;
  const newest = messagesIn(slack, conversation.id).slice(-NEWEST);
  const unread = newest.filter(
    (m) => m.ts > lastRead && m.user !== viewer && (m.threadTs === undefined || m.broadcast === true),
  );
  const loud = conversation.kind === 'dm' ? unread : unread.filter((m) => mentions(slack, m, viewer));
  return { lastRead, unread: unread.length, mentions: loud.length };
}

function mentions(slack: Slack, message: StoredMessage, viewer: string): boolean {
  const text = message.text + (message.blocks.length > 0 ? JSON.stringify(message.blocks) : '');
  if (text.includes(`<@${viewer}>`) || /<!(channel|here|everyone)/.test(text)) return true;
  return slack.world.userGroups
    .filter((group) => group.users.includes(viewer))
    .some((group) => text.includes(`<!subteam^${group.id}`));
}
