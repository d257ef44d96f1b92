import { z } from 'zod';
import { NOWHERE } from './asking.ts';
import { sorry } from './guarded.ts';
import type { Parts } from './parts.ts';
import { replyInPlace } from './reply.ts';

/** Wherever a payload of Slack says who it is from and where. */
const Sender = z.object({
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  user: z.object({ id: z.string() }).optional(),
  channel: z.object({ id: z.string() }).optional(),
  event: z.object({ user: z.string().optional(), channel: z.string().optional() }).optional(),
});

/** The last resort when a listener failed outside of its own care: words and an id for whoever it concerns. */
export async function apologise(body: unknown, requestId: string, parts: Parts): Promise<void> {
  const parsed = Sender.safeParse(body);
  const sender = parsed.success ? parsed.data : {};
  const user = sender.user?.id ?? sender.user_id ?? sender.event?.user;
  if (user === undefined) return;
  const channel = sender.channel?.id ?? sender.channel_id ?? sender.event?.channel ?? null;
  const log = parts.log.child({ requestId });
  const asking = { requestId, person: user, user, place: { ...NOWHERE, channel }, log };
  const reply = replyInPlace(parts.connection.clients.answers, asking);
  await reply({ kind: 'message', message: sorry(requestId) }).catch((error: unknown) => {
    log.error({ err: error }, 'the person could not be told that something went wrong');
  });
}
