import { fileURLToPath } from 'node:url';
import { findViolations } from './boundaries.ts';

const { files, violations } = findViolations(fileURLToPath(new URL('../../src', import.meta.url)));
for (const { file, line, what } of violations) console.error(`src/${file}:${line} ${what}`);
console.error(`${files} files, ${violations.length} crossings of a wall`);
process.exitCode = violations.length === 0 ? 0 : 1;
