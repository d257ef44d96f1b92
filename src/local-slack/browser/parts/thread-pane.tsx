import { useEffect, useState } from 'react';
import { useClient } from '../state/context.ts';
import { threadMessages } from '../state/select.ts';
import { Icon } from '../ui/icon.tsx';
import { Composer } from './composer.tsx';
import { ConversationFoot } from './conversation-foot.tsx';
import { MessageList } from './message-list.tsx';

/** A thread beside its conversation. Esc closes it. */
export function ThreadPane({ channel, ts }: { channel: string; ts: string }) {
  const { viewer, place, go } = useClient();
  const [editing, setEditing] = useState<string | null>(null);
  const { root, replies } = threadMessages(viewer, channel, ts);
  const conversation = viewer.conversations[channel];
  const name = conversation?.kind === 'dm' ? conversation.name : `#${conversation?.name ?? ''}`;

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        !document.querySelector('dialog[open], [popover]:popover-open')
      ) {
        go({ ...place, thread: null });
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [go, place]);

  return (
    <aside className="thread-pane" aria-label="Thread">
      <header className="pane-head">
        <h2>Thread</h2>
        <span className="quiet">{name}</span>
        <button
          type="button"
          className="icon-button push"
          aria-label="Close thread"
          onClick={() => go({ ...place, thread: null })}
        >
          <Icon name="close" />
        </button>
      </header>
      {root === null && <p className="foot-note">The message that started this thread was deleted.</p>}
      <MessageList
        messages={root === null ? replies : [root, ...replies]}
        label="Thread"
        inThread
        editing={editing}
        onEdit={setEditing}
      />
      {conversation && (
        <ConversationFoot conversation={conversation}>
          <Composer channel={channel} threadTs={ts} placeholder="Reply…" onEditLast={setEditing} />
        </ConversationFoot>
      )}
    </aside>
  );
}
