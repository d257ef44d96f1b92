import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

type Props = {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
  className?: string;
  /** Which edge of the anchor it lines up with. */
  align?: 'start' | 'end';
  /** As wide as the anchor, for a list of choices under a field. */
  matchWidth?: boolean;
};

const GAP = 4;
const MARGIN = 8;

/** Puts `box` below the anchor, or above it where there is more room. */
function place(box: HTMLElement, anchor: HTMLElement, align: 'start' | 'end', matchWidth: boolean): void {
  const at = anchor.getBoundingClientRect();
  if (matchWidth) box.style.width = `${at.width}px`;
  box.style.maxHeight = '';
  const below = window.innerHeight - at.bottom - GAP - MARGIN;
  const above = at.top - GAP - MARGIN;
  const height = box.scrollHeight;
  const upward = height > below && above > below;
  const room = Math.max(upward ? above : below, 80);
  box.style.maxHeight = `${room}px`;
  const shown = Math.min(height, room);
  box.style.top = `${upward ? at.top - GAP - shown : at.bottom + GAP}px`;
  const left = align === 'start' ? at.left : at.right - box.offsetWidth;
  box.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - box.offsetWidth - MARGIN))}px`;
}

/** Floats above everything, also above a modal dialog, beside what it belongs to. */
export function Popover({
  anchor,
  onClose,
  children,
  className = '',
  align = 'start',
  matchWidth = false,
}: Props) {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    box.current?.showPopover();
  }, []);

  // Its content may have changed with any render, and with it its size.
  useLayoutEffect(() => {
    if (box.current && anchor.current) place(box.current, anchor.current, align, matchWidth);
  });

  useEffect(() => {
    const moved = (event: Event) => {
      if (event.type === 'scroll' && event.target instanceof Node && box.current?.contains(event.target))
        return;
      if (box.current && anchor.current) place(box.current, anchor.current, align, matchWidth);
    };
    const pressed = (event: PointerEvent) => {
      const target = event.target;
      if (!(target instanceof Node) || box.current?.contains(target) || anchor.current?.contains(target))
        return;
      onClose();
    };
    window.addEventListener('resize', moved);
    window.addEventListener('scroll', moved, true);
    document.addEventListener('pointerdown', pressed);
    return () => {
      window.removeEventListener('resize', moved);
      window.removeEventListener('scroll', moved, true);
      document.removeEventListener('pointerdown', pressed);
    };
  }, [anchor, align, matchWidth, onClose]);

  return (
    <div ref={box} popover="manual" className={`popover ${className}`}>
      {children}
    </div>
  );
}
