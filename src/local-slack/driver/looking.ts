import type { Message, View } from '../protocol.ts';
import { current } from './click.ts';
import { conversationNamed } from './fill.ts';
import type { Screen } from './screen.ts';
import { reads, type SeenMessage, type SeenView, seenMessage, seenView } from './seen.ts';

export type Wait = { timeoutMs?: number };
/** `#channel`, or `@person` for the direct messages with them. */
export type Where = { in?: string };
export type Sees = Wait & Where & { thread?: SeenMessage; ephemeral?: boolean; after?: SeenMessage };

/** Somebody who looks at their screen, and waits for what they expect to read there. */
export class Looking {
  readonly screen: Screen;

  constructor(screen: Screen) {
    this.screen = screen;
  }

  get id(): string {
    return this.screen.boot.me.id;
  }

  /** Waits for a message that reads so; the newest one of several. */
  async sees(text: string | RegExp, options: Sees = {}): Promise<SeenMessage> {
    const look = () => this.messages(options).find((seen) => reads(seen.text, text));
    return this.screen.waitFor(look, `a message with ${text}`, options.timeoutMs);
  }

  /** The messages that read so right now, newest first. It does not wait. */
  allThatRead(text: string | RegExp, options: Omit<Sees, 'timeoutMs'> = {}): SeenMessage[] {
    return this.messages(options).filter((seen) => reads(seen.text, text));
  }

  /** What a message seen before shows now; `undefined` when it is gone. */
  now(seen: SeenMessage): SeenMessage | undefined {
    const found = current(this.screen, seen);
    return found?.kind === 'message' ? found : undefined;
  }

  /** Waits until a message seen before reads so. */
  async seesIn(seen: SeenMessage, text: string | RegExp, { timeoutMs }: Wait = {}): Promise<SeenMessage> {
    const look = () => {
      const found = this.now(seen);
      return found && reads(found.text, text) ? found : undefined;
    };
    return this.screen.waitFor(look, `${text} in the message "${seen.text}"`, timeoutMs);
  }

  /** Waits for the modal in front to read so. */
  async seesModal(text: string | RegExp = '', { timeoutMs }: Wait = {}): Promise<SeenView> {
    const look = () => this.#views(this.screen.modals.slice(-1), text);
    return this.screen.waitFor(look, `a modal with ${text}`, timeoutMs);
  }

  /** Waits until no modal is open. */
  async seesNoModal({ timeoutMs }: Wait = {}): Promise<void> {
    await this.screen.waitFor(
      () => (this.screen.modals.length === 0 ? true : undefined),
      'no modal',
      timeoutMs,
    );
  }

  /** Waits for the Home tab to read so. */
  async seesHome(text: string | RegExp, { timeoutMs }: Wait = {}): Promise<SeenView> {
    const look = () => this.#views(Object.values(this.screen.homes), text);
    return this.screen.waitFor(look, `a Home tab with ${text}`, timeoutMs);
  }

  messages({ in: where, thread, ephemeral, after }: Sees): SeenMessage[] {
    const channel = where ? this.#knownPlace(where) : undefined;
    const root = thread && (thread.message.threadTs ?? thread.message.ts);
    const fits = (message: Message) =>
      (!where || message.channel === channel) &&
      (!root || message.threadTs === root) &&
      (ephemeral === undefined || (message.ephemeral ?? false) === ephemeral) &&
      (!after || message.ts > after.message.ts);
    return [...this.screen.messages.values()]
      .filter(fits)
      .sort((a, b) => (a.ts < b.ts ? 1 : -1))
      .map((message) => seenMessage(this.screen, message));
  }

  /** A DM may only come to be while somebody waits for a message in it. */
  #knownPlace(where: string): string | undefined {
    try {
      return conversationNamed(this.screen, where);
    } catch {
      return undefined;
    }
  }

  #views(views: View[], text: string | RegExp): SeenView | undefined {
    return views.map((view) => seenView(this.screen, view)).find((seen) => reads(seen.text, text));
  }
}
