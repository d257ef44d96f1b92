import { type ReactNode, useState } from 'react';
import type { Conversation } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { sidebar } from '../state/select.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { NewChannelDialog } from './new-channel-dialog.tsx';
import { PeopleSwitcher } from './people-switcher.tsx';
import { WorkspaceHead } from './workspace-head.tsx';

/** Where one can go, and as whom. */
export function Sidebar() {
  const { viewer, place, go } = useClient();
  const [creating, setCreating] = useState(false);
  const { channels, dms, apps } = sidebar(viewer);
  const open = (channel: string) => go({ main: { kind: 'conversation', channel }, thread: null });
  const isOpen = (channel: string) => place.main.kind === 'conversation' && place.main.channel === channel;
  const joined = channels.filter((channel) => channel.members.includes(viewer.me.id) && !channel.archived);
  return (
    <div className="sidebar">
      <WorkspaceHead />
      <nav className="sidebar-scroll" aria-label="Conversations">
        <Section
          title="Channels"
          action={
            <button
              type="button"
              className="icon-button"
              aria-label="Create a channel"
              onClick={() => setCreating(true)}
            >
              <Icon name="plus" size={16} />
            </button>
          }
        >
          {joined.map((channel) => (
            <Entry
              key={channel.id}
              conversation={channel}
              current={isOpen(channel.id)}
              look={<Icon name={channel.kind === 'private' ? 'lock' : 'hash'} size={16} />}
              onOpen={() => open(channel.id)}
            />
          ))}
        </Section>
        {dms.length > 0 && (
          <Section title="Direct messages">
            {dms.map((dm) => (
              <Entry
                key={dm.id}
                conversation={dm}
                current={isOpen(dm.id)}
                look={<Avatar person={viewer.people[dm.with ?? '']} size={20} />}
                onOpen={() => open(dm.id)}
              />
            ))}
          </Section>
        )}
        {apps.length > 0 && (
          <Section title="Apps">
            {apps.map(({ app, dm }) => (
              <Entry
                key={app.id}
                conversation={dm}
                name={app.name}
                current={place.main.kind === 'app' && place.main.appId === app.id}
                look={<Avatar person={viewer.people[app.botUser]} size={20} />}
                onOpen={() => {
                  const tab = app.hasHome && (dm?.mentions ?? 0) === 0 ? 'home' : 'messages';
                  go({ main: { kind: 'app', appId: app.id, tab }, thread: null });
                }}
              />
            ))}
          </Section>
        )}
      </nav>
      <PeopleSwitcher />
      {creating && <NewChannelDialog onClose={() => setCreating(false)} />}
    </div>
  );
}

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="sidebar-section">
      <div className="sidebar-title">
        <h2>{title}</h2>
        {action}
      </div>
      <ul>{children}</ul>
    </section>
  );
}

type EntryProps = {
  conversation: Conversation | null;
  name?: string;
  current: boolean;
  look: ReactNode;
  onOpen: () => void;
};

function Entry({ conversation, name, current, look, onOpen }: EntryProps) {
  const mentions = conversation?.mentions ?? 0;
  const unread = !current && (conversation?.unread ?? 0) > 0;
  return (
    <li>
      <button
        type="button"
        className={`entry${unread ? ' entry-unread' : ''}`}
        aria-current={current ? 'page' : undefined}
        onClick={onOpen}
      >
        {look}
        <span className="entry-name">{name ?? conversation?.name}</span>
        {mentions > 0 && !current && <span className="badge">{mentions}</span>}
        {unread && <span className="sr-only">unread</span>}
      </button>
    </li>
  );
}
