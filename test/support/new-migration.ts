import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsOf } from '../../src/store/migrations.ts';
import { PRISMA_FOLDER, PROVIDERS, type Provider } from '../../src/store/prisma-schema.ts';
import { startPostgres } from './postgres.ts';
import { migrateAndDiff } from './schema-diff.ts';

/**
 * `npm run migrate:new -- add-something`: writes the migration that leads from the ones there are to the models,
 * for both databases, where there is a difference. Read it before you commit it.
 */
const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  throw new Error('Give the migration a name: npm run migrate:new -- add-something');
}

const folder = await mkdtemp(join(tmpdir(), 'rampart-migration-'));
const postgres = await startPostgres();
try {
  const emptyDatabases: Record<Provider, string> = {
    sqlite: `file:${folder}/empty.db`,
    postgresql: await postgres.createDatabase(),
  };
  for (const provider of PROVIDERS) {
    const sql = await migrateAndDiff(provider, emptyDatabases[provider]);
    if (sql === null) {
      console.log(`${provider}: nothing to do`);
      continue;
    }
    const { migrationDirectories } = await migrationsOf(provider);
    const number = String(migrationDirectories.length + 1).padStart(4, '0');
    const target = join(PRISMA_FOLDER, 'migrations', provider, `${number}_${name}`);
    await mkdir(target);
    await writeFile(join(target, 'migration.sql'), sql);
    console.log(`${provider}: wrote ${target}`);
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true });
}
