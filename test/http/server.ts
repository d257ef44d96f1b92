import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { CurrentState } from '../../src/app/current.ts';
import { systemClock } from '../../src/clock.ts';
import { createHttp, type HttpOptions } from '../../src/http/create-http.ts';
import { createDiskCopy } from '../../src/read/disk-copy.ts';
import { createReader } from '../../src/read/reader.ts';
import { readKey, type StateHolder, stateHolder } from '../read/state-holder.ts';

export type TestServer = {
  readonly holder: StateHolder;
  readonly baseUrl: string;
  /** Everything logged so far, one line of JSON each. */
  readonly logged: string[];
  close(): Promise<void>;
};

/** The read side and the HTTP edge over a state in memory, on a port of their own. */
export async function startServer(
  options: Partial<HttpOptions> & { holder?: StateHolder; state?: CurrentState } = {},
): Promise<TestServer> {
  const { holder = stateHolder(), state = holder, ...rest } = options;
  holder.issue(readKey(KEY));
  const folder = await mkdtemp(join(tmpdir(), 'rampart-http-'));
  const clock = rest.clock ?? systemClock;
  const logged: string[] = [];
  const reader = await createReader({
    state,
    disk: createDiskCopy(join(folder, 'read-copy'), (error) => logged.push(String(error))),
    clock,
    onTrouble: (what) => logged.push(what),
  });
  const app = createHttp({
    reader,
    logger: pino({ level: 'debug' }, { write: (line) => logged.push(line) }),
    clock,
    staleLimitMs: 3_600_000,
    readLimit: null,
    publicUrl: null,
    ...rest,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    holder,
    baseUrl: `http://127.0.0.1:${port}`,
    logged,
    async close() {
      await app.close();
      await reader.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Asks as a provider does; the body may also be text that is no JSON. */
export function ask(
  server: TestServer,
  path: string,
  body: unknown,
  headers: Record<string, string> = { authorization: `Bearer ${KEY}` },
): Promise<Response> {
  return fetch(`${server.baseUrl}/ofrep/v1/evaluate/flags${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The read key that every test server knows, for production. */
export const KEY = 'rk_production';

/** As much of OFREP's replies as the tests look at. */
export type OfrepBody = {
  value?: unknown;
  errorCode?: string;
  errorDetails?: string;
  metadata?: Record<string, unknown>;
  flags: unknown[];
  eventStreams: { url?: string; endpoint?: { requestUri: string } }[];
};

export async function bodyOf(response: Response): Promise<OfrepBody> {
  return (await response.json()) as OfrepBody;
}
