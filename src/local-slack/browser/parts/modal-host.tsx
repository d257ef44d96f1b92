import { useRef, useState } from 'react';
import type { ViewStateValues } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { ModalView } from './modal-view.tsx';

/** The modals open for the viewer, of which the top one is shown. What was put in stays while a modal is open. */
export function ModalHost() {
  const { viewer, place } = useClient();
  const [kept, setKept] = useState<Record<string, ViewStateValues>>({});
  const [errors, setErrors] = useState<Record<string, Record<string, string>>>({});
  const current = useRef<string | null>(null);
  const top = viewer.modals.at(-1);
  // A select may start with the conversation one was in when the modal opened.
  if (top === undefined) current.current = place.main.kind === 'conversation' ? place.main.channel : null;
  if (top === undefined) return null;
  return (
    <ModalView
      view={top}
      depth={viewer.modals.length}
      appName={viewer.apps[top.appId]?.name ?? ''}
      current={current.current}
      kept={kept[top.id] ?? {}}
      onKept={(values) => setKept((before) => ({ ...before, [top.id]: values }))}
      errors={errors[top.id] ?? {}}
      onErrors={(found) => setErrors((before) => ({ ...before, [top.id]: found }))}
    />
  );
}
