import type { OutboxItem } from '../../app/outbox-item.ts';
import type { MessageRef } from '../../app/ports/store.ts';
import { threadLine } from '../blocks/thread-line.ts';
import { type Delivery, ofThisItem } from './delivery.ts';
import { cardName, goneName } from './message-name.ts';
import { tellOwner } from './send-card.ts';

/** One line under the card of a release; without a card there is no thread, and its owner knows. */
export async function sendThread(
  item: Extract<OutboxItem, { kind: 'thread' }>,
  delivery: Delivery,
): Promise<MessageRef[]> {
  const { current, known, sender, stamp, tried } = delivery;
  const release = current.state.releases.get(item.release);
  const card = known.get(cardName(item.release));
  if (release === undefined || card === undefined) return [];
  if (known.has(goneName(release.id, card.channel))) return [];
  const sent = await sender.post({
    name: 'line',
    where: { channel: card.channel, thread: card.ts, broadcast: item.broadcast },
    message: threadLine(item, current.state),
    stamp,
    tried,
    left: ofThisItem(delivery),
  });
  return sent.ok ? [] : tellOwner(release, card.channel, sent.gone, delivery);
}
