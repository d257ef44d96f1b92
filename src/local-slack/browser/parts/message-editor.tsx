import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Message } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { typedText } from '../text/typed-text.ts';

/** Changes one's own message in place. Enter saves, Esc leaves it as it was. */
export function MessageEditor({ message, onDone }: { message: Message; onDone: () => void }) {
  const { viewer, act } = useClient();
  const [text, setText] = useState(() => typedText(message.text, viewer));
  const [trouble, setTrouble] = useState<string | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const save = async () => {
    const reply = await act({ type: 'edit', channel: message.channel, ts: message.ts, text: text.trim() });
    if (reply.ok) onDone();
    else setTrouble('trouble' in reply ? reply.explanation : 'It could not be saved.');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="editor">
      <textarea
        ref={input}
        className="input"
        aria-label="Edit message"
        rows={Math.min(10, text.split('\n').length)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {trouble !== null && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
      <div className="editor-foot">
        <button type="button" className="button button-small" onClick={onDone}>
          Cancel
        </button>
        <button
          type="button"
          className="button button-small button-primary"
          disabled={text.trim() === ''}
          onClick={() => void save()}
        >
          Save
        </button>
      </div>
    </div>
  );
}
