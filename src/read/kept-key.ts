import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A first key for readers, kept in the data directory where only its owner can read it. */
export type KeptReadKey = { key: string; sha256: string };

const PREFIX = 'rampart_read_';

/** Reads the key that an earlier start kept, or makes one. */
export async function keepReadKey(dataDir: string): Promise<KeptReadKey> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'read-key');
  const known = await readFile(path, 'utf8').catch(() => '');
  const key = known.trim().startsWith(PREFIX) ? known.trim() : PREFIX + randomBytes(24).toString('base64url');
  if (key !== known.trim()) await writeFile(path, `${key}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
  return { key, sha256: createHash('sha256').update(key).digest('hex') };
}
