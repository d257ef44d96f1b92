import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { worldIn } from '../../src/local-slack/state/world.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'local-slack-journal-'));
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

const acme = { id: 'T1', name: 'Acme', domain: 'acme', plan: 'paid' as const };

describe('the journal', () => {
  it('brings back what was kept, changed and removed', () => {
    const world = worldIn(dir);
    world.workspaces.put('T1', { ...acme, name: 'Old' });
    world.workspaces.put('T1', acme);
    world.facts.put('aheadMs', 7);
    world.facts.delete('aheadMs');
    const again = worldIn(dir);
    expect(again.workspaces.values()).toEqual([acme]);
    expect(again.facts.get('aheadMs')).toBeUndefined();
  });

  it('leaves out a last line that was cut off', () => {
    worldIn(dir).workspaces.put('T1', acme);
    appendFileSync(join(dir, 'journal.jsonl'), '["workspaces","T2",{"id":"T2","na');
    expect(worldIn(dir).workspaces.values()).toEqual([acme]);
  });

  it('does not read a journal of another version', () => {
    writeFileSync(join(dir, 'journal.jsonl'), '["journal","version",0]\n["workspaces","T1",{}]\n');
    expect(worldIn(dir).workspaces.values()).toEqual([]);
  });

  it('does not grow with what was overtaken', () => {
    const world = worldIn(dir);
    for (let i = 0; i < 60_000; i += 1) world.facts.put('count', i);
    const lines = readFileSync(join(dir, 'journal.jsonl'), 'utf8').split('\n').length;
    expect(lines).toBeLessThan(20_000);
    expect(worldIn(dir).facts.get('count')).toBe(59_999);
  });

  it('keeps the bytes of files', () => {
    worldIn(dir).writeBytes('F1', Buffer.from('bytes'));
    expect(String(worldIn(dir).readBytes('F1'))).toBe('bytes');
  });
});
