import type { ServerResponse } from 'node:http';
import { respond } from '../messages/from-response-url.ts';
import type { Slack } from '../slack.ts';
import { parseObject, sendText } from './request.ts';

/** `POST /actions/{team}/{id}/{secret}`: an app answers an interaction. */
export function handleResponseUrl(
  slack: Slack,
  parts: string[],
  body: Buffer,
  response: ServerResponse,
): void {
  const [, id = '', secret = ''] = parts;
  const { status, body: text } = respond(slack, id, secret, parseObject(body.toString()));
  sendText(response, status, text);
}
