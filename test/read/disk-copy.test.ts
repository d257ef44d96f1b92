import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskCopy, type DiskCopy } from '../../src/read/disk-copy.ts';
import type { KeptView } from '../../src/read/disk-format.ts';
import { type View, viewOf } from '../../src/read/view.ts';
import { BETA, booleanFlag, readKey, shownTo, stateHolder } from './state-holder.ts';

const AT = new Date('2025-11-20T12:00:00.000Z');
const LATER = new Date('2025-11-20T12:00:15.000Z');

let folder: string;
let file: string;
let errors: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rampart-copy-'));
  file = join(folder, 'read-copy');
  errors = [];
});
afterEach(() => rm(folder, { recursive: true }));

function open(): DiskCopy {
  return createDiskCopy(file, (error) => errors.push(error));
}

function viewWith(percentage: number): View {
  const holder = stateHolder();
  holder.define(BETA);
  holder.issue(readKey('rk_1'));
  holder.put(
    booleanFlag('checkout', { exposures: shownTo({ beta: 10_000, everyone: percentage }) }),
    booleanFlag('size', { description: 'Größe', off: { value: 'größe', description: '' } }),
  );
  return viewOf(holder.current());
}

async function keep(view: View, asOf = AT): Promise<void> {
  const copy = open();
  copy.save(view, asOf);
  await copy.close();
}

async function kept(): Promise<KeptView> {
  const found = await open().read();
  if (found === 'missing' || 'corrupt' in found) throw new Error(`no copy: ${JSON.stringify(found)}`);
  return found;
}

describe('the copy on disk', () => {
  it('gives back what was kept, with its time', async () => {
    const view = viewWith(2_500);
    await keep(view);
    const found = await kept();
    expect(found.asOf).toEqual(AT);
    expect(found.view.revision).toBe(view.revision);
    expect(found.view.hash).toBe(view.hash);
    expect(found.view.readKeys).toEqual(view.readKeys);
    for (const [environment, snapshot] of view.environments) {
      expect(found.view.environments.get(environment)?.version).toBe(snapshot.version);
      expect(found.view.environments.get(environment)?.keys).toEqual(snapshot.keys);
    }
  });

  it('is for its owner only, and leaves nothing beside it', async () => {
    await keep(viewWith(2_500));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['read-copy']);
  });

  it('ends up with the newest of many quick changes', async () => {
    const copy = open();
    for (let percentage = 1; percentage <= 200; percentage += 1) copy.save(viewWith(percentage), AT);
    await copy.close();
    const version = (view: View) => view.environments.get('production')?.version;
    expect(version((await kept()).view)).toBe(version(viewWith(200)));
  });

  it('can be told that it is still the newest', async () => {
    const copy = open();
    copy.save(viewWith(2_500), AT);
    copy.renew(LATER);
    await copy.close();
    expect((await kept()).asOf).toEqual(LATER);
  });

  it('says that it is missing', async () => {
    expect(await open().read()).toBe('missing');
  });

  it.each([
    ['cut off', (path: string) => truncate(path, 300)],
    ['empty', (path: string) => truncate(path, 0)],
    ['something else', (path: string) => writeFile(path, '{"hello":"world"}\n')],
    [
      'changed by hand',
      async (path: string) => writeFile(path, (await readFile(path, 'utf8')).replace('2500', '9900')),
    ],
  ])('is not used when it is %s', async (_, harm) => {
    await keep(viewWith(2_500));
    await harm(file);
    expect(await open().read()).toHaveProperty('corrupt');
  });

  it('tells of a disk that refuses', async () => {
    const copy = createDiskCopy(join(folder, 'not-there', 'read-copy'), (error) => errors.push(error));
    copy.save(viewWith(1), AT);
    await copy.close();
    expect(String(errors[0])).toContain('ENOENT');
  });
});
