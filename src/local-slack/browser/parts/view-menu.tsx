import { useClient } from '../state/context.ts';
import type { Theme } from '../state/preferences.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';

const THEMES: { theme: Theme; name: string }[] = [
  { theme: 'system', name: 'Colours as on this machine' },
  { theme: 'light', name: 'Light' },
  { theme: 'dark', name: 'Dark' },
];

const CLOCKS = [
  { hour24: false, name: '12-hour clock, 2:30 PM' },
  { hour24: true, name: '24-hour clock, 14:30' },
];

/** How the page looks: light or dark, and the clock of 12 or 24 hours. */
export function ViewMenu() {
  const { dark, preferences, prefer } = useClient();
  const themes = THEMES.map(({ theme, name }) => ({
    key: theme,
    label: name,
    checked: preferences.theme === theme,
    onChoose: () => prefer({ theme }),
  }));
  const clocks = CLOCKS.map(({ hour24, name }, index) => ({
    key: name,
    label: name,
    checked: preferences.hour24 === hour24,
    startsGroup: index === 0,
    onChoose: () => prefer({ hour24 }),
  }));
  return (
    <Menu label="Appearance" button={<Icon name={dark ? 'moon' : 'sun'} />} items={[...themes, ...clocks]} />
  );
}
