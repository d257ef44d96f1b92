import { useId, useState } from 'react';
import { useClient } from '../state/context.ts';
import { Dialog } from '../ui/dialog.tsx';

export function NewChannelDialog({ onClose }: { onClose: () => void }) {
  const { act, go } = useClient();
  const [name, setName] = useState('');
  const [isPrivate, setPrivate] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const id = useId();
  const create = async () => {
    const reply = await act({ type: 'create-channel', name, private: isPrivate });
    if (!reply.ok) return setTrouble('trouble' in reply ? reply.explanation : 'It could not be created.');
    onClose();
    if (reply.channel) go({ main: { kind: 'conversation', channel: reply.channel }, thread: null });
  };
  return (
    <Dialog
      title="Create a channel"
      onClose={onClose}
      footer={
        <button type="submit" form={id} className="button button-primary" disabled={name.trim() === ''}>
          Create
        </button>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <label className="field">
          <span className="field-label">Name</span>
          <input
            className={`input${trouble === null ? '' : ' invalid'}`}
            value={name}
            placeholder="e.g. plan-budget"
            autoComplete="off"
            onChange={(event) => setName(event.target.value.toLowerCase().replace(/\s+/g, '-'))}
          />
        </label>
        {trouble !== null && (
          <p className="field-error" role="alert">
            {trouble}
          </p>
        )}
        <label className="option-row">
          <input type="checkbox" checked={isPrivate} onChange={() => setPrivate(!isPrivate)} />
          <span className="option-text">
            Private
            <small>Only those who are invited can see it</small>
          </span>
        </label>
      </form>
    </Dialog>
  );
}
