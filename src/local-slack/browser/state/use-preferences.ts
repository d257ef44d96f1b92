import { useCallback, useEffect, useState } from 'react';
import { type Preferences, readPreferences, writePreferences } from './preferences.ts';

const DARK = '(prefers-color-scheme: dark)';

/** The preferences, a way to change them, and whether it is dark now. */
export function usePreferences(): {
  preferences: Preferences;
  prefer: (change: Partial<Preferences>) => void;
  dark: boolean;
} {
  const [preferences, setPreferences] = useState(readPreferences);
  const [systemDark, setSystemDark] = useState(() => window.matchMedia(DARK).matches);
  const dark = preferences.theme === 'system' ? systemDark : preferences.theme === 'dark';

  useEffect(() => {
    const query = window.matchMedia(DARK);
    const changed = () => setSystemDark(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);

  const prefer = useCallback((change: Partial<Preferences>) => {
    setPreferences((before) => {
      const after = { ...before, ...change };
      writePreferences(after);
      return after;
    });
  }, []);

  return { preferences, prefer, dark };
}
