import { useEffect, useState } from 'react';
import { useClient } from '../state/context.ts';
import { appOfBot } from '../state/select.ts';
import { type Choice, Combobox } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Ctrl+K or ⌘K: goes anywhere by name, also to channels one is not in and people one has not written to. */
export function QuickSwitcher({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      onOpen(true);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [onOpen]);
  return open ? <Switcher onClose={() => onOpen(false)} /> : null;
}

function Switcher({ onClose }: { onClose: () => void }) {
  const { viewer, act, go } = useClient();
  const [trouble, setTrouble] = useState<string | null>(null);
  const channels: Choice[] = Object.values(viewer.conversations)
    .filter((conversation) => conversation.kind !== 'dm')
    .map(({ id, name, topic }) => ({ key: id, label: `#${name}`, description: topic }));
  const people: Choice[] = Object.values(viewer.people)
    .filter((person) => person.id !== viewer.me.id && person.kind !== 'deactivated')
    .map((person) => ({ key: person.id, label: person.realName, description: person.title }));

  const open = async (key: string) => {
    const app = appOfBot(viewer, key);
    if (viewer.conversations[key]) go({ main: { kind: 'conversation', channel: key }, thread: null });
    else if (app) go({ main: { kind: 'app', appId: app.id, tab: 'messages' }, thread: null });
    else {
      const reply = await act({ type: 'open-dm', user: key });
      if (!reply.ok || !reply.channel) return setTrouble('That conversation could not be opened.');
      go({ main: { kind: 'conversation', channel: reply.channel }, thread: null });
    }
    onClose();
  };
  return (
    <Dialog title="Jump to" className="dialog-switcher" onClose={onClose}>
      <Combobox
        label="Channel or person"
        placeholder="Channel or person"
        choices={[...channels, ...people]}
        chosen={[]}
        onChoose={([choice]) => choice && void open(choice.key)}
      />
      {trouble !== null && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  );
}
