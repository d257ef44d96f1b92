import { fileURLToPath } from 'node:url';
import { type Manifest, parseManifest, readManifest } from '../../../src/local-slack/state/manifest.ts';

/** The manifest in a file of this project. */
export function manifestIn(path: string): Manifest {
  const result = readManifest(fileURLToPath(new URL(`../../../${path}`, import.meta.url)));
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.manifest;
}

/** A manifest written out in a test. */
export function manifestOf(manifest: object): Manifest {
  const result = parseManifest(JSON.stringify(manifest));
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.manifest;
}
