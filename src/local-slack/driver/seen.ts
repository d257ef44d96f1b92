import type { Message, View } from '../protocol.ts';
import { buttonLabels } from './elements.ts';
import type { Screen } from './screen.ts';
import { messageText, viewText } from './visible.ts';

/** A message as somebody saw it at that moment; it may have changed since. */
export type SeenMessage = {
  readonly kind: 'message';
  /** As it reads to the person who saw it: names, and times in their zone. */
  readonly text: string;
  /** What its buttons say. */
  readonly buttons: string[];
  readonly message: Message;
};

/** A modal or Home tab as somebody saw it at that moment. */
export type SeenView = {
  readonly kind: 'view';
  readonly title: string;
  readonly text: string;
  readonly buttons: string[];
  readonly view: View;
};

export type Seen = SeenMessage | SeenView;

export function seenMessage(screen: Screen, message: Message): SeenMessage {
  return {
    kind: 'message',
    text: messageText(screen, message),
    buttons: buttonLabels(message.blocks),
    message,
  };
}

export function seenView(screen: Screen, view: View): SeenView {
  return {
    kind: 'view',
    title: view.title,
    text: viewText(screen, view),
    buttons: buttonLabels(view.blocks),
    view,
  };
}

/** A text that holds these words, or fits the pattern. */
export function reads(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
