import type { IncomingMessage } from 'node:http';
import type { RawArgs } from '../web-api/method.ts';
import { parseObject } from './request.ts';

export type ApiRequest = { args: RawArgs; token: string | undefined };

/**
 * Reads a Web API call: a query, a form or JSON. With JSON the token must be in the header.
 * Source: https://docs.slack.dev/apis/web-api/#post-bodies
 */
export async function readApiRequest(
  request: IncomingMessage,
  query: URLSearchParams,
  body: Buffer,
): Promise<ApiRequest> {
  const type = request.headers['content-type'] ?? '';
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (type.startsWith('application/json')) {
    return { args: { ...Object.fromEntries(query), ...parseObject(body.toString()) }, token: bearer };
  }
  // A token in the address is not taken, as Slack takes none from apps made since 2021.
  const { token: _token, ...asked } = Object.fromEntries(query);
  const { token, ...args } = await readForm(type, body);
  return { args: { ...asked, ...args }, token: bearer ?? (typeof token === 'string' ? token : undefined) };
}

async function readForm(type: string, body: Buffer): Promise<RawArgs> {
  if (!type.startsWith('multipart/form-data'))
    return Object.fromEntries(new URLSearchParams(body.toString()));
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(form);
}

/** The bytes of an upload: the body itself, or the first file of a form. */
export async function readUpload(type: string, body: Buffer): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const value of form.values()) {
    if (value instanceof Blob) return Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}
