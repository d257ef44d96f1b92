import { useClient } from '../state/context.ts';
import type { Theme } from '../state/preferences.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';

const THEMES: { theme: Theme; name: string }[] = [
  { theme: 'system', name: 'Colours as on this machine' },
  { theme: 'light', name: 'Light' },
  { theme: 'dark', name: 'Dark' },
];

/** How the page looks: light or dark, and the clock of 12 or 24 hours. */
export function ViewMenu() {
  const { dark, preferences, prefer } = useClient();
  return (
    <Menu
      label="Appearance"
      button={<Icon name={dark ? 'moon' : 'sun'} />}
      items={[
        ...THEMES.map(({ theme, name }) => ({
          key: theme,
          label: name,
          checked: preferences.theme === theme,
          onChoose: () => prefer({ theme }),
        })),
        {
          key: '12',
          label: '2:30 PM',
          checked: !preferences.hour24,
          onChoose: () => prefer({ hour24: false }),
        },
        { key: '24', label: '14:30', checked: preferences.hour24, onChoose: () => prefer({ hour24: true }) },
      ]}
    />
  );
}
