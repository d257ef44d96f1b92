import * as z from 'zod';
import { spendResponseUrl } from '../apps/response-urls.ts';
import type { Slack } from '../slack.ts';
import type { Install, ResponseUrl, StoredConversation, StoredMessage } from '../state/model.ts';
import { flag, json } from '../web-api/args.ts';
import { isFailure } from '../web-api/reply.ts';
import { type Content, readContent } from './content.ts';
import { edit, remove } from './edit.ts';
import { findMessage } from './find.ts';
import { post, postEphemeral, showMessage } from './post.ts';

/** Source: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export const answerSchema = z.object({
  text: z.string().optional(),
  blocks: json,
  attachments: json,
  metadata: json,
  response_type: z.enum(['in_channel', 'ephemeral']).optional(),
  replace_original: flag.optional(),
  delete_original: flag.optional(),
  thread_ts: z.string().optional(),
});

export type ResponseAnswer = z.infer<typeof answerSchema>;

/** Where an answer goes, and for whom. */
type Place = Pick<ResponseUrl, 'appId' | 'teamId' | 'channel' | 'user' | 'message' | 'threadTs'>;

export type Responded = { status: number; body: string };

/** Carries out what an app posts to a response_url. The answer is plain text, `ok` or an error's name. */
export function respond(slack: Slack, id: string, secret: string, body: Record<string, unknown>): Responded {
  const url = spendResponseUrl(slack, id, secret);
  if (typeof url === 'string') return { status: 404, body: JSON.stringify({ ok: false, error: url }) };
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) return { status: 400, body: 'invalid_payload' };
  const error = say(slack, url, parsed.data);
  return error ? { status: 400, body: error } : { status: 200, body: 'ok' };
}

/** Posts, replaces or deletes for an interaction; the name of an error when it cannot. */
export function say(slack: Slack, url: Place, said: ResponseAnswer): string | undefined {
  const conversation = slack.world.conversations.get(url.channel);
  const install = slack.world.installs.get(`${url.teamId}:${url.appId}`);
  if (!conversation || !install) return 'channel_not_found';
  const original = originalOf(slack, url);
  if (said.delete_original) {
    if (!original) return 'message_not_found';
    take(slack, conversation, original);
    return undefined;
  }
  const content = readContent(slack, install, said);
  if (isFailure(content)) return content.error;
  if (said.replace_original && original) {
    replace(slack, conversation, original, content);
    return undefined;
  }
  write(slack, conversation, install, url, said, content);
  return undefined;
}

function originalOf(slack: Slack, { channel, message }: Place): StoredMessage | undefined {
  if (!message) return undefined;
  return message.ephemeral
    ? slack.ephemerals.get(`${channel}:${message.ts}`)
    : findMessage(slack, channel, message.ts);
}

function take(slack: Slack, conversation: StoredConversation, original: StoredMessage): void {
  const { channel, ts, onlyFor } = original;
  if (!onlyFor) {
    remove(slack, conversation, original);
    return;
  }
  slack.ephemerals.delete(`${channel}:${ts}`);
  slack.live.tell(({ user }) => (user === onlyFor ? { type: 'message-deleted', channel, ts } : undefined));
}

function replace(
  slack: Slack,
  conversation: StoredConversation,
  original: StoredMessage,
  content: Content,
): void {
  const { attachments: _attachments, ...rest } = original;
  const changed = { ...rest, ...content };
  if (!original.onlyFor) {
    edit(slack, conversation, changed);
    return;
  }
  slack.ephemerals.set(`${original.channel}:${original.ts}`, changed);
  showMessage(slack, conversation, changed, 'message-changed');
}

function write(
  slack: Slack,
  conversation: StoredConversation,
  install: Install,
  url: Place,
  said: ResponseAnswer,
  content: Content,
): void {
  const threadTs = said.thread_ts ?? (url.message?.ephemeral ? undefined : url.threadTs);
  const draft = {
    teamId: install.teamId,
    user: install.botUser,
    botId: install.botId,
    appId: install.appId,
    ...content,
    ...(threadTs ? { threadTs } : {}),
  };
  if (said.response_type === 'in_channel') post(slack, conversation, draft);
  else postEphemeral(slack, conversation, url.user, draft);
}
