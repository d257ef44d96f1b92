import type { IncomingMessage, ServerResponse } from 'node:http';
import { handleControl } from '../control/routes.ts';
import type { Slack } from '../slack.ts';
import { dispatch } from '../web-api/dispatch.ts';
import { readApiRequest } from './api-request.ts';
import { handleAct, handleBoot, handlePeople } from './client.ts';
import { handleDownload, handlePage, handleUpload } from './files.ts';
import { readBody, sendJson, sendText } from './request.ts';
import { handleResponseUrl } from './responses.ts';

/** Answers one HTTP request. `control` opens the interface by which tests cause faults. */
export async function route(
  slack: Slack,
  control: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isForUs(slack, request)) return sendText(response, 403, 'Local Slack answers only on this machine');
  const { pathname, searchParams } = new URL(request.url ?? '/', slack.url);
  const [area = '', ...rest] = pathname.split('/').slice(1);
  const body = request.method === 'POST' ? await readBody(request) : Buffer.alloc(0);
  if (!body) return sendText(response, 413, 'too large');
  switch (area) {
    case 'api':
      return callApi(slack, rest.join('/'), request, searchParams, body, response);
    case 'actions':
      return handleResponseUrl(slack, rest, body, response);
    case 'upload':
      return handleUpload(slack, rest[1] ?? '', request, body, response);
    case 'files':
      return handleDownload(slack, rest[0] ?? '', response);
    case 'client':
      return client(slack, rest[0], searchParams, body, response);
    case 'control':
      if (control) return handleControl(slack, rest.join('/'), body, response);
      return sendText(response, 404, 'not found');
    default:
      return handlePage(pathname, response);
  }
}

async function client(
  slack: Slack,
  what: string | undefined,
  query: URLSearchParams,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  if (what === 'boot') return handleBoot(slack, query, response);
  if (what === 'people') return handlePeople(slack, response);
  if (what === 'act') return handleAct(slack, body, response);
  sendText(response, 404, 'not found');
}

async function callApi(
  slack: Slack,
  method: string,
  request: IncomingMessage,
  query: URLSearchParams,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const { args, token } = await readApiRequest(request, query, body);
  const outcome = await dispatch(slack, method, args, token);
  if (outcome.type === 'cut') request.socket.destroy();
  else sendJson(response, outcome.status, outcome.reply, outcome.headers);
}

/**
 * Only this machine, by its own names: a page elsewhere that points its name at 127.0.0.1, or that calls us from
 * a browser, is refused.
 */
export function isForUs(slack: Slack, request: IncomingMessage): boolean {
  const { port } = new URL(slack.url);
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!ours.includes(request.headers.host ?? '')) return false;
  const { origin } = request.headers;
  return origin === undefined || ours.some((host) => origin === `http://${host}`);
}
