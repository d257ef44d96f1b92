import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FlagdFlag } from '../flag/compile.ts';
import { EnvironmentKey, FlagKey } from '../flag/flag.ts';
import { ReadKey } from '../release/read-key.ts';
import { snapshotOfDocuments } from './snapshot.ts';
import type { View } from './view.ts';

/** A view as it was kept on disk, and when it was last known to be the newest. */
export type KeptView = { readonly view: View; readonly asOf: Date };

const Header = z.object({
  rampart: z.literal('read-copy'),
  format: z.literal(1),
  revision: z.int(),
  hash: z.string(),
});
const Line = z.union([
  z.strictObject({ environment: EnvironmentKey }),
  // What a document holds is checked against flagd's schema when the flag is built.
  z.strictObject({
    environment: EnvironmentKey,
    flag: FlagKey,
    document: z.custom<FlagdFlag>((value) => typeof value === 'object' && value !== null),
  }),
  z.strictObject({ readKey: ReadKey }),
]);

/**
 * A view as lines of JSON. One line a flag, so that a large one is written piece by piece. The trailer that ends
 * the file holds the checksum of these lines.
 */
export function* linesOf(view: View): Generator<string> {
  yield line({ rampart: 'read-copy', format: 1, revision: view.revision, hash: view.hash });
  for (const readKey of view.readKeys.values()) yield line({ readKey });
  for (const [environment, snapshot] of view.environments) {
    yield line({ environment });
    for (const [flag, { document }] of snapshot.flags) yield line({ environment, flag, document });
  }
}

/** Always of the same length, so that `asOf` can be renewed in place while nothing changes. */
export function trailer(sha256: string, asOf: Date): string {
  return `${sha256} ${asOf.toISOString()}\n`;
}

/** Bytes in a trailer: 64 of checksum, 24 of time, a space and a line's end. */
const TRAILER_BYTES = 64 + 1 + 24 + 1;

/** Reads a file's text back; says why when it is not exactly what was written. */
export function parseKept(text: string): KeptView | { readonly corrupt: string } {
  const body = text.slice(0, -TRAILER_BYTES);
  const [, sha256, asOf] = /^([0-9a-f]{64}) (\S{24})\n$/.exec(text.slice(-TRAILER_BYTES)) ?? [];
  if (!sha256 || !asOf || Number.isNaN(Date.parse(asOf))) return { corrupt: 'its end is missing' };
  if (createHash('sha256').update(body).digest('hex') !== sha256) return { corrupt: 'its checksum differs' };
  const [first = '', ...rest] = body.trimEnd().split('\n');
  const header = Header.safeParse(JSON.parse(first));
  if (!header.success) return { corrupt: 'it is of another format' };
  const lines = z.array(Line).safeParse(rest.map((json) => JSON.parse(json)));
  if (!lines.success) return { corrupt: z.prettifyError(lines.error) };
  return { view: viewOfLines(header.data, lines.data), asOf: new Date(asOf) };
}

function viewOfLines(header: z.infer<typeof Header>, lines: z.infer<typeof Line>[]): View {
  const readKeys = new Map<string, ReadKey>();
  const documents = new Map<EnvironmentKey, Map<FlagKey, FlagdFlag>>();
  for (const entry of lines) {
    if ('readKey' in entry) readKeys.set(entry.readKey.sha256, entry.readKey);
    else if ('flag' in entry) documents.get(entry.environment)?.set(entry.flag, entry.document);
    else documents.set(entry.environment, new Map());
  }
  return {
    revision: header.revision,
    hash: header.hash,
    environments: new Map([...documents].map(([key, flags]) => [key, snapshotOfDocuments(key, flags)])),
    readKeys,
  };
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
