import type { SlashCommand } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { Icon } from '../ui/icon.tsx';

const MOST_COMMANDS = 2;

/** The ways to use a command that its hint names, each as it would be typed. */
function examples(command: SlashCommand): string[] {
  return command.usageHint
    .replace(/^\[|\]$/g, '')
    .split('|')
    .map((usage) => `${command.command} ${usage.trim()}`.trim());
}

/** For whoever comes for the first time: what to type. It says only what the installed apps say of themselves. */
export function FirstSteps({ onOffer }: { onOffer: (text: string) => void }) {
  const { viewer, preferences, prefer } = useClient();
  if (preferences.hintDismissed || viewer.commands.length === 0) return null;
  return (
    <aside className="first-steps" aria-label="First steps">
      <div>
        {viewer.commands.slice(0, MOST_COMMANDS).map((command) => (
          <div key={command.command} className="first-step">
            <p>
              <b>{command.command}</b> {command.description}
            </p>
            <p className="examples">
              {examples(command).map((example) => (
                <button
                  key={example}
                  type="button"
                  className="example"
                  onClick={() => onOffer(`${example} `)}
                >
                  {example}
                </button>
              ))}
            </p>
          </div>
        ))}
        <p className="quiet">Be someone else at any time: choose a person under “You are”.</p>
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label="Dismiss first steps"
        onClick={() => prefer({ hintDismissed: true })}
      >
        <Icon name="close" size={16} />
      </button>
    </aside>
  );
}
