import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

const FIELD = 'input, textarea, [role=combobox]';
const FIRST_FIELD = `[data-autofocus], .dialog-body :is(${FIELD}):not([disabled])`;

type Props = {
  title: ReactNode;
  className?: string;
  /** Esc, or a click on the cross. */
  onClose: () => void;
  /** The cross closes everything where Esc only goes one back. */
  onCloseAll?: () => void;
  onBack?: () => void;
  footer?: ReactNode;
  children: ReactNode;
  /** When it changes, the focus goes to the first field again, unless one is writing in another. */
  focusKey?: string;
};

/**
 * A modal dialog. The browser's own element keeps the focus inside, makes the rest inert and gives the focus back.
 */
export function Dialog({
  title,
  className = '',
  onClose,
  onCloseAll,
  onBack,
  footer,
  children,
  focusKey = '',
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in it has changed with the key
  useEffect(() => {
    const element = dialog.current;
    const isWriting = element?.contains(document.activeElement) && document.activeElement?.matches(FIELD);
    if (!isWriting) element?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
  }, [focusKey]);

  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="dialog-head">
        {onBack && (
          <button type="button" className="icon-button" aria-label="Back" onClick={onBack}>
            <Icon name="back" />
          </button>
        )}
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onCloseAll ?? onClose}>
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section className="dialog-body" tabIndex={0} aria-labelledby={titleId}>
        {children}
      </section>
      {footer && <footer className="dialog-foot">{footer}</footer>}
    </dialog>
  );
}
