import type { Logger } from 'pino';
import type { Current } from '../../app/current.ts';
import { type Messages, SendFailed } from '../../app/ports/messages.ts';
import type { MessageRef, StoredOutboxItem } from '../../app/ports/store.ts';
import type { Clock } from '../../clock.ts';
import type { Connection } from '../connection/connection.ts';
import type { SlackDirectory } from '../directory/directory.ts';
import { namesNeeded } from './names-needed.ts';
import { createPlaces } from './places.ts';
import { sendAsk } from './send-ask.ts';
import { sendCard } from './send-card.ts';
import { sendNotice, sendNudge } from './send-direct.ts';
import { sendThread } from './send-thread.ts';
import { createSender } from './sender.ts';
import { stampOf } from './stamp.ts';
import { troubleOf } from './trouble.ts';

export type NotifierParts = {
  connection: Connection;
  directory: SlackDirectory;
  clock: Clock;
  log: Logger;
};

/** Where news leaves for people in Slack: cards, threads, and direct messages, each once. */
export function createNotifier({ connection, directory, clock, log }: NotifierParts): Messages {
  const client = connection.clients.outbox;
  const places = createPlaces(client);
  const sender = createSender({ client, places, clock, log });

  async function send(
    stored: StoredOutboxItem,
    current: Current,
    known: ReadonlyMap<string, MessageRef>,
  ): Promise<MessageRef[]> {
    const workspace = connection.workspace();
    if (workspace === null) throw new SendFailed('Slack has not been reached yet', null);
    const stamp = stampOf(stored, current);
    const tried = stored.attempts > 0;
    const delivery = { workspace, directory, places, sender, current, known, stamp, tried, now: clock() };
    const { item } = stored;
    switch (item.kind) {
      case 'card':
        return sendCard(item, delivery);
      case 'thread':
        return sendThread(item, delivery);
      case 'ask':
        return sendAsk(item, delivery);
      case 'nudge':
        return sendNudge(item, delivery);
      case 'notice':
        return sendNotice(item, delivery);
    }
  }

  return {
    namesFor: ({ item }, current) => orSendFailed(namesNeeded(item, current, directory, places)),
    async send(stored, current, known) {
      const refs = await orSendFailed(send(stored, current, known));
      sender.forget(stored.id);
      return refs;
    },
  };
}

/** Whatever Slack does not answer is for later; only bugs go through as they are. */
async function orSendFailed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SendFailed || !(error instanceof Error)) throw error;
    const trouble = troubleOf(error);
    throw new SendFailed(trouble.reason, trouble.kind === 'again' ? trouble.retryAfterMs : null);
  }
}
