import { checkFlagdSchema } from './flagd-schema.ts';
import { checkManifest } from './manifest.ts';
import { checkSlackMethods } from './slack-methods.ts';

/** Checks what Rampart emits against the schemas that others published, in the folder named on the command line. */
const [reference] = process.argv.slice(2);
if (reference === undefined)
  throw new Error('say where the published schemas are: npm run conformance -- FOLDER');

const checks = { manifest: checkManifest, flagd: checkFlagdSchema, 'slack methods': checkSlackMethods };

for (const [name, check] of Object.entries(checks)) {
  const { checked, failures } = check(reference);
  for (const failure of failures) console.error(failure);
  console.log(`${name}: ${checked} checked, ${failures.length} failures`);
  if (failures.length > 0) process.exitCode = 1;
}
