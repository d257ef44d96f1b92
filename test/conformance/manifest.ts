import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Conformance } from './flagd-schema.ts';

/**
 * Checks Rampart's app manifest against Slack's published schema of manifests. `reference` is the folder that holds
 * `slack-manifest.schema.json`; it throws where that is missing.
 */
export function checkManifest(reference: string): Conformance {
  const schema = JSON.parse(readFileSync(join(reference, 'slack-manifest.schema.json'), 'utf8'));
  const isValid = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  const manifest = parse(readFileSync(fileURLToPath(new URL('../../manifest.yml', import.meta.url)), 'utf8'));
  const failures = isValid(manifest)
    ? []
    : (isValid.errors ?? []).map(({ instancePath, message }) => `manifest.yml${instancePath} ${message}`);
  // A schema that refuses nothing would prove nothing.
  if (isValid({ ...manifest, display_information: {} })) failures.push('accepted a manifest without a name');
  return { checked: 2, failures };
}
