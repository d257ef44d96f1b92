import * as z from 'zod';
import { archive, dropMember, rename, tellAbout, unarchive } from '../channels/change.ts';
import type { Slack } from '../slack.ts';

const channel = { channel: z.string(), by: z.string() };

/** What somebody may do to a channel that the client offers no button for. */
export const placeChange = z.discriminatedUnion('change', [
  z.object({ change: z.enum(['archive', 'unarchive', 'delete']), ...channel }),
  z.object({ change: z.literal('rename'), name: z.string(), ...channel }),
  z.object({ change: z.literal('kick'), user: z.string(), ...channel }),
]);

/** Changes a channel, and tells clients and apps as Slack does. */
export function changePlace(slack: Slack, given: z.infer<typeof placeChange>): Record<string, unknown> {
  const conversation = slack.world.conversations.get(given.channel);
  if (!conversation) return { ok: false, error: 'channel_not_found' };
  switch (given.change) {
    case 'archive':
      archive(slack, conversation, given.by);
      return {};
    case 'unarchive':
      unarchive(slack, conversation, given.by);
      return {};
    case 'rename':
      rename(slack, conversation, given.name, given.by);
      return {};
    case 'kick':
      dropMember(slack, conversation, given.user);
      return {};
    case 'delete':
      slack.world.conversations.delete(conversation.id);
      slack.live.tell(({ user }) =>
        conversation.members.includes(user)
          ? { type: 'conversation-left', channel: conversation.id }
          : undefined,
      );
      tellAbout(slack, conversation, { type: 'channel_deleted', channel: conversation.id });
      return {};
  }
}
