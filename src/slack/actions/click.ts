import type { App, BlockAction, RespondFn } from '@slack/bolt';
import { z } from 'zod';
import { type Answer, refused, say, sentence } from '../commands/answer.ts';
import { publishHome } from '../events/home.ts';
import { type ActionId, type ButtonValue, decodeValue } from '../ids.ts';
import type { Asking, Place } from '../listening/asking.ts';
import { attend, isKnown, turnedAway } from '../listening/attend.ts';
import { guarded } from '../listening/guarded.ts';
import { createOpener } from '../listening/opener.ts';
import type { Parts } from '../listening/parts.ts';
import { replyByUrl, replyInModal } from '../listening/reply.ts';
import { signedInteraction } from '../listening/signed.ts';
import { refreshCard } from './refresh-card.ts';

/** Somebody pressed a button: who, where, and what the button is about. */
export type Click = { asking: Asking; value: ButtonValue };

/** What one button does. Authority never comes from the button: only from who Slack says pressed it. */
export type ClickListener = {
  on: ActionId;
  /**
   * A form must be opened within three seconds: at once, or where something has to be looked up first (`slow-form`),
   * by way of a view that says so.
   */
  opens: 'nothing' | 'form' | 'slow-form';
  handle(click: Click, parts: Parts): Promise<Answer | null>;
};

/** Where a click came from: docs.slack.dev/reference/interaction-payloads/block_actions-payload */
const Container = z.object({
  type: z.string(),
  message_ts: z.string().optional(),
  channel_id: z.string().optional(),
  thread_ts: z.string().optional(),
  is_ephemeral: z.boolean().optional(),
});

/** Buttons of one row carry a number after the id, which Slack wants to be unique. */
export function idPattern(id: ActionId): RegExp {
  return new RegExp(`^${id}(:\\d+)?$`);
}

export function listenToClicks(app: App, parts: Parts, listener: ClickListener): void {
  app.action<BlockAction>({ type: 'block_actions', action_id: idPattern(listener.on) }, async (args) => {
    await args.ack();
    const { action, body, respond } = args;
    const decoded = decodeValue('value' in action && typeof action.value === 'string' ? action.value : '{}');
    await press(body, decoded.ok ? decoded.value : null, listener, parts, respond);
  });
}

/** Carries out a click, whichever element it came from. `value` is null when it could not be read. */
export async function press(
  body: BlockAction,
  value: ButtonValue | null,
  listener: Omit<ClickListener, 'on'>,
  parts: Parts,
  respond: RespondFn,
): Promise<void> {
  const client = parts.connection.clients.answers;
  const container = Container.parse(body.container);
  const place: Place = {
    channel: body.channel?.id ?? container.channel_id ?? null,
    thread: container.thread_ts ?? null,
    release: value?.release ?? null,
  };
  const asking = attend(parts, signedInteraction(body), place);
  const opener = createOpener(client, body.trigger_id, place);
  const inView = container.type === 'view';
  const isReady = listener.opens === 'form' && isKnown(asking, parts);
  const isHeld = !isReady && (inView || listener.opens !== 'nothing');
  if (isHeld) await opener.hold('One moment');
  const reply =
    inView || isHeld
      ? replyInModal(opener)
      : replyByUrl(respond, opener, asking, client, container.is_ephemeral ?? false);
  const { revision } = parts.state.current();
  await guarded(asking, reply, async () => {
    if (value === null) return say(sentence('This button is too old for me to read.', ['status']));
    const why = await turnedAway(asking, parts);
    return why === null ? listener.handle({ asking, value }, parts) : refused(why, asking, parts);
  });
  // What changed something is followed by the outbox; a click that did not may be on a stale card.
  if (parts.state.current().revision === revision) await refreshCard(client, container, asking, parts);
  if (inView) await publishHome(asking, parts);
}
