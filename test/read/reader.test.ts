import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CurrentState } from '../../src/app/current.ts';
import { createDiskCopy } from '../../src/read/disk-copy.ts';
import { lateState } from '../../src/read/late-state.ts';
import { createReader, type Reader } from '../../src/read/reader.ts';
import type { View } from '../../src/read/view.ts';
import { booleanFlag, readKey, shownTo, stateHolder } from './state-holder.ts';

const NOON = new Date('2025-11-20T12:00:00.000Z');
const HOUR_MS = 3_600_000;

let folder: string;
let troubles: string[];
let now: Date;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rampart-reader-'));
  troubles = [];
  now = NOON;
});
afterEach(() => rm(folder, { recursive: true }));

function start(state: CurrentState): Promise<Reader> {
  return createReader({
    state,
    disk: createDiskCopy(join(folder, 'read-copy'), (error) => troubles.push(String(error))),
    clock: () => now,
    onTrouble: (what) => troubles.push(what),
  });
}

function version(view: View): string | undefined {
  return view.environments.get('production')?.version;
}

describe('the reader', () => {
  it('shows each change as soon as the state is replaced, and says what it replaced', async () => {
    const holder = stateHolder(() => now);
    const reader = await start(holder);
    const seen: [number, number][] = [];
    const stop = reader.subscribe((before, after) => seen.push([before.revision, after.revision]));
    holder.put(booleanFlag('checkout'));
    expect(reader.view().environments.get('production')?.keys).toEqual(['checkout']);
    expect(reader.view().environments.get('staging')?.keys).toEqual(['checkout']);
    stop();
    holder.remove('checkout');
    expect(reader.view().environments.get('production')?.keys).toEqual([]);
    expect(seen).toEqual([[1, 2]]);
    await reader.close();
  });

  it('says how old its view is once the store is away, and that it is new again after', async () => {
    const holder = stateHolder(() => now);
    const reader = await start(holder);
    expect(reader.freshness()).toEqual({ source: 'live', connected: true, staleSeconds: 0 });
    holder.disconnect(NOON);
    now = new Date(NOON.getTime() + 90_500);
    expect(reader.freshness()).toEqual({ source: 'live', connected: false, staleSeconds: 90 });
    holder.connect();
    expect(reader.freshness().staleSeconds).toBe(0);
    await reader.close();
  });

  it('takes a store that owes an answer for half a minute for one that is away', async () => {
    const holder = stateHolder(() => now);
    const reader = await start({ ...holder, freshness: () => ({ connected: true, asOf: NOON }) });
    now = new Date(NOON.getTime() + 30_000);
    expect(reader.freshness()).toEqual({ source: 'live', connected: true, staleSeconds: 0 });
    now = new Date(NOON.getTime() + 31_000);
    expect(reader.freshness()).toEqual({ source: 'live', connected: false, staleSeconds: 31 });
    await reader.close();
  });

  it('tells of a malformed flag once', async () => {
    const holder = stateHolder(() => now);
    const reader = await start(holder);
    holder.put(booleanFlag('checkout', { exposures: shownTo({ everyone: 12.5 }) }));
    holder.put(booleanFlag('other'));
    expect(troubles).toEqual(['Flag checkout in production is malformed; its last good form stays.']);
    await reader.close();
  });
});

describe('a cold start without the store', () => {
  async function liveBefore(): Promise<View> {
    const holder = stateHolder(() => now);
    const reader = await start(holder);
    holder.issue(readKey('rk_1'));
    holder.put(booleanFlag('checkout', { exposures: shownTo({ everyone: 2_500 }) }));
    await reader.close();
    return reader.view();
  }

  it('serves the last good copy, keys included, with its age', async () => {
    const before = await liveBefore();
    now = new Date(NOON.getTime() + HOUR_MS);
    const reader = await start(lateState());
    expect(version(reader.view())).toBe(version(before));
    expect(reader.view().readKeys).toEqual(before.readKeys);
    expect(reader.freshness()).toEqual({ source: 'disk', connected: false, staleSeconds: 3_600 });
    await reader.close();
  });

  it('gives the state at hand the right of way over the copy', async () => {
    await liveBefore();
    const holder = stateHolder(() => now);
    holder.put(booleanFlag('checkout'));
    holder.disconnect(NOON);
    const reader = await start(holder);
    expect(reader.freshness().source).toBe('live');
    await reader.close();
  });

  it('takes the state once the store is reached', async () => {
    await liveBefore();
    const late = lateState();
    const reader = await start(late);
    const heard: number[] = [];
    reader.subscribe((_before, after) => heard.push(after.revision));
    const holder = stateHolder(() => now);
    holder.put(booleanFlag('checkout', { exposures: shownTo({ everyone: 1 }) }));
    late.attach(holder);
    holder.put(booleanFlag('new-one'));
    expect(heard).toEqual([2, 3]);
    expect(reader.view().environments.get('production')?.keys).toEqual(['checkout', 'new-one']);
    expect(reader.freshness().source).toBe('live');
    await reader.close();
  });

  it('has nothing to serve without a copy, and says so', async () => {
    const reader = await start(lateState());
    expect(reader.freshness()).toEqual({ source: 'none', connected: false, staleSeconds: 0 });
    expect(reader.view().environments.size).toBe(0);
    await reader.close();
  });
});
