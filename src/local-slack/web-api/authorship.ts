import { findMessage } from '../messages/find.ts';
import type { StoredMessage } from '../state/model.ts';
import { type Call, missingScope } from './method.ts';
import { type Failure, fail, isFailure } from './reply.ts';

type Identity = {
  username?: string | undefined;
  icon_emoji?: string | undefined;
  icon_url?: string | undefined;
};

/** Who a message by the app is from. */
export function authorOf({ install }: Call, identity: Identity) {
  const { username, icon_emoji, icon_url } = identity;
  const icons = { ...(icon_emoji ? { emoji: icon_emoji } : {}), ...(icon_url ? { image_64: icon_url } : {}) };
  return {
    teamId: install.teamId,
    user: install.botUser,
    botId: install.botId,
    appId: install.appId,
    ...(username ? { username } : {}),
    ...(Object.keys(icons).length > 0 ? { icons } : {}),
  } satisfies Partial<StoredMessage>;
}

/** Another name or picture needs `chat:write.customize`. */
export function identityProblem({ install }: Call, identity: Identity): Failure | undefined {
  const customizes = identity.username ?? identity.icon_emoji ?? identity.icon_url;
  if (!customizes || install.scopes.includes('chat:write.customize')) return undefined;
  const answer = missingScope(install, ['chat:write.customize']);
  return isFailure(answer) ? answer : undefined;
}

/** A reply needs a root that is still there and is no reply itself. */
export function threadProblem(
  { slack }: Call,
  channel: string,
  threadTs: string | undefined,
): Failure | undefined {
  if (!threadTs) return undefined;
  const root = findMessage(slack, channel, threadTs);
  if (!root) return fail('thread_not_found');
  return root.threadTs && root.threadTs !== root.ts ? fail('cannot_reply_to_message') : undefined;
}
