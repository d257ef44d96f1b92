/** A version by semver.org's order. Build metadata has no rank, so it is not kept. */
export type Version = {
  readonly numbers: readonly [number, number, number];
  /** A pre-release (`2.0.0-rc.1`) comes before its release. */
  readonly prerelease: boolean;
};

const NUMBER = '(0|[1-9]\\d*)';
const PRERELEASE = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][a-zA-Z0-9-]*)';
const WHOLE = new RegExp(
  `^v?${NUMBER}\\.${NUMBER}\\.${NUMBER}(-${PRERELEASE}(?:\\.${PRERELEASE})*)?(?:\\+[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)*)?$`,
);
const PARTIAL = /^\d+(?:\.\d+)?$/;
/** Where node-semver finds the numbers of a partial version; it looks past those of more than 16 digits. */
const PARTS = /(?:^|\D)(\d{1,16})(?:\.(\d{1,16}))?(?:$|\D)/;

/** The longest text that node-semver, and so flagd's `sem_ver`, takes for a version. */
const LONGEST = 256;

/**
 * Reads what flagd's `sem_ver` reads: semver.org's form with or without a `v`, and `1` or `1.2` for 1.0.0 and
 * 1.2.0. Null for anything else, `1.2.3.4` and numbers beyond exact integers included.
 */
export function parseVersion(text: string): Version | null {
  const bare = text.replace(/^[vV]/, '');
  if (bare.length > LONGEST) return null;
  const found = WHOLE.exec(PARTIAL.test(bare) ? completed(bare) : bare.trim());
  if (found === null) return null;
  const numbers = [Number(found[1]), Number(found[2]), Number(found[3])] as const;
  if (!numbers.every(Number.isSafeInteger)) return null;
  return { numbers, prerelease: found[4] !== undefined };
}

function completed(partial: string): string {
  const parts = PARTS.exec(partial);
  return parts === null ? '' : `${parts[1]}.${parts[2] ?? 0}.0`;
}

/** Whether a version is the release `wanted` or comes after it. */
export function isAtLeast(version: Version, wanted: Version): boolean {
  for (const place of [0, 1, 2] as const) {
    const difference = version.numbers[place] - wanted.numbers[place];
    if (difference !== 0) return difference > 0;
  }
  return wanted.prerelease || !version.prerelease;
}
