import type { OutboxItem } from '../../app/outbox-item.ts';
import type { MessageRef } from '../../app/ports/store.ts';
import type { PersonId } from '../../environment/person.ts';
import { inFlight, type Release } from '../../release/release.ts';
import { section } from '../blocks/kit.ts';
import { approvalDm } from '../blocks/release-card.ts';
import { type Delivery, dmWith, ofThisItem, statusIn } from './delivery.ts';
import { askName } from './message-name.ts';
import { approversOf } from './names-needed.ts';

const ASKED_AGAIN = 'It changed, so your decision is asked again: see above.';

/** The approval card by DM to each person who owes a decision and is known by name. */
export async function sendAsk(
  item: Extract<OutboxItem, { kind: 'ask' }>,
  delivery: Delivery,
): Promise<MessageRef[]> {
  const { current, directory } = delivery;
  const release = current.state.releases.get(item.release);
  if (release === undefined || !inFlight(release)) return [];
  const status = statusIn(delivery, release);
  if (status.approval === null || status.approval.granted) return [];
  const done = new Set([...release.editors, ...status.approval.valid.map((approval) => approval.by)]);
  const owing = (await approversOf(release, current, directory)).filter((person) => !done.has(person));
  const refs: MessageRef[] = [];
  for (const person of owing) refs.push(...(await askOne(release, person, delivery)));
  return refs;
}

async function askOne(release: Release, person: PersonId, delivery: Delivery): Promise<MessageRef[]> {
  const { current, known, sender, stamp, tried, now } = delivery;
  const dm = await dmWith(delivery, person);
  if (dm === null) return [];
  const name = askName(release.id, person);
  const before = known.get(name);
  const message = approvalDm({ status: statusIn(delivery, release), state: current.state, now });
  const common = { stamp, tried, left: ofThisItem(delivery) };
  if (before === undefined) {
    const sent = await sender.post({ ...common, name, where: { channel: dm }, message });
    return sent.ok ? [sent.ref] : [];
  }
  await sender.update(before, message, stamp);
  const reminder = { text: ASKED_AGAIN, blocks: [section(ASKED_AGAIN)] };
  await sender.post({
    ...common,
    name: `${name}/again`,
    where: { channel: dm, thread: before.ts },
    message: reminder,
  });
  return [];
}
