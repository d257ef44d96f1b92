import { useState } from 'react';
import { useClient } from '../state/context.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';

/** The global shortcuts of the workspace's apps. Shown only when there are any. */
export function ShortcutMenu() {
  const { viewer, act } = useClient();
  const [pending, setPending] = useState(false);
  const shortcuts = viewer.shortcuts.filter((shortcut) => shortcut.type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <Menu
      label="Shortcuts"
      button={<Icon name="bolt" />}
      buttonClass={`icon-button${pending ? ' pending' : ''}`}
      align="start"
      items={shortcuts.map((shortcut) => ({
        key: shortcut.callbackId,
        label: shortcut.name,
        description: shortcut.description,
        onChoose: async () => {
          setPending(true);
          await act({ type: 'shortcut', callbackId: shortcut.callbackId, appId: shortcut.appId });
          setPending(false);
        },
      }))}
    />
  );
}
