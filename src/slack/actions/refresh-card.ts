import type { WebClient } from '@slack/web-api';
import { statusOf } from '../../release/status.ts';
import { approvalDm, releaseCard } from '../blocks/release-card.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import { askName, cardName } from '../notifier/message-name.ts';

/**
 * Brings the card that was clicked up to date, so that whoever pressed a stale button sees why on the card itself.
 */
export async function refreshCard(
  client: WebClient,
  container: {
    message_ts?: string | undefined;
    channel_id?: string | undefined;
    is_ephemeral?: boolean | undefined;
  },
  { place, person, log }: Asking,
  parts: Parts,
): Promise<void> {
  const { message_ts: ts, channel_id: channel, is_ephemeral } = container;
  const { state } = parts.state.current();
  const release = place.release === null ? undefined : state.releases.get(place.release);
  if (ts === undefined || channel === undefined || is_ephemeral === true || release === undefined) return;
  try {
    const names = [cardName(release.id), askName(release.id, person)];
    const refs = await parts.store.messageRefs(names);
    const name = names.find((each) => refs.get(each)?.channel === channel && refs.get(each)?.ts === ts);
    if (name === undefined) return;
    const now = parts.clock();
    const input = { status: statusOf(state, release, parts.directory.known(), now), state, now };
    const message = name === cardName(release.id) ? releaseCard(input) : approvalDm(input);
    await client.chat.update({ channel, ts, ...message });
  } catch (error) {
    log.info({ err: error }, 'the clicked card was not brought up to date');
  }
}
