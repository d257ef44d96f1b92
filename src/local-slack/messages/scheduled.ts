import type { Slack } from '../slack.ts';
import type { ScheduledMessage } from '../state/model.ts';
import { post } from './post.ts';

/** Remembers a message to be posted later. */
export function scheduleMessage(slack: Slack, scheduled: ScheduledMessage): ScheduledMessage {
  slack.world.scheduled.put(scheduled.id, scheduled);
  arm(slack, scheduled);
  return scheduled;
}

export function unschedule(slack: Slack, id: string): void {
  slack.world.scheduled.delete(id);
}

/** Takes up, after a start, what was scheduled before. */
export function armScheduled(slack: Slack): void {
  for (const scheduled of slack.world.scheduled.values()) arm(slack, scheduled);
}

function arm(slack: Slack, { id, postAt }: ScheduledMessage): void {
  slack.clock.at(postAt * 1000, () => {
    const due = slack.world.scheduled.get(id);
    if (!due) return;
    slack.world.scheduled.delete(id);
    const conversation = slack.world.conversations.get(due.channel);
    // A message with metadata never goes out: a bug that Slack documents.
    // Source: https://docs.slack.dev/reference/methods/chat.scheduleMessage
    if (!conversation || conversation.archived || due.message.metadata) return;
    const { channel: _channel, ...draft } = due.message;
    post(slack, conversation, draft);
  });
}
