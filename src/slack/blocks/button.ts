import {
  ACTION,
  type ActionId,
  type ButtonValue,
  encodeChoice,
  encodeValue,
  type MenuValue,
} from '../ids.ts';
import { plain } from './kit.ts';
import type { Button, ConfirmationDialog, Overflow } from './slack-types.ts';

const MOST_BUTTON_TEXT = 75;
const MOST_MENU_OPTIONS = 5;

export type ButtonLook = { style?: 'primary' | 'danger'; confirm?: ConfirmationDialog };

export function button(text: string, action: ActionId, value: ButtonValue, look: ButtonLook = {}): Button {
  return {
    type: 'button',
    text: plain(text, MOST_BUTTON_TEXT),
    action_id: action,
    value: encodeValue(value),
    ...look,
  };
}

/** What an overflow menu offers, in order. */
export type Choice = { text: string; do: MenuValue['do'] };

/** The `More ▾` of a card. */
export function more(release: string, choices: readonly Choice[]): Overflow {
  return {
    type: 'overflow',
    action_id: ACTION.more,
    options: choices.slice(0, MOST_MENU_OPTIONS).map((choice) => ({
      text: plain(choice.text, MOST_BUTTON_TEXT),
      value: encodeChoice({ do: choice.do, release }),
    })),
  };
}
