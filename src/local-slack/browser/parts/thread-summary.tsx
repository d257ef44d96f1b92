import type { Message } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { threadMessages } from '../state/select.ts';
import { formatDate } from '../text/date-format.ts';
import { Avatar } from '../ui/avatar.tsx';

const FACES = 3;
const RECENT_MS = 60_000;

/** Under a thread's root: who replied, how often, and when last. Opens the thread. */
export function ThreadSummary({ message }: { message: Message }) {
  const { viewer, place, go, time } = useClient();
  const { replies } = threadMessages(viewer, message.channel, message.ts);
  const count = message.replyCount ?? replies.length;
  const faces = [...new Set(replies.map((reply) => reply.user))].slice(0, FACES);
  const last = Math.floor(Number(message.latestReply ?? message.ts));
  const isRecent = time.now - last * 1000 < RECENT_MS;
  const ago = isRecent ? 'just now' : formatDate(last, '{ago}', time).toLowerCase();
  return (
    <button
      type="button"
      className="thread-summary"
      onClick={() => go({ ...place, thread: { channel: message.channel, ts: message.ts } })}
    >
      {faces.map((user) => (
        <Avatar key={user} person={viewer.people[user]} size={24} />
      ))}
      <b>{count === 1 ? '1 reply' : `${count} replies`}</b>
      <span className="quiet">Last reply {ago}</span>
    </button>
  );
}
