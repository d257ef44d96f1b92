import type { App } from '../../protocol.ts';
import { useClient } from '../state/context.ts';

/** What an app offers: its commands and shortcuts. */
export function AppAbout({ app }: { app: App }) {
  const { viewer } = useClient();
  const commands = viewer.commands.filter((command) => command.appId === app.id);
  const shortcuts = viewer.shortcuts.filter((shortcut) => shortcut.appId === app.id);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section className="home" aria-label="About" tabIndex={0}>
      <div className="home-column about">
        {commands.length > 0 && <h2>Commands</h2>}
        {commands.map((command) => (
          <p key={command.command}>
            <b>{command.command}</b> <span className="usage">{command.usageHint}</span>
            <br />
            <span className="quiet">{command.description}</span>
          </p>
        ))}
        {shortcuts.length > 0 && <h2>Shortcuts</h2>}
        {shortcuts.map((shortcut) => (
          <p key={shortcut.callbackId}>
            <b>{shortcut.name}</b> <span className="badge-quiet">{shortcut.type}</span>
            <br />
            <span className="quiet">{shortcut.description}</span>
          </p>
        ))}
      </div>
    </section>
  );
}
