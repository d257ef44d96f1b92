import { useRef, useState } from 'react';
import { PlainText } from '../text/rich-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';

/** Those that a team at work reaches for; any other can be typed by name. */
const EMOJI = [
  'white_check_mark',
  'eyes',
  'raised_hands',
  '+1',
  '-1',
  'tada',
  'rocket',
  'heart',
  'smile',
  'joy',
  'thinking_face',
  'pray',
  'fire',
  'warning',
  'rotating_light',
  'no_entry',
  'hourglass_flowing_sand',
  'bug',
  'wave',
  'clap',
  'muscle',
  'sob',
  'coffee',
  '100',
];

type Props = { label: string; onChoose: (name: string) => void; align?: 'start' | 'end' };

export function EmojiMenu({ label, onChoose, align = 'end' }: Props) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="icon-button"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="smile" />
      </button>
      {open && (
        <Popover anchor={anchor} align={align} className="emoji-menu" onClose={() => setOpen(false)}>
          <div
            role="dialog"
            aria-label={label}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              close();
            }}
          >
            {EMOJI.map((name, index) => (
              <button
                key={name}
                type="button"
                ref={index === 0 ? focusFirst : undefined}
                aria-label={name.replaceAll('_', ' ')}
                onClick={() => {
                  close();
                  onChoose(name);
                }}
              >
                <PlainText text={`:${name}:`} />
              </button>
            ))}
          </div>
        </Popover>
      )}
    </>
  );
}

/** After the popover is shown: what is hidden takes no focus. */
function focusFirst(button: HTMLButtonElement | null): void {
  if (button) requestAnimationFrame(() => button.focus());
}
