export type Theme = 'system' | 'light' | 'dark';

/** What is kept on this machine, for everyone whose eyes one looks through. */
export type Preferences = { theme: Theme; hour24: boolean; hintDismissed: boolean };

const KEY = 'local-slack-preferences';

function localeUses24Hours(): boolean {
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  return hourCycle === 'h23' || hourCycle === 'h24';
}

export function readPreferences(): Preferences {
  const defaults: Preferences = { theme: 'system', hour24: localeUses24Hours(), hintDismissed: false };
  try {
    return { ...defaults, ...(JSON.parse(window.localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) };
  } catch {
    return defaults;
  }
}

/** A browser that keeps nothing loses the choice on reload, and no more. */
export function writePreferences(preferences: Preferences): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    return;
  }
}
