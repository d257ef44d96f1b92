import { fileURLToPath } from 'node:url';
import { type Manifest, readManifest } from '../../src/local-slack/state/manifest.ts';

const MANIFEST = fileURLToPath(new URL('../../manifest.yml', import.meta.url));

/** The app as a workspace installs it: the one source of commands, scopes and events. */
export function manifestOfRampart(): Manifest {
  const read = readManifest(MANIFEST);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.manifest;
}
