import type { Current } from '../../app/current.ts';
import type { MessageRef } from '../../app/ports/store.ts';
import type { PersonId } from '../../environment/person.ts';
import type { Release } from '../../release/release.ts';
import { type ReleaseStatus, statusOf } from '../../release/status.ts';
import { localUser, type Workspace } from '../connection/workspace.ts';
import type { SlackDirectory } from '../directory/directory.ts';
import type { Places } from './places.ts';
import type { Sender } from './sender.ts';
import type { Stamp, Stamped } from './stamp.ts';

/** Everything one outbox item is sent with. */
export type Delivery = {
  workspace: Workspace;
  directory: SlackDirectory;
  places: Places;
  sender: Sender;
  current: Current;
  /** Where messages stand that earlier items sent, by name. */
  known: ReadonlyMap<string, MessageRef>;
  stamp: Stamp;
  /** This item was tried before. */
  tried: boolean;
  now: Date;
};

export function statusIn({ current, directory, now }: Delivery, release: Release): ReleaseStatus {
  return statusOf(current.state, release, directory.known(), now);
}

/** The DM with a person of the workspace; null for anyone else, who gets no messages. */
export async function dmWith({ workspace, places }: Delivery, person: PersonId): Promise<string | null> {
  const user = localUser(workspace, person);
  return user === null ? null : places.dm(user);
}

/** Whether a message is what an earlier try of this same item left. */
export function ofThisItem({ stamp }: Delivery): (payload: Stamped['metadata']['event_payload']) => boolean {
  return ({ item }) => item === stamp.event_payload.item;
}

/** The conversation of a release's card: its channel, or without one the owner's direct messages. */
export async function placeOfCard(delivery: Delivery, release: Release): Promise<string | null> {
  const wanted = release.channel ?? delivery.current.state.installation?.channel ?? null;
  const channel = wanted === null ? null : await delivery.places.channel(wanted);
  return channel ?? dmWith(delivery, release.owner);
}
