import {
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Message } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { timeline } from '../state/timeline.ts';
import { dayDivider } from '../text/date-format.ts';
import { Icon } from '../ui/icon.tsx';
import { MessageRow } from './message-row.tsx';

type Props = {
  messages: Message[];
  label: string;
  inThread?: boolean;
  readUpTo?: string;
  editing: string | null;
  onEdit: (ts: string | null) => void;
};

const NEAR_BOTTOM_PX = 60;

/** A conversation, newest at the bottom, where it stays while one is there. Arrow keys move from message to message. */
export function MessageList({ messages, label, inThread = false, readUpTo, editing, onEdit }: Props) {
  const { viewer, time } = useClient();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atBottom = useRef(true);
  const [behind, setBehind] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const items = useMemo(
    () =>
      timeline(messages, {
        tz: time.tz,
        me: viewer.me.id,
        inThread,
        ...(readUpTo === undefined ? {} : { readUpTo }),
      }),
    [messages, time.tz, viewer.me.id, inThread, readUpTo],
  );
  const reachable = messages.some((message) => message.ts === current) ? current : messages.at(-1)?.ts;

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null || content.current === null) return;
    const unread = box.querySelector<HTMLElement>('.unread-divider');
    if (unread !== null && unread.offsetTop < box.scrollHeight - box.clientHeight) {
      box.scrollTop = unread.offsetTop - 40;
      atBottom.current = false;
    }
    // Pictures that load and cards that grow must not push the newest message out of sight.
    const watch = new ResizeObserver(() => {
      if (atBottom.current) box.scrollTop = box.scrollHeight;
      else setBehind(box.scrollHeight - box.scrollTop - box.clientHeight > NEAR_BOTTOM_PX);
    });
    watch.observe(content.current);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);

  // One's own new message is always shown.
  const newest = messages.at(-1);
  const ownNewest = newest?.user === viewer.me.id ? newest.ts : null;
  useEffect(() => {
    if (ownNewest !== null && scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [ownNewest]);

  const onScroll = () => {
    const box = scroller.current;
    if (box === null) return;
    atBottom.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_BOTTOM_PX;
    setBehind(!atBottom.current);
  };
  const onFocus = (event: FocusEvent) => {
    const row = event.target.closest<HTMLElement>('[data-ts]');
    if (row?.dataset.ts !== undefined) setCurrent(row.dataset.ts);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.ts === undefined) return;
    const rows = [...(content.current?.querySelectorAll<HTMLElement>('[data-ts]') ?? [])];
    const at = rows.indexOf(event.target);
    const next = { ArrowUp: rows[at - 1], ArrowDown: rows[at + 1], Home: rows[0], End: rows.at(-1) }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div className={`message-area${inThread ? ' in-thread' : ''}`}>
      <div ref={scroller} className="message-scroller" onScroll={onScroll}>
        <div
          ref={content}
          role="feed"
          aria-label={label}
          className="message-list"
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => {
            if (item.kind === 'day') {
              return (
                <div key={item.key} className="day-divider">
                  <span>{dayDivider(item.at, time)}</span>
                </div>
              );
            }
            if (item.kind === 'unread') {
              return (
                <div key={item.key} className="unread-divider">
                  <span>New</span>
                </div>
              );
            }
            if (item.kind === 'replies') {
              return (
                <div key={item.key} className="reply-count">
                  {item.count === 1 ? '1 reply' : `${item.count} replies`}
                </div>
              );
            }
            const { message } = item;
            return (
              <MessageRow
                key={item.key}
                message={message}
                compact={item.compact}
                inThread={inThread}
                editing={editing === message.ts}
                onEdit={onEdit}
                reachable={reachable === message.ts}
              />
            );
          })}
        </div>
      </div>
      {behind && (
        <button
          type="button"
          className="jump"
          onClick={() =>
            scroller.current?.scrollTo({ top: scroller.current.scrollHeight, behavior: 'smooth' })
          }
        >
          <Icon name="jump" size={16} /> Latest messages
        </button>
      )}
    </div>
  );
}
