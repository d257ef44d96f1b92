import { commandPayload } from '../apps/interactions.ts';
import type { Answer } from '../apps/parcel.ts';
import { answerSchema, say } from '../messages/from-response-url.ts';
import type { Act, ActReply } from '../protocol.ts';
import { appOf, installsIn } from '../slack.ts';
import { type Acting, carriedOut, openConversation, trouble } from './acting.ts';
import { encodeTyped } from './typed-text.ts';

/** Sends a slash command to the app that has it, and shows what the app answers. */
export async function runCommand(by: Acting, act: Extract<Act, { type: 'command' }>): Promise<ActReply> {
  const conversation = openConversation(by, act.channel);
  if ('ok' in conversation) return conversation;
  const [, name = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(act.text.trim()) ?? [];
  const found = installsIn(by.slack, by.teamId).flatMap((install) =>
    appOf(by.slack, install)
      .manifest.features.slash_commands.filter((one) => one.command === name)
      .map((command) => ({ install, command })),
  )[0];
  if (!found) return trouble('invalid_command', `${name} is not a valid command.`);
  const { install, command } = found;
  const text = command.should_escape ? encodeTyped(by, rest.trim(), 'command') : rest.trim();
  const payload = commandPayload(by.slack, install, by.person, conversation, name, text);
  const answer = await by.slack.deliverer.deliver(appOf(by.slack, install), {
    kind: 'slash_commands',
    payload,
  });
  if (!answer.ok) return notAnswered(name, answer);
  if (!hasContent(answer.body)) return carriedOut;
  const said = answerSchema.safeParse(answer.body);
  const url = { appId: install.appId, teamId: install.teamId, channel: conversation.id, user: by.person.id };
  const error = said.success ? say(by.slack, url, said.data) : 'invalid_payload';
  return error ? trouble(error, `${name} answered with something Slack cannot show (${error}).`) : carriedOut;
}

function hasContent(body: unknown): boolean {
  return (
    typeof body === 'object' && body !== null && ('text' in body || 'blocks' in body || 'attachments' in body)
  );
}

/** What Slackbot says when an app did not answer. */
export function notAnswered(what: string, answer: Extract<Answer, { ok: false }>): ActReply {
  const [name, why] =
    answer.reason === 'timeout'
      ? ['operation_timeout', 'the app did not respond within 3 seconds']
      : ['dispatch_failed', 'the app could not be reached'];
  return trouble(name, `${what} failed with the error “${name}”: ${why}.`);
}
