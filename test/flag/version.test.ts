import { describe, expect, it } from 'vitest';
import type { FlagdFlag } from '../../src/flag/compile.ts';
import { isAtLeast, parseVersion } from '../../src/flag/version.ts';
import { flagdCoreUnaided } from './support/flagd.ts';
import { chance, oneOf, picksFrom } from './support/pick.ts';

const WANTED = ['0.0.0', '1.2.3', '10.0.0', '2.0.1'];
const PARTS = [
  '0',
  '1',
  '2',
  '10',
  '01',
  '9007199254740991',
  '9007199254740993',
  '-',
  '+',
  '.',
  'rc',
  'rc.1',
  'v',
  'V',
  ' ',
  'x',
  '٣',
  '١',
];

/** Texts that look like versions, or nearly. */
function texts(count: number): string[] {
  const pick = picksFrom(71);
  return Array.from({ length: count }, () => {
    if (chance(pick, 40)) {
      const core = [
        oneOf(pick, PARTS.slice(0, 6)),
        oneOf(pick, PARTS.slice(0, 5)),
        oneOf(pick, PARTS.slice(0, 5)),
      ];
      const prefix = oneOf(pick, ['', '', '', 'v', 'V', ' v', 'vv', 'v ', '=']);
      const suffix = oneOf(pick, [
        '',
        '',
        '-rc.1',
        '-0',
        '-01',
        '-x-y',
        '+build',
        '-a+b.c',
        '.4',
        ' ',
        '-',
        '-é',
        `-${'a'.repeat(250)}`,
      ]);
      return prefix + core.slice(0, 1 + pick(3)).join('.') + suffix;
    }
    return Array.from({ length: pick(7) }, () => oneOf(pick, PARTS)).join('');
  });
}

describe('a version', () => {
  it('is read and ordered as flagd reads and orders it, for 20,000 texts', () => {
    const flags = WANTED.map((wanted): [string, FlagdFlag] => [
      wanted,
      {
        state: 'ENABLED',
        defaultVariant: 'off',
        variants: { on: true, off: false },
        targeting: { if: [{ sem_ver: [{ var: 'version' }, '>=', wanted] }, 'on', 'off'] },
      },
    ]);
    const flagd = flagdCoreUnaided(new Map(flags));
    const wrong = texts(20_000).flatMap((text) => {
      const version = parseVersion(text);
      return WANTED.filter((wanted) => {
        const limit = parseVersion(wanted);
        const reached = version !== null && limit !== null && isAtLeast(version, limit);
        return flagd(wanted, { version: text }).variant !== (reached ? 'on' : 'off');
      }).map((wanted) => [text, wanted]);
    });
    expect(wrong).toEqual([]);
  });

  it('comes after its own pre-release', () => {
    expect(parseVersion('v2.0.0-rc.1')).toEqual({ numbers: [2, 0, 0], prerelease: true });
    const [release, candidate] = [parseVersion('2.0.0'), parseVersion('2.0.0-rc.1')];
    if (release === null || candidate === null) throw new Error('both are versions');
    expect(isAtLeast(candidate, release)).toBe(false);
    expect(isAtLeast(release, release)).toBe(true);
  });
});
