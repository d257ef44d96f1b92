import type { App } from '@slack/bolt';
import { z } from 'zod';
import { refused } from '../commands/answer.ts';
import { answerTo } from '../commands/answer-to.ts';
import { attend, turnedAway } from '../listening/attend.ts';
import { guarded } from '../listening/guarded.ts';
import type { Parts } from '../listening/parts.ts';
import { replyInPlace } from '../listening/reply.ts';
import { signedEvent } from '../listening/signed.ts';
import { releaseOfThread } from '../listening/thread-release.ts';

/** docs.slack.dev/reference/events/app_mention and message.im */
const Spoken = z.object({
  user: z.string(),
  text: z.string(),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user_team: z.string().optional(),
  team: z.string().optional(),
  bot_id: z.undefined().optional(),
  subtype: z.undefined().optional(),
  edited: z.undefined().optional(),
});
type Spoken = z.infer<typeof Spoken>;

type Body = { team_id: string; enterprise_id?: string; event_id: string };

/**
 * `@Rampart pause` takes the same words as the slash command, which Slack does not have in threads. In the thread of
 * a release it needs no name. Messages to Rampart alone are commands too.
 */
export function listenToMentions(app: App, parts: Parts, isFirst: (eventId: string) => boolean): void {
  app.event('app_mention', async ({ event, body }) => hear(event, body));
  app.event('message', async ({ event, body }) => {
    if (event.channel_type === 'im') await hear(event, body);
  });

  async function hear(event: unknown, body: Body): Promise<void> {
    const parsed = Spoken.safeParse(event);
    // Bots, edits and Slack's own notes are nobody's wish; a repeated event was carried out before.
    if (!parsed.success || !isFirst(body.event_id)) return;
    await answer(parsed.data, body);
  }

  async function answer(spoken: Spoken, body: Body): Promise<void> {
    const { channel, thread_ts: thread = null } = spoken;
    const signed = signedEvent(body, spoken);
    const outside = { channel, thread, release: null };
    const first = attend(parts, signed, outside);
    const reply = replyInPlace(parts.connection.clients.answers, first);
    await guarded(first, reply, async () => {
      const why = await turnedAway(first, parts);
      if (why !== null) return refused(why, first, parts);
      const release = thread === null ? null : await releaseOfThread(channel, thread, first.person, parts);
      const botUser = parts.connection.workspace()?.botUser ?? '';
      const asking = { ...first, place: { ...outside, release } };
      return answerTo(withoutMention(spoken.text, botUser), asking, parts);
    });
  }
}

/** The text without the mention of ourselves, wherever it stands. */
function withoutMention(text: string, botUser: string): string {
  return text.replaceAll(new RegExp(`<@${botUser}(\\|[^>]*)?>[,:]?`, 'g'), ' ').trim();
}
