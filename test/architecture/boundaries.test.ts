import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findViolations } from './boundaries.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'walls-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return findViolations(root).violations.map(({ file, line, what }) => `${file}:${line} ${what}`);
}

describe('the walls between the rooms of src', () => {
  it('hold in this project', () => {
    const { files, violations } = findViolations(fileURLToPath(new URL('../../src', import.meta.url)));
    expect(violations).toEqual([]);
    expect(files).toBeGreaterThan(50);
  });

  it.each([
    [
      'the flag room imports the release room',
      'flag/a.ts',
      "import { x } from '../release/b.ts';",
      'flag may not import release',
    ],
    ['a type crosses', 'release/a.ts', "import type { x } from '../app/b.ts';", 'release may not import app'],
    ['a re-export crosses', 'flag/a.ts', "export { x } from '../app/b.ts';", 'flag may not import app'],
    [
      'an import is made at run time',
      'http/a.ts',
      "await import('../slack/b.ts');",
      'http may not import slack',
    ],
    [
      'one edge imports another',
      'slack/a.ts',
      "import { x } from '../http/b.ts';",
      'slack may not import http',
    ],
    [
      'the product imports Local Slack',
      'app/a.ts',
      "import { x } from '../local-slack/b.ts';",
      'app may not import local-slack',
    ],
    [
      'a pure room imports a Node module',
      'flag/a.ts',
      "import { readFile } from 'node:fs';",
      'flag is pure and may not import node:fs',
    ],
    [
      'a pure room imports Bolt',
      'release/a.ts',
      "import { App } from '@slack/bolt';",
      'release is pure and may not import @slack/bolt',
    ],
    [
      'Prisma leaves the store',
      'app/a.ts',
      "import { PrismaClient } from '@prisma/client';",
      '@prisma/client belongs to store',
    ],
    [
      'the clock is read',
      'release/a.ts',
      'const now = new Date();',
      'reads the clock: take it as an argument',
    ],
    [
      'the clock is read by its name',
      'app/a.ts',
      'const now = Date.now();',
      'reads the clock: take it as an argument',
    ],
    ['chance enters a pure room', 'flag/a.ts', 'const x = Math.random();', 'uses chance in a pure room'],
    [
      'the environment is read away from main',
      'http/a.ts',
      'const x = process.env.PORT;',
      'reads the environment: only main may',
    ],
    [
      'a room is not known',
      'helpers/a.ts',
      "import { x } from '../flag/b.ts';",
      'stands in no known room: helpers',
    ],
  ])('are seen to fail when %s', (_case, path, text, what) => {
    expect(plant({ [path]: `\n${text}\n` })).toEqual([`${path}:2 ${what}`]);
  });

  it('let through what the design allows', () => {
    expect(
      plant({
        'release/a.ts':
          "import { x } from '../flag/b.ts';\nimport { z } from 'zod';\nconst at = new Date(0);",
        'http/a.ts': "import { x } from '../read/b.ts';\nimport 'node:http';",
        'clock.ts': 'export const now = () => new Date();',
      }),
    ).toEqual([]);
  });

  it('refuse to pass over an empty folder in silence', () => {
    expect(() => findViolations(root)).toThrow('nothing was checked');
  });
});
