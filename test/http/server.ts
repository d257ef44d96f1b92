import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createHttp, type HttpOptions } from '../../src/http/create-http.ts';
import { createDiskCopy } from '../../src/read/disk-copy.ts';
import { createReader } from '../../src/read/reader.ts';
import { type StateHolder, stateHolder } from '../read/state-holder.ts';

export type TestServer = {
  readonly holder: StateHolder;
  readonly baseUrl: string;
  /** Everything logged so far, one line of JSON each. */
  readonly logged: string[];
  close(): Promise<void>;
};

/** The read side and the HTTP edge over a state in memory, on a port of their own. */
export async function startServer(
  options: Partial<HttpOptions> & { holder?: StateHolder } = {},
): Promise<TestServer> {
  const { holder = stateHolder(), ...rest } = options;
  const folder = await mkdtemp(join(tmpdir(), 'rampart-http-'));
  const clock = () => new Date();
  const logged: string[] = [];
  const reader = await createReader({
    state: holder,
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
