import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The databases that Rampart runs on, by Prisma's names for them. */
export type Provider = 'sqlite' | 'postgresql';

export const PROVIDERS: readonly Provider[] = ['sqlite', 'postgresql'];

/** The folder `prisma/` of this installation: as far from the source as from the built output. */
export const PRISMA_FOLDER = fileURLToPath(new URL('../../prisma', import.meta.url));

/** The schema of one database: its header and the models that all share. Prisma knows no variable provider. */
export async function prismaSchema(provider: Provider): Promise<string> {
  const header = await readFile(`${PRISMA_FOLDER}/${provider}.prisma`, 'utf8');
  const models = await readFile(`${PRISMA_FOLDER}/models.prisma`, 'utf8');
  return `${header}\n${models}`;
}
