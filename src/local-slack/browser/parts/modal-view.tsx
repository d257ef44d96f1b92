import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { View, ViewStateValues } from '../../protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { fieldErrors } from '../blocks/field-errors.ts';
import { stateValues } from '../blocks/initial-state.ts';
import { Interactive } from '../blocks/interactive.tsx';
import { kit } from '../blocks/kit.ts';
import { useClient } from '../state/context.ts';
import { PlainText } from '../text/rich-text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';

type Props = {
  view: View;
  /** How many modals are open, this one included. */
  depth: number;
  appName: string;
  current: string | null;
  kept: ViewStateValues;
  onKept: (kept: ViewStateValues) => void;
  errors: Record<string, string>;
  onErrors: (errors: Record<string, string>) => void;
};

export function ModalView({ view, depth, appName, current, kept, onKept, errors, onErrors }: Props) {
  const { act } = useClient();
  // Bound to what was submitted: an update may be shown before the answer is in, and can be submitted at once.
  const shown = `${view.id}/${view.hash}`;
  const [submitted, setSubmitted] = useState<string | null>(null);
  const pending = submitted === shown;
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const on = useMemo(() => ({ view: view.id }), [view.id]);
  const blocks = useMemo(() => view.blocks.map(kit), [view.blocks]);

  useEffect(() => {
    if (Object.keys(errors).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true], .invalid')?.focus();
    }
  }, [errors]);

  const submit = async () => {
    const values = stateValues(blocks, kept, current);
    const wrong = fieldErrors(blocks, values);
    onErrors(wrong);
    setTrouble(null);
    if (Object.keys(wrong).length > 0) return;
    setSubmitted(shown);
    const reply = await act({ type: 'submit', view: view.id, values });
    setSubmitted((now) => (now === shown ? null : now));
    if (reply.ok) return;
    if ('errors' in reply) onErrors(reply.errors);
    else setTrouble(reply.explanation);
  };
  const close = () => void act({ type: 'close', view: view.id });
  const closeAll = () => void act({ type: 'close', view: view.id, clearAll: true });

  return (
    <Dialog
      title={<PlainText text={view.title} />}
      className="dialog-modal"
      onClose={close}
      onCloseAll={closeAll}
      {...(depth > 1 ? { onBack: close } : {})}
      focusKey={shown}
      footer={
        <>
          <span className="modal-app">{appName}</span>
          <button type="button" className="button" onClick={close}>
            <PlainText text={view.close ?? (view.submit === undefined ? 'Close' : 'Cancel')} />
          </button>
          {view.submit !== undefined && (
            <button
              type="submit"
              form={formId}
              className={`button button-primary${pending ? ' pending' : ''}`}
              aria-busy={pending}
            >
              <PlainText text={view.submit} />
            </button>
          )}
        </>
      }
    >
      {trouble !== null && (
        <p className="trouble modal-trouble" role="alert">
          <Icon name="warning" size={16} /> {trouble}
        </p>
      )}
      <form
        ref={form}
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending && view.submit !== undefined) void submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        <Interactive on={on} blocks={blocks} kept={kept} onKept={onKept} current={current} errors={errors}>
          <Blocks blocks={view.blocks} />
        </Interactive>
      </form>
    </Dialog>
  );
}
