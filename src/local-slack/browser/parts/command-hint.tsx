import type { SlashCommand } from '../../protocol.ts';
import { useClient } from '../state/context.ts';

/** What a command takes, while one types it. */
export function CommandHint({ command }: { command: SlashCommand }) {
  const { viewer } = useClient();
  return (
    <p className="command-hint">
      <b>{command.command}</b> <span className="usage">{command.usageHint}</span>
      <span className="completion-app">{viewer.apps[command.appId]?.name}</span>
    </p>
  );
}
