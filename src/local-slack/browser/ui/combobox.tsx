import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';

export type Choice = {
  key: string;
  /** What is searched, and shown once chosen. */
  label: string;
  /** How it looks in the list, when more than the label. */
  look?: ReactNode;
  description?: ReactNode;
  /** The heading it stands under. */
  group?: string;
};

export type ComboboxProps = {
  id?: string | undefined;
  label?: string | undefined;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  choices: Choice[];
  /** Keys of what is chosen; at most one unless `multi`. */
  chosen: Choice[];
  multi?: boolean;
  /** How many may be chosen. */
  max?: number | undefined;
  placeholder: string;
  clearable?: boolean;
  disabled?: boolean;
  /** Set where the list comes from elsewhere as one types; then it is not filtered here. */
  onQuery?: (query: string) => void;
  /** Said instead of a list that is empty. */
  emptyText?: string;
  autoFocus?: boolean;
  /** The choice to start at when none is chosen. */
  startKey?: string;
  onChoose: (chosen: Choice[]) => void;
};

function matches(choice: Choice, query: string): boolean {
  return choice.label.toLowerCase().includes(query.trim().toLowerCase());
}

/** A field with a list to choose from, which typing narrows. */
export function Combobox(props: ComboboxProps) {
  const { choices, chosen, multi = false, max = Number.POSITIVE_INFINITY, onQuery, onChoose } = props;
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);

  const keys = chosen.map((choice) => choice.key);
  const found = choices.filter(
    (choice) => (!multi || !keys.includes(choice.key)) && (onQuery !== undefined || matches(choice, query)),
  );
  const full = multi && chosen.length >= max;

  const show = () => {
    if (props.disabled || open) return;
    setOpen(true);
    setActive(
      Math.max(
        0,
        found.findIndex((choice) => choice.key === (keys[0] ?? props.startKey)),
      ),
    );
    onQuery?.(query);
  };
  const hide = () => {
    setOpen(false);
    setQuery('');
  };
  const choose = (choice: Choice) => {
    onChoose(multi ? [...chosen, choice] : [choice]);
    setQuery('');
    setActive(0);
    if (!multi || chosen.length + 1 >= max) hide();
    input.current?.focus();
  };
  const search = (text: string) => {
    setQuery(text);
    setActive(0);
    setOpen(true);
    onQuery?.(text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const current = found[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!open) show();
      else
        setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(found.length, 1));
    } else if (event.key === 'Enter' && open && current !== undefined && !full) choose(current);
    else if (event.key === 'Escape' && open) hide();
    else if (event.key === 'Backspace' && query === '' && chosen.length > 0 && (multi || props.clearable)) {
      onChoose(chosen.slice(0, -1));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const single = multi ? undefined : chosen[0];
  return (
    <div ref={field} className={`combobox${props.invalid ? ' invalid' : ''}${open ? ' combobox-open' : ''}`}>
      {multi &&
        chosen.map((choice) => (
          <span key={choice.key} className="token">
            {choice.label}
            <button
              type="button"
              aria-label={`Remove ${choice.label}`}
              onClick={() => onChoose(chosen.filter((other) => other.key !== choice.key))}
            >
              <Icon name="close" size={12} />
            </button>
          </span>
        ))}
      <input
        ref={input}
        id={props.id}
        role="combobox"
        aria-label={props.label}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        data-autofocus={props.autoFocus || undefined}
        disabled={props.disabled}
        placeholder={single?.label ?? (chosen.length > 0 ? '' : props.placeholder)}
        className={single ? 'has-choice' : ''}
        value={open ? query : (single?.label ?? query)}
        onChange={(event) => search(event.target.value)}
        onClick={show}
        onBlur={(event) => {
          if (!field.current?.contains(event.relatedTarget)) hide();
        }}
        onKeyDown={onKeyDown}
      />
      <Icon name="down" size={14} />
      {open && !full && (
        <Popover anchor={field} matchWidth className="listbox" onClose={hide}>
          <Choices
            id={listId}
            found={found}
            active={active}
            chosenKeys={keys}
            multi={multi}
            onChoose={choose}
          />
          {found.length === 0 && <p className="listbox-empty">{props.emptyText ?? 'No matches'}</p>}
        </Popover>
      )}
    </div>
  );
}

type ChoicesProps = {
  id: string;
  found: Choice[];
  active: number;
  chosenKeys: string[];
  multi: boolean;
  onChoose: (choice: Choice) => void;
};

function Choices({ id, found, active, chosenKeys, multi, onChoose }: ChoicesProps) {
  return (
    <div id={id} role="listbox" aria-label="Choices" aria-multiselectable={multi || undefined}>
      {found.map((choice, index) => (
        <div key={choice.key}>
          {choice.group !== undefined && choice.group !== found[index - 1]?.group && (
            <div className="listbox-group" aria-hidden="true">
              {choice.group}
            </div>
          )}
          {/* The keyboard reaches these through the field, which names the active one. */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={chosenKeys.includes(choice.key)}
            className={`option${index === active ? ' option-active' : ''}`}
            ref={index === active ? scrollIntoView : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice)}
          >
            <span className="option-text">
              {choice.look ?? choice.label}
              {choice.description && <small>{choice.description}</small>}
            </span>
            {chosenKeys.includes(choice.key) && <Icon name="check" size={16} />}
          </div>
        </div>
      ))}
    </div>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
