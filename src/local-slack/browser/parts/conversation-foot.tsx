import type { ReactNode } from 'react';
import type { Conversation } from '../../protocol.ts';
import { useClient } from '../state/context.ts';

/** Where one writes, or why one cannot. */
export function ConversationFoot({
  conversation,
  children,
}: {
  conversation: Conversation;
  children: ReactNode;
}) {
  const { viewer, act } = useClient();
  if (conversation.archived)
    return <p className="foot-note">This channel is archived. It can be read, not written to.</p>;
  if (conversation.members.includes(viewer.me.id)) return children;
  return (
    <div className="foot-note">
      <p>
        You are looking at <b>#{conversation.name}</b>.
      </p>
      <button
        type="button"
        className="button button-primary"
        onClick={() => void act({ type: 'join', channel: conversation.id })}
      >
        Join channel
      </button>
    </div>
  );
}
