import type { ConfirmDialogObject } from 'slack-blocks-to-jsx';
import type { ElementState } from '../../protocol.ts';
import { useInteraction } from '../blocks/interaction.ts';
import { type ActionElement, actionId } from '../blocks/kit.ts';

/** Where an element stands. */
export type Slot = {
  blockId: string;
  /** Set in an input block, whose value is only sent on submit; null where a choice is told at once. */
  field: {
    /** The id of what it is called. */
    labelledBy: string;
    /** The id to take, so that its label belongs to it. */
    inputId: string;
    describedBy: string | undefined;
    optional: boolean;
    invalid: boolean;
    /** The app asked to hear of changes as well. */
    dispatches: boolean;
  } | null;
};

/** What an element needs to work: its state, a way to change it, and whether the app's answer is awaited. */
export function useSlot(slot: Slot, element: ActionElement) {
  const interaction = useInteraction();
  const id = actionId(element);
  const confirm = 'confirm' in element ? (element.confirm as ConfirmDialogObject | undefined) : undefined;
  const tells = slot.field === null || slot.field.dispatches;
  return {
    state: interaction.stateOf(slot.blockId, id),
    /** Keeps a value that is still being put in. */
    keep: (state: ElementState) => interaction.keep(slot.blockId, id, state),
    /** Takes a choice, and tells the app where it is to hear of it. */
    choose: (state: ElementState) => {
      if (tells) interaction.dispatch(slot.blockId, id, state, confirm);
      else interaction.keep(slot.blockId, id, state);
    },
    suggest: (query: string) => interaction.suggest(slot.blockId, id, query),
    pending: interaction.isPending(slot.blockId, id),
  };
}
