import { ALL, type Exposure } from './exposure.ts';
import type { Flag, FlagKey } from './flag.ts';
import { exposureOf, type FlagSet } from './flag-set.ts';
import { excludedFrom } from './ramp.ts';

/** What a flag takes over to be released to the same people as another. */
type SeedChange = { readonly flag: FlagKey; readonly seed: string; readonly bucketBy: string };

export type Joined =
  | { readonly ok: true; readonly changes: SeedChange[] }
  /** The flags that cannot be brought together, and in what they differ. */
  | {
      readonly ok: false;
      readonly flags: FlagKey[];
      readonly differ: 'seed' | 'bucketBy' | 'audiences' | 'exclusions';
    };

/**
 * Whether flags can be released together in the set's environment, so that the same people get all of them: with one
 * seed, one attribute to bucket by, one set of exclusions and un-releases, and the same percentages on all that are
 * exposed. A flag takes over seed and attribute of the one it joins where that moves nobody in any environment: a
 * dark one always. Keys that the set does not hold are passed over.
 */
export function joinFlags(set: FlagSet, keys: readonly FlagKey[]): Joined {
  const flags = keys.flatMap((key) => set.flags.get(key) ?? []);
  const here = (flag: Flag) => exposureOf(flag, set.environment);
  const anchor = flags.find(restsOnSeed) ?? flags.find(isExposedAnywhere) ?? flags[0];
  if (anchor === undefined) return { ok: true, changes: [] };

  const apart = (differ: Exclude<Joined, { ok: true }>['differ'], others: readonly Flag[]): Joined => ({
    ok: false,
    flags: [anchor.key, ...others.map(({ key }) => key)],
    differ,
  });
  const others = flags.filter((flag) => flag !== anchor);
  const moved = others.filter((flag) => flag.bucketBy !== anchor.bucketBy && isExposedAnywhere(flag));
  if (moved.length > 0) return apart('bucketBy', moved);
  const dealt = others.filter((flag) => flag.seed !== anchor.seed && restsOnSeed(flag));
  if (dealt.length > 0) return apart('seed', dealt);
  const kept = others.filter((flag) => exclusions(here(flag)) !== exclusions(here(anchor)));
  if (kept.length > 0) return apart('exclusions', kept);
  const [first, ...rest] = flags.filter((flag) => isExposed(here(flag)));
  const shown = rest.filter((flag) => first && percentages(here(flag)) !== percentages(here(first)));
  if (first && shown.length > 0) {
    return { ok: false, flags: [first, ...shown].map(({ key }) => key), differ: 'audiences' };
  }

  const changes = others
    .filter((flag) => flag.seed !== anchor.seed || flag.bucketBy !== anchor.bucketBy)
    .map(({ key }) => ({ flag: key, seed: anchor.seed, bucketBy: anchor.bucketBy }));
  return { ok: true, changes };
}

/** Whether another seed would move someone: some percentage is neither nothing nor all, or variants are dealt. */
function restsOnSeed(flag: Flag): boolean {
  return Object.values(flag.exposures).some((exposure) =>
    Object.values(exposure.percentages).some((to) => to > 0 && (to < ALL || flag.variants.length > 1)),
  );
}

/** Percentages under an un-release count: a restore must bring the same people back. */
function isExposedAnywhere(flag: Flag): boolean {
  return Object.values(flag.exposures).some(isExposed);
}

function isExposed(exposure: Exposure): boolean {
  return Object.values(exposure.percentages).some((to) => to > 0);
}

function exclusions(exposure: Exposure): string {
  return JSON.stringify([exposure.unreleased.whole !== null, [...new Set(excludedFrom(exposure))].sort()]);
}

function percentages(exposure: Exposure): string {
  return JSON.stringify(
    Object.entries(exposure.percentages)
      .filter(([, to]) => to > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
