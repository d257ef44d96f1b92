import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Popover } from './popover.tsx';

export type MenuItem = {
  key: string;
  label: ReactNode;
  description?: ReactNode;
  danger?: boolean;
  /** For a choice among several: whether it is the present one. */
  checked?: boolean;
  href?: string;
  /** Set apart from what stands before it. */
  startsGroup?: boolean;
  onChoose: () => void;
};

type Props = {
  /** What the button is called for those who do not see it. */
  label: string;
  button: ReactNode;
  buttonClass?: string;
  items: MenuItem[];
  align?: 'start' | 'end';
  disabled?: boolean;
  onOpen?: (open: boolean) => void;
};

/** A button that opens a list of things to do. Arrow keys move, Enter chooses, Esc closes. */
export function Menu({
  label,
  button,
  buttonClass = 'icon-button',
  items,
  align = 'end',
  disabled = false,
  onOpen,
}: Props) {
  const anchor = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const toggle = (next: boolean) => {
    setOpen(next);
    onOpen?.(next);
    if (!next) anchor.current?.focus();
  };

  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = document.activeElement instanceof HTMLElement ? entries.indexOf(document.activeElement) : -1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) entries.at((at + step) % entries.length)?.focus();
    else if (event.key === 'Home') entries[0]?.focus();
    else if (event.key === 'End') entries.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') toggle(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={buttonClass}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={disabled}
        onClick={() => toggle(!open)}
      >
        {button}
      </button>
      {open && (
        <Popover anchor={anchor} align={align} className="menu" onClose={() => toggle(false)}>
          <div ref={list} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
            {items.map((item) => (
              <MenuEntry key={item.key} item={item} onDone={() => toggle(false)} />
            ))}
          </div>
        </Popover>
      )}
    </>
  );
}

function MenuEntry({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const choose = () => {
    onDone();
    item.onChoose();
  };
  const text = (
    <>
      <span className="menu-label">{item.label}</span>
      {item.description && <span className="menu-description">{item.description}</span>}
    </>
  );
  const className = `menu-item${item.danger ? ' menu-danger' : ''}${item.startsGroup ? ' menu-group' : ''}`;
  if (item.href !== undefined) {
    return (
      <a
        role="menuitem"
        tabIndex={-1}
        className={className}
        href={item.href}
        target="_blank"
        rel="noreferrer"
        onClick={choose}
      >
        {text}
      </a>
    );
  }
  if (item.checked !== undefined) {
    return (
      <button
        type="button"
        role="menuitemradio"
        aria-checked={item.checked}
        tabIndex={-1}
        className={className}
        onClick={choose}
      >
        {text}
      </button>
    );
  }
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={className} onClick={choose}>
      {text}
    </button>
  );
}
