import { outsidersOf } from './compile-audience.ts';
import { rampRule, variantRule } from './compile-bucket.ts';
import type { Flag, FlagKey, FlagValue } from './flag.ts';
import { exposureOf, type FlagSet, findCycle, prerequisitesOf } from './flag-set.ts';
import { excludedFrom } from './ramp.ts';
import { isId, type Rule } from './rule.ts';

/** A flag as flagd's strict schema has it (open-feature/flagd-schemas, flags.json). */
export type FlagdFlag = {
  readonly state: 'ENABLED';
  /** `off`, and the on-variants where anyone may get one. */
  readonly variants: Readonly<Record<string, FlagValue>>;
  readonly defaultVariant: 'off';
  /** Absent where the flag is off for everyone. */
  readonly targeting?: { readonly if: readonly Rule[] };
  /** Which generation of flagd's `fractional` the percentages were made for. */
  readonly metadata?: { readonly bucketing: 'fractional-v2' };
};

/**
 * The flagd documents of an environment, which are the only meaning that flags have to readers: of all flags, or of
 * those named that the set holds. A flag that is off for everyone compiles to its off variant alone, never to
 * DISABLED and never to nothing: either would send readers to their code default, which could be on.
 */
export function compileFlags(
  set: FlagSet,
  keys: Iterable<FlagKey> = set.flags.keys(),
): Map<FlagKey, FlagdFlag> {
  const documents = new Map<FlagKey, FlagdFlag>();
  for (const key of keys) {
    const flag = set.flags.get(key);
    if (flag !== undefined) documents.set(key, compileFlag(set, flag));
  }
  return documents;
}

function compileFlag(set: FlagSet, flag: Flag): FlagdFlag {
  const clauses = clausesOf(set, flag);
  if (clauses === null) return { state: 'ENABLED', variants: { off: flag.off.value }, defaultVariant: 'off' };
  return {
    state: 'ENABLED',
    variants: Object.fromEntries([
      ['off', flag.off.value],
      ...flag.variants.map(({ name, value }) => [name, value] as const),
    ]),
    defaultVariant: 'off',
    targeting: { if: [{ and: clauses }, variantRule(flag), 'off'] },
    metadata: { bucketing: 'fractional-v2' },
  };
}

/**
 * What must hold for the flag to be on, its prerequisites' own conditions among it: one flat conjunction, since
 * prerequisites nested in prerequisites would grow beyond bounds. Flags released together share most of it, so each
 * clause stands once. Null where nothing can satisfy it.
 */
function clausesOf(set: FlagSet, flag: Flag): readonly Rule[] | null {
  const flags = withPrerequisites(set, flag);
  if (flags === null) return null;
  const ids = new Set<string>();
  const excluded = new Set<string>();
  const ramps = new Map<string, Rule>();
  for (const each of flags) {
    const exposure = exposureOf(each, set.environment);
    if (each.archivedAt !== null || exposure.unreleased.whole !== null) return null;
    ids.add(each.bucketBy);
    for (const audience of excludedFrom(exposure)) excluded.add(audience);
    ramps.set(JSON.stringify([each.seed, each.bucketBy, exposure.percentages]), rampRule(set, each));
  }
  const outsiders = [...excluded].sort().map((audience) => outsidersOf(set.audiences, audience));
  const clauses = [...outsiders, ...ramps.values()];
  if (clauses.includes(false)) return null;
  return [
    ...[...ids].flatMap((attribute) => isId({ var: attribute })),
    ...clauses.filter((clause) => clause !== true),
  ];
}

/** The flag and all its prerequisites; null where one is missing, or where they run in a circle. */
function withPrerequisites(set: FlagSet, flag: Flag): readonly Flag[] | null {
  if (flag.prerequisites.length === 0) return [flag];
  if (findCycle(set, flag.key) !== null) return null;
  const flags = [flag];
  for (const key of [...prerequisitesOf(set, flag.key)].sort()) {
    const prerequisite = set.flags.get(key);
    if (prerequisite === undefined) return null;
    flags.push(prerequisite);
  }
  return flags;
}
