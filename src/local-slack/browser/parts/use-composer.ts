import { useMemo, useState } from 'react';
import type { Act } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { completing, type Suggestion, suggestions } from './completion.ts';
import { readDraft, writeDraft } from './drafts.ts';

/** The text one is writing in a conversation or thread, what could complete it, and how it is sent. */
export function useComposer(channel: string, threadTs: string | undefined) {
  const { viewer, act, prefer } = useClient();
  const draftKey = `${viewer.me.id}/${channel}/${threadTs ?? ''}`;
  const [text, setText] = useState(() => readDraft(draftKey));
  const [caret, setCaret] = useState(0);
  const [dismissed, setDismissed] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const target = useMemo(() => completing(text, caret), [text, caret]);
  const exact = viewer.commands.some((entry) => entry.command === text);
  const found = target === null || dismissed === text || exact ? [] : suggestions(viewer, target);
  const command = viewer.commands.find(
    (entry) => text === entry.command || text.startsWith(`${entry.command} `),
  );

  const put = (next: string, at: number = next.length) => {
    setText(next);
    setCaret(at);
    writeDraft(draftKey, next);
  };

  const perform = async (what: Act, typed: string) => {
    put('');
    setTrouble(null);
    setSending(true);
    const reply = await act(what);
    setSending(false);
    if (reply.ok) return;
    setTrouble('trouble' in reply ? reply.explanation : Object.values(reply.errors).join(' '));
    if (readDraft(draftKey) === '') put(typed);
  };

  const send = async () => {
    const typed = text.trim();
    if (typed === '') return;
    if (!typed.startsWith('/')) {
      await perform(
        { type: 'say', channel, text: typed, ...(threadTs === undefined ? {} : { threadTs }) },
        typed,
      );
    } else if (threadTs === undefined) {
      prefer({ hintDismissed: true });
      await perform({ type: 'command', channel, text: typed }, typed);
    } else setTrouble(`${typed.split(' ')[0]} is not supported in threads. Sorry!`);
  };

  /** Puts a suggestion in place of what is being typed, or opens it if it is a shortcut. */
  const choose = async (suggestion: Suggestion): Promise<void> => {
    if (suggestion.kind === 'shortcut') {
      const { callbackId, appId } = suggestion;
      return perform({ type: 'shortcut', callbackId, appId }, '');
    }
    const from = target?.from ?? caret;
    const inserted = suggestion.kind === 'command' ? suggestion.command : suggestion.insert;
    put(`${text.slice(0, from)}${inserted} ${text.slice(caret)}`, from + inserted.length + 1);
  };

  return {
    text,
    put,
    setCaret,
    found,
    command: text.includes(' ') ? command : undefined,
    dismiss: () => setDismissed(text),
    choose,
    send,
    sending,
    trouble,
    forgetTrouble: () => setTrouble(null),
  };
}
