import type { OutboxItem } from '../../app/outbox-item.ts';
import type { MessageRef } from '../../app/ports/store.ts';
import { inFlight, type Release } from '../../release/release.ts';
import { approvalDm, releaseCard } from '../blocks/release-card.ts';
import type { Rendered } from '../blocks/rendered.ts';
import { cardGone, cardMoved } from './card-gone.ts';
import { type Delivery, dmWith, ofThisItem, placeOfCard, statusIn } from './delivery.ts';
import { cardName, goneName } from './message-name.ts';

/**
 * Posts the root card of a release, or brings it up to date, together with its copies by DM. A card always shows
 * the newest state. Where it cannot be kept its owner is told once, and the release goes on.
 */
export async function sendCard(
  item: Extract<OutboxItem, { kind: 'card' }>,
  delivery: Delivery,
): Promise<MessageRef[]> {
  const release = delivery.current.state.releases.get(item.release);
  if (release === undefined) return [];
  const { current, now, known, sender, stamp } = delivery;
  const input = { status: statusIn(delivery, release), state: current.state, now };
  await updateCopies(release, approvalDm(input), delivery);

  const place = await placeOfCard(delivery, release);
  if (place === null || known.has(goneName(release.id, place))) return [];
  const message = releaseCard(input);
  const card = known.get(cardName(release.id));
  if (card !== undefined && card.channel === place) {
    const updated = await sender.update(card, message, stamp);
    return updated.ok ? [] : tellOwner(release, place, updated.gone, delivery);
  }
  const posted = await post(release, place, message, delivery);
  if (!posted.ok) return tellOwner(release, place, posted.gone, delivery);
  // The card moved with its release; whoever looks at the old one learns where to.
  if (card !== undefined) await sender.update(card, cardMoved(release, place), stamp);
  return [posted.ref];
}

function post(release: Release, channel: string, message: Rendered, delivery: Delivery) {
  const { sender, stamp, tried } = delivery;
  return sender.post({
    name: cardName(release.id),
    where: { channel },
    message,
    stamp,
    tried,
    left: (payload) => payload.release === release.id && payload.kind === 'card',
  });
}

/** Copies of the card by DM, of those who were asked; ended releases keep the state they ended with. */
async function updateCopies(release: Release, message: Rendered, delivery: Delivery): Promise<void> {
  const { known, sender, stamp } = delivery;
  for (const [name, ref] of known) {
    if (!name.startsWith(`ask/${release.id}/`)) continue;
    await sender.update(ref, message, stamp);
  }
}

/** Tells the owner that their card is gone: once for a channel, remembered by the message that told them. */
export async function tellOwner(
  release: Release,
  channel: string,
  reason: string,
  delivery: Delivery,
): Promise<MessageRef[]> {
  const name = goneName(release.id, channel);
  const dm = await dmWith(delivery, release.owner);
  const nowhere = { name, channel, ts: '0' };
  if (dm === null || dm === channel || delivery.known.has(name) || !inFlight(release)) return [nowhere];
  const told = await delivery.sender.post({
    name,
    where: { channel: dm },
    message: cardGone(release, channel, reason),
    stamp: delivery.stamp,
    tried: delivery.tried,
    left: ofThisItem(delivery),
  });
  return [told.ok ? told.ref : nowhere];
}
