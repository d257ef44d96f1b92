import { useState } from 'react';
import type { Conversation } from '../../protocol.ts';
import { peopleChoices } from '../elements/select-choices.tsx';
import { useClient } from '../state/context.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Who is in a channel; one may add others, and leave. */
export function MembersDialog({
  conversation,
  onClose,
}: {
  conversation: Conversation;
  onClose: () => void;
}) {
  const { viewer, act } = useClient();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { id, members } = conversation;
  const others = peopleChoices(viewer).filter((choice) => !members.includes(choice.key));
  const isMember = members.includes(viewer.me.id);
  const invite = async (user: string) => {
    const reply = await act({ type: 'invite', channel: id, user });
    setTrouble(reply.ok || !('trouble' in reply) ? null : reply.explanation);
  };
  const leave = async () => {
    const reply = await act({ type: 'leave', channel: id });
    if (reply.ok) onClose();
    else setTrouble('trouble' in reply ? reply.explanation : 'You could not leave.');
  };
  return (
    <Dialog
      title={`#${conversation.name}`}
      onClose={onClose}
      footer={
        isMember && (
          <button type="button" className="button button-danger" onClick={() => void leave()}>
            Leave channel
          </button>
        )
      }
    >
      {isMember && (
        <div className="field">
          <Combobox
            label="Add someone"
            placeholder="Add someone"
            choices={others}
            chosen={[]}
            onChoose={([choice]) => choice && void invite(choice.key)}
          />
        </div>
      )}
      {trouble !== null && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
      <ul className="member-list">
        {members.map((member) => (
          <li key={member}>
            <Avatar person={viewer.people[member]} size={28} />
            <b>{viewer.people[member]?.realName ?? member}</b>
            <span className="quiet">{viewer.people[member]?.title}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
