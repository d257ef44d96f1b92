import { useState } from 'react';
import type { Conversation } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { clockTime } from '../text/date-format.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { MembersDialog } from './members-dialog.tsx';

/** A conversation's name, what it is about, and who is in it. */
export function ConversationHead({ conversation }: { conversation: Conversation }) {
  const { viewer, time } = useClient();
  const [showsMembers, setShowsMembers] = useState(false);
  const person = viewer.people[conversation.with ?? ''];
  if (conversation.kind === 'dm') {
    return (
      <header className="pane-head">
        <Avatar person={person} size={24} />
        <h1>{person?.realName ?? conversation.name}</h1>
        {person && (
          <span className="topic">
            {person.title}
            {person.kind !== 'bot' &&
              `, ${clockTime(time.now, { tz: person.tz, hour24: time.hour24 })} local time`}
          </span>
        )}
      </header>
    );
  }
  return (
    <header className="pane-head">
      <h1>
        <Icon name={conversation.kind === 'private' ? 'lock' : 'hash'} size={18} />
        {conversation.name}
      </h1>
      {conversation.archived && <span className="badge-quiet">Archived</span>}
      {conversation.shared && <span className="badge-quiet">Shared</span>}
      <span className="topic">{conversation.topic}</span>
      <button
        type="button"
        className="members-button push"
        aria-label={`${conversation.members.length} members`}
        onClick={() => setShowsMembers(true)}
      >
        <Icon name="people" size={16} />
        {conversation.members.length}
      </button>
      {showsMembers && <MembersDialog conversation={conversation} onClose={() => setShowsMembers(false)} />}
    </header>
  );
}
