import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mimeType } from '../files/types.ts';
import type { Slack } from '../slack.ts';
import { readUpload } from './api-request.ts';
import { sendText } from './request.ts';

/** `POST /upload/v1/{id}`: the bytes of a file whose upload was announced. Their length must be as announced. */
export async function handleUpload(
  slack: Slack,
  id: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const file = slack.world.files.get(id);
  if (file?.state !== 'waiting') return sendText(response, 404, 'file not found');
  const bytes = await readUpload(request.headers['content-type'] ?? '', body);
  if (bytes.length !== file.size) return sendText(response, 400, 'length does not match');
  slack.world.writeBytes(id, bytes);
  slack.world.files.put(id, { ...file, state: 'uploaded' });
  sendText(response, 200, `OK - ${bytes.length}`);
}

/** `GET /files/{id}/{name}`: never run as a page of ours, whatever was uploaded. */
export function handleDownload(slack: Slack, id: string, response: ServerResponse): void {
  const file = slack.world.files.get(id);
  const bytes = file?.state === 'complete' ? slack.world.readBytes(id) : undefined;
  if (!file || !bytes) {
    sendText(response, 404, 'file not found');
    return;
  }
  response.writeHead(200, {
    'content-type': file.mimetype,
    'content-length': bytes.length,
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  });
  response.end(bytes);
}

/** The page is built in one place, three folders below the project's root from the sources and from the build. */
const BROWSER = fileURLToPath(new URL('../../../src/local-slack/browser/dist/', import.meta.url));

const HINT =
  '<!doctype html><meta charset="utf-8"><title>Local Slack</title>' +
  '<p>Local Slack is running, but its browser client is not built. Run <code>npm run build:browser</code>.';

const PAGE_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The browser client; any address without a file of its own shows its page. */
export async function handlePage(path: string, response: ServerResponse): Promise<void> {
  const wanted = normalize(decodeURIComponent(path)).replace(/^[/\\]+/, '');
  const isFile = extname(wanted) !== '';
  const file = join(BROWSER, isFile ? wanted : 'index.html');
  if (!file.startsWith(BROWSER)) return sendText(response, 404, 'not found');
  try {
    const bytes = await readFile(file);
    const type = PAGE_TYPES[extname(file)] ?? mimeType(file);
    response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff' });
    response.end(bytes);
  } catch {
    if (isFile) sendText(response, 404, 'not found');
    else sendText(response, 200, HINT, 'text/html');
  }
}
