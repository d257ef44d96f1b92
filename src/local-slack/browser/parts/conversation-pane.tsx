import { useEffect, useState } from 'react';
import type { Conversation } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { rootMessages } from '../state/select.ts';
import { Composer } from './composer.tsx';
import { ConversationFoot } from './conversation-foot.tsx';
import { ConversationIntro } from './conversation-intro.tsx';
import { FirstSteps } from './first-steps.tsx';
import { MessageList } from './message-list.tsx';

/** A conversation's messages, and where one writes in it. Give it the conversation's id as key. */
export function ConversationPane({ conversation }: { conversation: Conversation }) {
  const { viewer, act } = useClient();
  const [readUpTo] = useState(conversation.lastRead);
  const [editing, setEditing] = useState<string | null>(null);
  const [offer, setOffer] = useState<{ text: string } | undefined>(undefined);
  const messages = rootMessages(viewer, conversation.id);
  const name = conversation.kind === 'dm' ? conversation.name : `#${conversation.name}`;
  const newest = messages.findLast((message) => !message.ephemeral)?.ts;
  const { id, lastRead, unread } = conversation;

  useEffect(() => {
    const read = () => {
      const isSeen = document.visibilityState === 'visible';
      if (isSeen && newest !== undefined && (newest > lastRead || unread > 0))
        void act({ type: 'read', channel: id, ts: newest });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [act, id, newest, lastRead, unread]);

  return (
    <>
      {messages.length === 0 && <ConversationIntro conversation={conversation} />}
      <MessageList
        messages={messages}
        label={`Messages in ${name}`}
        readUpTo={readUpTo}
        editing={editing}
        onEdit={setEditing}
      />
      {conversation.kind !== 'dm' && <FirstSteps onOffer={(text) => setOffer({ text })} />}
      <ConversationFoot conversation={conversation}>
        <Composer
          channel={id}
          placeholder={`Message ${name}`}
          onEditLast={setEditing}
          {...(offer === undefined ? {} : { offer })}
        />
      </ConversationFoot>
    </>
  );
}
