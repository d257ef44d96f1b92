import { stateOf } from '../blocks/state-values.ts';
import type { Act, Block, ElementState, ViewStateValues } from '../protocol.ts';
import { findButton, findMenu, findOption, labelOf, optionsOf, type Placed } from './elements.ts';
import type { Screen } from './screen.ts';
import { type Seen, seenMessage, seenView } from './seen.ts';

/** What a confirm dialog asked before the click went out. */
export type Confirm = { title: string; text: string; confirm: string; deny: string };

/** A click that could be made: what it is on, and what its dialog asks. */
export type Clickable = { act: Extract<Act, { type: 'click' }>; confirm?: Confirm };

/** What `on` shows now: messages and views change under a person's hand. */
export function current(screen: Screen, on: Seen): Seen | undefined {
  if (on.kind === 'message') {
    const now = screen.messages.get(`${on.message.channel}:${on.message.ts}`);
    return now && seenMessage(screen, now);
  }
  const view = [...screen.modals, ...Object.values(screen.homes)].find(({ id }) => id === on.view.id);
  return view && seenView(screen, view);
}

/** Everything a person could click, what is in front first: modal, newest message, Home. */
export function clickables(screen: Screen): Seen[] {
  const modals = screen.modals.slice(-1).map((view) => seenView(screen, view));
  if (modals.length > 0) return modals;
  const newest = [...screen.messages.values()].sort((a, b) => (a.ts < b.ts ? 1 : -1));
  const homes = screen.shownHome ? [screen.homes[screen.shownHome]] : Object.values(screen.homes);
  const shown = homes.flatMap((view) => (view ? [seenView(screen, view)] : []));
  return screen.shownHome
    ? [...shown, ...newest.map((message) => seenMessage(screen, message))]
    : [...newest.map((message) => seenMessage(screen, message)), ...shown];
}

function blocksOf(on: Seen): Block[] {
  return on.kind === 'message' ? on.message.blocks : on.view.blocks;
}

/** The click on the button that reads `text`. */
export function buttonClick(on: Seen, text: string, stale: boolean): Clickable | undefined {
  const found = findButton(blocksOf(on), text);
  if (!found) return undefined;
  const { value } = found.element;
  const element = { type: found.element.type, ...(value === undefined ? {} : { value }) };
  return clickable(on, found, element, stale);
}

/** The choice of the option that reads `text`. */
export function optionClick(on: Seen, text: string, stale: boolean): Clickable | undefined {
  const found = findMenu(blocksOf(on), text);
  const option = found && findOption(optionsOf(found.element), text);
  if (!found || !option) return undefined;
  const { type } = found.element;
  const isSeveral = type === 'checkboxes' || type.startsWith('multi_');
  const element: ElementState = isSeveral
    ? { type, selected_options: [option] }
    : { type, selected_option: option };
  return clickable(on, found, element, stale);
}

export function clickable(
  on: Seen,
  { block, element: known }: Placed,
  element: ElementState,
  stale: boolean,
  typed: ViewStateValues = {},
): Clickable {
  const dialog = confirmOf(known.confirm);
  return {
    act: {
      type: 'click',
      on:
        on.kind === 'message'
          ? {
              message: on.message.ts,
              channel: on.message.channel,
              ...(on.message.ephemeral ? { ephemeral: true } : {}),
            }
          : { view: on.view.id },
      blockId: block.block_id ?? '',
      actionId: known.action_id ?? '',
      element,
      state: on.kind === 'message' ? stateOf(blocksOf(on), typed) : typed,
      ...(stale ? { stale: true } : {}),
    },
    ...(dialog ? { confirm: dialog } : {}),
  };
}

/** Slack's own words stand where the app gave none. */
function confirmOf(dialog: unknown): Confirm | undefined {
  if (typeof dialog !== 'object' || dialog === null) return undefined;
  const part = (name: string, otherwise: string) =>
    labelOf(Object.entries(dialog).find(([field]) => field === name)?.[1]) ?? otherwise;
  return {
    title: part('title', 'Are you sure?'),
    text: part('text', ''),
    confirm: part('confirm', 'Yes'),
    deny: part('deny', 'Cancel'),
  };
}
