import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/model.ts';

/** A conversation's messages that everyone in it sees, oldest first, replies included. */
export function messagesIn(slack: Slack, channel: string): StoredMessage[] {
  return slack.world.messages.group(channel);
}

export function findMessage(slack: Slack, channel: string, ts: string): StoredMessage | undefined {
  return slack.world.messages.get(`${channel}:${ts}`);
}

/** A thread's replies without its root, oldest first. */
export function repliesTo(slack: Slack, channel: string, rootTs: string): StoredMessage[] {
  return messagesIn(slack, channel).filter((message) => message.threadTs === rootTs && message.ts !== rootTs);
}

/** An address that opens the message. */
export function permalink(slack: Slack, message: StoredMessage): string {
  const base = `${slack.url}/archives/${message.channel}/p${message.ts.replace('.', '')}`;
  const isReply = message.threadTs !== undefined && message.threadTs !== message.ts;
  return isReply ? `${base}?thread_ts=${message.threadTs}&cid=${message.channel}` : base;
}
