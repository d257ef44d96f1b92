import { useState } from 'react';
import type { Message } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { PlainText } from '../text/rich-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { QuestionDialog } from '../ui/question-dialog.tsx';
import { EmojiMenu } from './emoji-menu.tsx';

const QUICK = ['white_check_mark', 'eyes', 'raised_hands'];

type Props = { message: Message; inThread: boolean; onEdit: () => void; onMenu: (open: boolean) => void };

/** What one can do to a message: react, reply in its thread, and what apps and the writer may do beside. */
export function MessageToolbar({ message, inThread, onEdit, onMenu }: Props) {
  const { viewer, act, place, go } = useClient();
  const [asking, setAsking] = useState(false);
  const { channel, ts } = message;
  const mine = message.user === viewer.me.id;
  const react = (name: string) => void act({ type: 'react', channel, ts, name });

  const shortcuts: MenuItem[] = viewer.shortcuts
    .filter((shortcut) => shortcut.type === 'message')
    .map((shortcut) => ({
      key: shortcut.callbackId,
      label: shortcut.name,
      description: viewer.apps[shortcut.appId]?.name,
      onChoose: () => {
        const { callbackId, appId } = shortcut;
        void act({ type: 'message-shortcut', callbackId, appId, channel, ts });
      },
    }));
  const own: MenuItem[] = [
    { key: 'edit', label: 'Edit message', onChoose: onEdit },
    {
      key: 'delete',
      label: 'Delete message…',
      danger: true,
      onChoose: () => {
        setAsking(true);
        onMenu(true);
      },
    },
  ];
  const items = [...shortcuts, ...(mine ? own : [])];

  return (
    <div className="message-toolbar" role="toolbar" aria-label="Message actions">
      {QUICK.map((name) => (
        <button
          key={name}
          type="button"
          className="icon-button"
          aria-label={`React with ${name.replaceAll('_', ' ')}`}
          onClick={() => react(name)}
        >
          <PlainText text={`:${name}:`} />
        </button>
      ))}
      <EmojiMenu label="Add reaction" onChoose={react} />
      {!inThread && (
        <button
          type="button"
          className="icon-button"
          aria-label="Reply in thread"
          onClick={() => go({ ...place, thread: { channel, ts: message.threadTs ?? ts } })}
        >
          <Icon name="thread" />
        </button>
      )}
      {items.length > 0 && (
        <Menu label="More actions" button={<Icon name="more" />} items={items} onOpen={onMenu} />
      )}
      {asking && (
        <QuestionDialog
          title="Delete message"
          question="Are you sure you want to delete this message? This cannot be undone."
          yes="Delete"
          danger
          onAnswer={(yes) => {
            setAsking(false);
            onMenu(false);
            if (yes) void act({ type: 'delete', channel, ts });
          }}
        />
      )}
    </div>
  );
}
