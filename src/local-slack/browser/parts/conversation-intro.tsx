import type { Conversation } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { Avatar } from '../ui/avatar.tsx';

/** What an empty conversation says. */
export function ConversationIntro({ conversation }: { conversation: Conversation }) {
  const { viewer } = useClient();
  const person = viewer.people[conversation.with ?? ''];
  if (conversation.kind === 'dm') {
    return (
      <div className="intro">
        <Avatar person={person} size={48} />
        <h2>{person?.realName ?? conversation.name}</h2>
        <p>This conversation is just between the two of you.</p>
      </div>
    );
  }
  return (
    <div className="intro">
      <h2># {conversation.name}</h2>
      <p>{conversation.topic === '' ? 'This is the very beginning of the channel.' : conversation.topic}</p>
    </div>
  );
}
