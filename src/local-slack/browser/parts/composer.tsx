import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useClient } from '../state/context.ts';
import { lastOwnMessage } from '../state/select.ts';
import { Icon } from '../ui/icon.tsx';
import { CommandHint } from './command-hint.tsx';
import { CompletionList } from './completion-list.tsx';
import { EmojiMenu } from './emoji-menu.tsx';
import { ShortcutMenu } from './shortcut-menu.tsx';
import { useComposer } from './use-composer.ts';

type Props = {
  channel: string;
  threadTs?: string;
  placeholder: string;
  onEditLast: (ts: string) => void;
  /** Text offered from elsewhere on the page: it is put in, to go on from. */
  offer?: { text: string };
};

/** Where one writes. Enter sends, Shift+Enter starts a line, ↑ edits one's last message, `/` `@` `#` complete. */
export function Composer({ channel, threadTs, placeholder, onEditLast, offer }: Props) {
  const { viewer } = useClient();
  const composer = useComposer(channel, threadTs);
  const { text, put, found } = composer;
  const input = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | null>(null);
  const listId = useId();
  const [active, setActive] = useState(0);
  const chosen = Math.min(active, found.length - 1);

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each offer is put in once
  useEffect(() => {
    if (offer === undefined) return;
    put(offer.text);
    input.current?.focus();
  }, [offer]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
    if (caretAfter.current === null) return;
    element.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  }, [text]);

  const type = (next: string) => {
    setActive(0);
    put(next, input.current?.selectionStart ?? next.length);
  };
  const insert = (piece: string) => {
    const at = input.current?.selectionStart ?? text.length;
    const spaced = at > 0 && !/\s$/.test(text.slice(0, at)) ? ` ${piece}` : piece;
    caretAfter.current = at + spaced.length;
    put(text.slice(0, at) + spaced + text.slice(at), at + spaced.length);
    input.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const suggestion = found[chosen];
    const listed = suggestion !== undefined;
    if (event.nativeEvent.isComposing) return;
    if (listed && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      setActive((chosen + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
    } else if (listed && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      void composer.choose(suggestion);
    } else if (listed && event.key === 'Escape') {
      composer.dismiss();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      void composer.send();
    } else if (event.key === 'ArrowUp' && text === '') {
      const last = lastOwnMessage(viewer, channel, threadTs);
      if (last === null) return;
      onEditLast(last.ts);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="composer-area">
      {composer.trouble !== null && (
        <p className="trouble composer-trouble" role="alert">
          <Icon name="warning" size={16} /> {composer.trouble}
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={composer.forgetTrouble}>
            <Icon name="close" size={14} />
          </button>
        </p>
      )}
      {found.length > 0 && (
        <CompletionList
          id={listId}
          found={found}
          active={chosen}
          onChoose={(one) => void composer.choose(one)}
        />
      )}
      {composer.command && found.length === 0 && <CommandHint command={composer.command} />}
      <div className={`composer${composer.sending ? ' pending' : ''}`}>
        <textarea
          ref={input}
          rows={1}
          aria-label={placeholder}
          aria-autocomplete="list"
          aria-controls={found.length > 0 ? listId : undefined}
          aria-activedescendant={found.length > 0 ? `${listId}-${chosen}` : undefined}
          placeholder={placeholder}
          value={text}
          onChange={(event) => type(event.target.value)}
          onSelect={(event) => composer.setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <div className="composer-tools">
          <ShortcutMenu />
          <EmojiMenu label="Emoji" onChoose={(name) => insert(`:${name}: `)} align="start" />
          <button
            type="button"
            className="icon-button"
            aria-label="Mention someone"
            onClick={() => insert('@')}
          >
            <Icon name="at" />
          </button>
          <span className="composer-keys">
            <kbd>Enter</kbd> to send · <kbd>/</kbd> for commands
          </span>
          <button
            type="button"
            className="send"
            aria-label="Send now"
            disabled={text.trim() === ''}
            onClick={() => {
              void composer.send();
              input.current?.focus();
            }}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
    </div>
  );
}
