import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Ledger } from './ledger.ts';
import { type Messages, SendFailed } from './ports/messages.ts';
import type { Store, StoredOutboxItem } from './ports/store.ts';

const MOST_AT_ONCE = 100;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

export type Deliver = {
  /** Sends what is due. Items of one conversation go out in order; one that fails holds the later ones back. */
  run(): Promise<number>;
};

export type DeliverParts = { store: Store; ledger: Ledger; messages: Messages; clock: Clock; log: Logger };

export function createDeliver({ store, ledger, messages, clock, log }: DeliverParts): Deliver {
  /**
   * Conversations in which a message failed, until it is due again: what came after it waits too, so that news is
   * read in the order in which it happened. Lost with the process, which costs at most the order of a few lines.
   */
  const heldUntil = new Map<string, Date>();

  async function sendOne(stored: StoredOutboxItem): Promise<boolean> {
    const current = ledger.current();
    try {
      const names = await messages.namesFor(stored, current);
      const refs = await messages.send(stored, current, await store.messageRefs(names));
      await store.outboxDone(stored.id, refs);
      return true;
    } catch (error) {
      const asked = error instanceof SendFailed ? error.retryAfterMs : null;
      const waitMs = asked ?? Math.min(FIRST_RETRY_MS * 2 ** stored.attempts, LONGEST_RETRY_MS);
      const dueAt = new Date(clock().getTime() + waitMs);
      const reason = error instanceof Error ? error.message : String(error);
      // Being asked to wait is Slack's everyday; anything else is worth a look.
      log[asked === null ? 'warn' : 'debug'](
        { err: error, item: stored.item.kind, attempts: stored.attempts, dueAt },
        'message not sent yet',
      );
      await store.outboxRetry(stored.id, dueAt, reason);
      heldUntil.set(conversationOf(stored), dueAt);
      return false;
    }
  }

  async function sendInOrder(items: StoredOutboxItem[]): Promise<number> {
    let sent = 0;
    for (const stored of items) {
      if (!(await sendOne(stored))) break;
      sent += 1;
    }
    return sent;
  }

  return {
    async run() {
      const now = clock();
      const due = await store.outboxDue(now, MOST_AT_ONCE);
      // After the items are read: the state is then at least as new as each of them.
      await ledger.catchUp();
      const shown = new Set<string>();
      const conversations = new Map<string, StoredOutboxItem[]>();
      for (const stored of due) {
        const { item } = stored;
        // A card shows the newest state whenever it is sent, so the first of several for one release stands for all.
        if (item.kind === 'card' && shown.has(item.release)) {
          await store.outboxDone(stored.id, []);
          continue;
        }
        if (item.kind === 'card') shown.add(item.release);
        const conversation = conversationOf(stored);
        const held = heldUntil.get(conversation);
        if (held !== undefined && held > now) continue;
        heldUntil.delete(conversation);
        conversations.set(conversation, [...(conversations.get(conversation) ?? []), stored]);
      }
      const sent = await Promise.all([...conversations.values()].map(sendInOrder));
      return sent.reduce((sum, count) => sum + count, 0);
    },
  };
}

function conversationOf({ item }: StoredOutboxItem): string {
  return 'release' in item ? item.release : item.kind;
}
