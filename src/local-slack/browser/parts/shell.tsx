import { useEffect, useState } from 'react';
import { useClient } from '../state/context.ts';
import type { Link } from '../wire/stream.ts';
import { Announcer } from './announcer.tsx';
import { MainPane } from './main-pane.tsx';
import { ModalHost } from './modal-host.tsx';
import { Sidebar } from './sidebar.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { TopBar } from './top-bar.tsx';

/** The page: bar on top, sidebar, conversation, thread. On a phone one at a time. */
export function Shell({ link }: { link: Link }) {
  const { viewer, place } = useClient();
  const [drawer, setDrawer] = useState(false);
  const { thread } = place;

  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes the drawer
  useEffect(() => setDrawer(false), [place, viewer.me.id]);

  return (
    <div className={`shell${thread === null ? '' : ' has-thread'}${drawer ? ' drawer-open' : ''}`}>
      <TopBar menuOpen={drawer} onMenu={() => setDrawer(!drawer)} />
      {link === 'down' && (
        <p className="banner" role="status">
          The connection to Local Slack was lost. Trying again…
        </p>
      )}
      {drawer && (
        <button type="button" className="scrim" aria-label="Close menu" onClick={() => setDrawer(false)} />
      )}
      <div className="shell-sidebar">
        <Sidebar />
      </div>
      <main className="main-pane">
        <MainPane />
      </main>
      {thread !== null && (
        <ThreadPane key={`${viewer.me.id}/${thread.ts}`} channel={thread.channel} ts={thread.ts} />
      )}
      <ModalHost />
      <Announcer />
    </div>
  );
}
