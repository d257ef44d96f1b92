import { createContext, useContext } from 'react';
import type { ConfirmDialogObject } from 'slack-blocks-to-jsx';
import type { ElementState } from '../../protocol.ts';

/** What an element asks of the message or view that it stands in. */
export type Interaction = {
  /** What the person put in or chose, else what is there at first. */
  stateOf: (blockId: string, actionId: string) => ElementState | undefined;
  /** Keeps what the person put in, without telling the app. */
  keep: (blockId: string, actionId: string, state: ElementState) => void;
  /** Tells the app of a click or choice, once it is confirmed where the element asks for that. */
  dispatch: (blockId: string, actionId: string, state: ElementState, confirm?: ConfirmDialogObject) => void;
  /** Asks the app for the options of an external select. */
  suggest: (blockId: string, actionId: string, query: string) => Promise<unknown[]>;
  /** Whether the app's answer to this element is awaited. */
  isPending: (blockId: string, actionId: string) => boolean;
  /** What went wrong with this element, or null. */
  troubleOf: (blockId: string, actionId: string) => string | null;
  /** What the app or the field's own rules find wrong with an input, by block. */
  errorOf: (blockId: string) => string | null;
};

export const InteractionContext = createContext<Interaction | null>(null);

export function useInteraction(): Interaction {
  const interaction = useContext(InteractionContext);
  if (interaction === null) throw new Error('an element outside of a message or view');
  return interaction;
}
