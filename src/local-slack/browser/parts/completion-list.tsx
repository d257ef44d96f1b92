import { useClient } from '../state/context.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Suggestion } from './completion.ts';

type Props = { id: string; found: Suggestion[]; active: number; onChoose: (suggestion: Suggestion) => void };

/** What could be meant, above the text. The keyboard reaches it through the text, which names the active one. */
export function CompletionList({ id, found, active, onChoose }: Props) {
  return (
    <div className="completions" id={id} role="listbox" aria-label="Suggestions">
      {found.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field takes the keys
        <div
          key={suggestion.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={`completion${index === active ? ' completion-active' : ''}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
        >
          <Look suggestion={suggestion} />
        </div>
      ))}
    </div>
  );
}

function Look({ suggestion }: { suggestion: Suggestion }) {
  const { viewer } = useClient();
  const person = viewer.people[suggestion.key];
  switch (suggestion.kind) {
    case 'command':
      return (
        <>
          <span className="completion-main">
            <b>{suggestion.command}</b> <span className="usage">{suggestion.usageHint}</span>
          </span>
          <span className="completion-detail">{suggestion.description}</span>
          <span className="completion-app">{suggestion.app}</span>
        </>
      );
    case 'shortcut':
      return (
        <>
          <span className="completion-main">
            <Icon name="bolt" size={16} /> <b>{suggestion.name}</b>
          </span>
          <span className="completion-detail">{suggestion.description}</span>
          <span className="completion-app">{suggestion.app}</span>
        </>
      );
    case 'person':
    case 'channel':
      return (
        <span className="completion-main">
          {person && <Avatar person={person} size={20} />}
          {suggestion.kind === 'person' && !person && <Icon name="people" size={20} />}
          <b>{suggestion.name}</b>
          <span className="usage">{suggestion.detail}</span>
        </span>
      );
  }
}
