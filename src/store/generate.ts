import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PROVIDERS, type Provider, prismaSchema } from './prisma-schema.ts';

/** `npm run generate`: makes the two Prisma clients, one per database, unless they are up to date. */
const run = promisify(execFile);
const require = createRequire(import.meta.url);
const generated = fileURLToPath(new URL('./generated', import.meta.url));

const manifest: string = require.resolve('prisma/package.json');
const command = join(dirname(manifest), 'build/index.js');
const generator = await readFile(manifest, 'utf8');

/** Written last, so that a generation that was cut off is made again. */
function stampOf(provider: Provider): string {
  return join(generated, `${provider}.stamp`);
}

async function generate(provider: Provider): Promise<void> {
  const schema = await prismaSchema(provider);
  const wanted = createHash('sha256').update(generator).update(schema).digest('hex');
  if ((await readFile(stampOf(provider), 'utf8').catch(() => '')) === wanted) return;

  await rm(join(generated, provider), { recursive: true, force: true });
  await mkdir(generated, { recursive: true });
  const path = join(generated, `${provider}.prisma`);
  await writeFile(path, schema);
  await run(process.execPath, [command, 'generate', '--schema', path, '--no-hints'], {
    env: {
      ...process.env,
      // Any executable: generating uses no schema engine, but without this Prisma would download one.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      // No look for a newer version either.
      CHECKPOINT_DISABLE: '1',
    },
  });
  await writeFile(stampOf(provider), wanted);
}

await Promise.all(PROVIDERS.map(generate));
