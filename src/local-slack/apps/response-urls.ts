import type { Slack } from '../slack.ts';
import { newId, newSecret } from '../state/ids.ts';
import type { Install, ResponseUrl } from '../state/model.ts';

/** Source: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const MOST_USES = 5;
const LASTS_MS = 30 * 60_000;

type About = Pick<ResponseUrl, 'channel' | 'user' | 'message' | 'threadTs'>;

/** A new address at which the app may answer an interaction. */
export function responseUrlFor(slack: Slack, install: Install, about: About): string {
  for (const old of slack.world.responseUrls.values()) {
    if (slack.clock.now() - old.createdAt > 2 * LASTS_MS) slack.world.responseUrls.delete(old.id);
  }
  const id = newId('');
  const secret = newSecret(24);
  slack.world.responseUrls.put(id, {
    id,
    secret,
    appId: install.appId,
    teamId: install.teamId,
    uses: 0,
    createdAt: slack.clock.now(),
    ...about,
  });
  return `${slack.url}/actions/${install.teamId}/${id}/${secret}`;
}

/** Counts a use of the address; an error name when it is unknown, old or used up. */
export function spendResponseUrl(
  slack: Slack,
  id: string,
  secret: string,
): ResponseUrl | 'invalid_url' | 'expired_url' | 'used_url' {
  const found = slack.world.responseUrls.get(id);
  if (found?.secret !== secret) return 'invalid_url';
  if (slack.clock.now() - found.createdAt > LASTS_MS) return 'expired_url';
  if (found.uses >= MOST_USES) return 'used_url';
  return slack.world.responseUrls.put(id, { ...found, uses: found.uses + 1 });
}
