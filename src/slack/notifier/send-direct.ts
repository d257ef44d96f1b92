import type { OutboxItem } from '../../app/outbox-item.ts';
import type { MessageRef } from '../../app/ports/store.ts';
import { notice } from '../blocks/notice.ts';
import { nudge } from '../blocks/nudge.ts';
import { type Delivery, dmWith, ofThisItem } from './delivery.ts';

/** A DM to the one person whom something needs. */
export async function sendNudge(
  item: Extract<OutboxItem, { kind: 'nudge' }>,
  delivery: Delivery,
): Promise<MessageRef[]> {
  const dm = await dmWith(delivery, item.person);
  if (dm === null) return [];
  const message = nudge(item, delivery.current.state);
  const { sender, stamp, tried } = delivery;
  await sender.post({
    name: 'nudge',
    where: { channel: dm },
    message,
    stamp,
    tried,
    left: ofThisItem(delivery),
  });
  return [];
}

/** Word of a change outside any release, to the installation's channel. */
export async function sendNotice(
  item: Extract<OutboxItem, { kind: 'notice' }>,
  delivery: Delivery,
): Promise<MessageRef[]> {
  const { current, places, sender, stamp, tried } = delivery;
  const wanted = current.state.installation?.channel ?? null;
  const channel = wanted === null ? null : await places.channel(wanted);
  if (channel === null) return [];
  const message = notice(item, current.state);
  await sender.post({
    name: 'notice',
    where: { channel },
    message,
    stamp,
    tried,
    left: ofThisItem(delivery),
  });
  return [];
}
