import { useState } from 'react';
import { useClient } from '../state/context.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { ClockControl } from './clock-control.tsx';
import { QuickSwitcher } from './quick-switcher.tsx';
import { ViewMenu } from './view-menu.tsx';

/** Above everything: the way anywhere, the clock, how it looks. On a phone also the way to the sidebar. */
export function TopBar({ onMenu, menuOpen }: { onMenu: () => void; menuOpen: boolean }) {
  const { viewer, mentionsOf } = useClient();
  const [switching, setSwitching] = useState(false);
  const elsewhere = Object.values(mentionsOf).reduce((sum, count) => sum + count, 0);
  return (
    <header className="top-bar">
      <button
        type="button"
        className="menu-button"
        aria-label="Menu"
        aria-expanded={menuOpen}
        onClick={onMenu}
      >
        <Icon name="menu" size={20} />
        <Avatar person={viewer.me} size={24} />
        {elsewhere > 0 && <span className="dot" />}
      </button>
      <button type="button" className="jump-button" onClick={() => setSwitching(true)}>
        <Icon name="search" size={16} />
        <span>Jump to…</span>
        <kbd>Ctrl K</kbd>
      </button>
      <ClockControl />
      <ViewMenu />
      <QuickSwitcher open={switching} onOpen={setSwitching} />
    </header>
  );
}
