import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { compileFlags } from '../../src/flag/compile.ts';
import { FLAG_KEYS, someFlagSet } from '../flag/support/flag-sets.ts';
import { picksFrom } from '../flag/support/pick.ts';

/** What a conformance check looked at, and what of it was wrong. */
export type Conformance = { readonly checked: number; readonly failures: readonly string[] };

const SETS = 5_000;
const SEED = 91;

/**
 * Checks the compiled documents of random environments against flagd's published schema.
 * `reference` is the folder that holds `flagd-schema-flags.json` and `flagd-schema-targeting.json`
 * (open-feature/flagd-schemas); it throws where they are missing.
 */
export function checkFlagdSchema(reference: string): Conformance {
  const isValid = flagdSchema(reference);
  const failures: string[] = [];
  // A schema that refuses nothing would prove nothing.
  for (const malformed of MALFORMED) {
    if (isValid({ flags: { checkout: malformed } })) failures.push(`accepted ${JSON.stringify(malformed)}`);
  }
  const pick = picksFrom(SEED);
  let checked = MALFORMED.length;
  for (let n = 0; n < SETS; n += 1) {
    for (const [key, document] of compileFlags(someFlagSet(pick), FLAG_KEYS)) {
      checked += 1;
      if (isValid({ flags: { [key]: document } })) continue;
      failures.push(`refused ${JSON.stringify(document)}: ${JSON.stringify(isValid.errors?.[0])}`);
    }
  }
  return { checked, failures };
}

function flagdSchema(reference: string): ValidateFunction {
  // Not strict about the schema itself: it uses tuples in a way that Ajv would complain about.
  const ajv = new Ajv({ strict: false });
  for (const name of ['targeting', 'flags']) {
    ajv.addSchema(JSON.parse(readFileSync(join(reference, `flagd-schema-${name}.json`), 'utf8')));
  }
  return ajv.compile({ $ref: 'https://flagd.dev/schema/v0/flags.json' });
}

const VARIANTS = { on: true, off: false };
const MALFORMED = [
  { state: 'ENABLED', variants: {}, defaultVariant: 'off' },
  { state: 'OFF', variants: VARIANTS, defaultVariant: 'off' },
  { state: 'ENABLED', variants: { on: true, off: 0 }, defaultVariant: 'off' },
  { state: 'ENABLED', variants: VARIANTS, targeting: { if: [{ exec: ['on'] }, 'on', 'off'] } },
  {
    state: 'ENABLED',
    variants: VARIANTS,
    targeting: { if: [{ sem_ver: [{ var: 'v' }, '>=', '01.2.3'] }, 'on'] },
  },
  { state: 'ENABLED', variants: VARIANTS, metadata: { owner: { id: 1 } } },
];
