import { useEffect } from 'react';
import type { App } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import type { AppTab } from '../state/place.ts';
import { sidebar } from '../state/select.ts';
import { Avatar } from '../ui/avatar.tsx';
import { AppAbout } from './app-about.tsx';
import { AppHome } from './app-home.tsx';
import { ConversationPane } from './conversation-pane.tsx';

const TAB_NAMES: Record<AppTab, string> = { home: 'Home', messages: 'Messages', about: 'About' };

/** An app's own page: its Home tab, one's conversation with it, and what it offers. */
export function AppPage({ app, tab }: { app: App; tab: AppTab }) {
  const { viewer, go, act } = useClient();
  const dm = sidebar(viewer).apps.find((entry) => entry.app.id === app.id)?.dm ?? null;
  const tabs: AppTab[] = app.hasHome ? ['home', 'messages', 'about'] : ['messages', 'about'];
  const shown = tabs.includes(tab) ? tab : 'messages';
  const needsDm = shown === 'messages' && dm === null;

  useEffect(() => {
    if (shown === 'home') void act({ type: 'open-home', appId: app.id });
  }, [act, shown, app.id]);
  useEffect(() => {
    if (needsDm) void act({ type: 'open-dm', user: app.botUser });
  }, [act, needsDm, app.botUser]);

  const mentions = dm?.mentions ?? 0;
  return (
    <>
      <header className="pane-head pane-head-tabs">
        <Avatar person={viewer.people[app.botUser]} size={24} />
        <h1>{app.name}</h1>
        {!app.connected && <span className="badge-quiet">Not connected</span>}
        <nav className="tabs" aria-label={`${app.name} tabs`}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              className="tab"
              aria-current={name === shown ? 'page' : undefined}
              onClick={() => go({ main: { kind: 'app', appId: app.id, tab: name }, thread: null })}
            >
              {TAB_NAMES[name]}
              {name === 'messages' && mentions > 0 && <span className="badge">{mentions}</span>}
            </button>
          ))}
        </nav>
      </header>
      {shown === 'home' && <AppHome app={app} />}
      {shown === 'messages' && dm !== null && <ConversationPane key={dm.id} conversation={dm} />}
      {shown === 'about' && <AppAbout app={app} />}
    </>
  );
}
