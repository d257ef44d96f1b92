import type { Current } from '../current.ts';
import type { MessageRef, StoredOutboxItem } from './store.ts';

/**
 * Where news leaves for people. `send` renders an item from the newest state and sends it; it may be called again
 * for the same item after an uncertain answer, and must then find what it sent rather than send it twice.
 */
export type Messages = {
  /** Where the messages stand now, to be kept under their names. Throws {@link SendFailed} when it should be tried again. */
  send(
    item: StoredOutboxItem,
    current: Current,
    known: ReadonlyMap<string, MessageRef>,
  ): Promise<MessageRef[]>;
  /** The names under which messages that an item needs may already stand. */
  namesFor(item: StoredOutboxItem, current: Current): Promise<string[]>;
};

/** A message could not be sent for now. */
export class SendFailed extends Error {
  override readonly name = 'SendFailed';
  /** How long to wait at least, when the other side said so. */
  readonly retryAfterMs: number | null;

  constructor(reason: string, retryAfterMs: number | null) {
    super(reason);
    this.retryAfterMs = retryAfterMs;
  }
}
