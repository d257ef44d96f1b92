import { readdir, readFile } from 'node:fs/promises';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { PRISMA_FOLDER, type Provider } from './prisma-schema.ts';

/** The migrations of one database in their order, as the schema engine wants them. */
export async function migrationsOf(provider: Provider): Promise<MigrationList> {
  const folder = `${PRISMA_FOLDER}/migrations/${provider}`;
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(`${folder}/migration_lock.toml`, 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(`${folder}/${name}/migration.sql`, 'utf8') },
        },
      })),
    ),
  };
}
