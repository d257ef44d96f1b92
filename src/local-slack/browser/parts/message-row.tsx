import { memo, useMemo, useState } from 'react';
import type { Message, Person } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { tsMs } from '../state/timeline.ts';
import { clockTime, formatDate } from '../text/date-format.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageEditor } from './message-editor.tsx';
import { MessageFiles } from './message-files.tsx';
import { MessageToolbar } from './message-toolbar.tsx';
import { Reactions } from './reactions.tsx';
import { ThreadSummary } from './thread-summary.tsx';

type Props = {
  message: Message;
  compact: boolean;
  /** In a thread's own pane, which shows no summary of it. */
  inThread: boolean;
  editing: boolean;
  onEdit: (ts: string | null) => void;
  /** Whether Tab reaches it; the arrow keys reach the others. */
  reachable: boolean;
};

/** A message, with what one can do to it when it is pointed at or has the focus. */
export const MessageRow = memo(function MessageRow({
  message,
  compact,
  inThread,
  editing,
  onEdit,
  reachable,
}: Props) {
  const { viewer, time, place, go } = useClient();
  const [near, setNear] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const person = viewer.people[message.user];
  const at = tsMs(message.ts);
  const shown = clockTime(at, time);
  const stamp = useMemo(
    () => formatDate(Math.floor(at / 1000), '{date_long} at {time_secs}', time),
    [at, time],
  );
  return (
    <article
      className={`message${compact ? ' compact' : ''}${message.ephemeral ? ' ephemeral' : ''}`}
      aria-label={`${person?.realName ?? 'Someone'}, ${shown}`}
      tabIndex={reachable ? 0 : -1}
      data-ts={message.ts}
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(false)}
      onFocus={() => setNear(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setNear(false)}
    >
      {message.ephemeral && (
        <p className="only-you">
          <Icon name="eye" size={14} /> Only visible to you
        </p>
      )}
      {message.broadcast && !inThread && (
        <p className="only-you">
          <Icon name="thread" size={14} />
          <button type="button" className="link" onClick={() => go({ ...place, thread: threadOf(message) })}>
            Replied to a thread
          </button>
        </p>
      )}
      <div className="message-gutter">
        {compact ? (
          <span className="gutter-time">{shown.replace(/ [AP]M$/, '')}</span>
        ) : (
          <Avatar person={person} />
        )}
      </div>
      <div className="message-main">
        {!compact && <MessageHead person={person} shown={shown} stamp={stamp} />}
        {editing ? (
          <MessageEditor message={message} onDone={() => onEdit(null)} />
        ) : (
          <MessageBody message={message} />
        )}
        {message.files && message.files.length > 0 && <MessageFiles files={message.files} />}
        {message.reactions && message.reactions.length > 0 && <Reactions message={message} />}
        {!inThread && (message.replyCount ?? 0) > 0 && <ThreadSummary message={message} />}
      </div>
      {(near || menuOpen) && !editing && !message.ephemeral && (
        <MessageToolbar
          message={message}
          inThread={inThread}
          onEdit={() => onEdit(message.ts)}
          onMenu={setMenuOpen}
        />
      )}
    </article>
  );
});

function threadOf({ channel, ts, threadTs }: Message) {
  return { channel, ts: threadTs ?? ts };
}

function MessageHead({ person, shown, stamp }: { person: Person | undefined; shown: string; stamp: string }) {
  return (
    <div className="message-head">
      <b className="author">{person?.realName ?? 'Someone'}</b>
      {person?.kind === 'bot' && <span className="badge-app">App</span>}
      <time title={stamp}>{shown}</time>
    </div>
  );
}
