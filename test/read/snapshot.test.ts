import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/flag/audience.ts';
import type { Flag } from '../../src/flag/flag.ts';
import type { FlagSet } from '../../src/flag/flag-set.ts';
import { readContext } from '../../src/read/context.ts';
import { evaluateAll, evaluateFlag, type Handling } from '../../src/read/evaluate.ts';
import { nextSnapshot, type Snapshot, snapshotOf } from '../../src/read/snapshot.ts';
import { BETA, booleanFlag, shownTo } from './state-holder.ts';

function setOf(flags: Flag[], audiences: Audience[] = []): FlagSet {
  return {
    environment: 'production',
    flags: new Map(flags.map((flag) => [flag.key, flag])),
    audiences: new Map(audiences.map((audience) => [audience.key, audience])),
  };
}

function read(snapshot: Snapshot, key: string, context: object, handling: Handling = 'lenient') {
  const got = readContext({ context });
  if (got.kind === 'invalid') throw new Error(got.details);
  return evaluateFlag(snapshot, key, got.context, handling);
}

const everyone = booleanFlag('everyone-has-it', { exposures: shownTo({ everyone: 10_000 }) });
const dark = booleanFlag('dark');
/** Not a whole number of basis points: what the state would never take, and flagd's schema refuses. */
const broken = { ...dark, exposures: shownTo({ everyone: 12.5 }) };

describe('a snapshot after a change', () => {
  it('keeps every flag that the change cannot reach', () => {
    const before = setOf([everyone, dark]);
    const after = setOf([everyone, { ...dark, exposures: shownTo({ everyone: 1 }) }]);
    const first = snapshotOf(before);
    const second = nextSnapshot(first, before, after);
    expect(second.flags.get('everyone-has-it')).toBe(first.flags.get('everyone-has-it'));
    expect(second.flags.get('dark')).not.toBe(first.flags.get('dark'));
    expect(nextSnapshot(second, after, setOf([...after.flags.values()]))).toBe(second);
  });

  it('rebuilds the flags of an audience that was redefined', () => {
    const flag = booleanFlag('for-beta', { exposures: shownTo({ beta: 10_000 }) });
    const before = setOf([flag], [BETA]);
    const pro: Audience = {
      ...BETA,
      membership: { kind: 'where', all: [{ op: 'is', attribute: 'plan', value: 'pro' }] },
    };
    const after = setOf([flag], [pro]);
    const snapshot = nextSnapshot(snapshotOf(before), before, after);
    expect(read(snapshot, 'for-beta', { targetingKey: 'u', plan: 'pro' })).toMatchObject({ value: true });
    expect(read(snapshot, 'for-beta', { targetingKey: 'u', beta: true })).toMatchObject({ value: false });
  });

  it('no longer knows a flag that is gone, and knows a new one', () => {
    const before = setOf([everyone, dark]);
    const after = setOf([everyone, booleanFlag('a-new-one')]);
    const snapshot = nextSnapshot(snapshotOf(before), before, after);
    expect(snapshot.keys).toEqual(['a-new-one', 'everyone-has-it']);
    expect(read(snapshot, 'dark', {})).toMatchObject({ kind: 'failure', code: 'FLAG_NOT_FOUND' });
  });

  it('has the version of its content, however it came about', () => {
    const before = setOf([everyone, dark]);
    const after = setOf([booleanFlag('third', { exposures: shownTo({ everyone: 5 }) }), everyone]);
    const there = nextSnapshot(snapshotOf(before), before, after);
    expect(there.version).toBe(snapshotOf(after).version);
    expect(there.version).not.toBe(snapshotOf(before).version);
    expect(nextSnapshot(there, after, before).version).toBe(snapshotOf(before).version);
  });
});

describe('a malformed flag', () => {
  it('is served in its last good form, and harms no other', () => {
    const before = setOf([everyone, { ...dark, exposures: shownTo({ everyone: 10_000 }) }]);
    const snapshot = nextSnapshot(snapshotOf(before), before, setOf([everyone, broken]));
    expect(snapshot.malformed.get('dark')).toMatch(/flagd/);
    expect(read(snapshot, 'dark', { targetingKey: 'u' })).toMatchObject({ value: true });
    expect(read(snapshot, 'everyone-has-it', { targetingKey: 'u' })).toMatchObject({ value: true });
  });

  it('is an error that says so while it never had a good form, until it has one', () => {
    const before = setOf([everyone, broken]);
    const snapshot = snapshotOf(before);
    expect(read(snapshot, 'dark', {})).toMatchObject({ kind: 'failure', code: 'PARSE_ERROR' });
    const mended = nextSnapshot(snapshot, before, setOf([everyone, dark]));
    expect(mended.malformed.size).toBe(0);
    expect(read(mended, 'dark', {})).toMatchObject({ value: false });
  });
});

describe('evaluating', () => {
  const snapshot = snapshotOf(setOf([everyone, dark]));

  it('gives the same object for the same outcome', () => {
    const one = read(snapshot, 'everyone-has-it', { targetingKey: 'u1' });
    expect(read(snapshot, 'everyone-has-it', { targetingKey: 'u2' })).toBe(one);
  });

  it('gives all flags by key', () => {
    const got = readContext({ context: { targetingKey: 'u' } });
    if (got.kind === 'invalid') throw new Error(got.details);
    expect(evaluateAll(snapshot, got.context, 'lenient')).toMatchObject([
      { key: 'dark', value: false, reason: 'STATIC' },
      { key: 'everyone-has-it', value: true, reason: 'TARGETING_MATCH' },
    ]);
  });

  it('is off, not an error, for somebody without a targeting key', () => {
    expect(read(snapshot, 'everyone-has-it', {})).toMatchObject({
      kind: 'value',
      value: false,
      variant: 'off',
    });
  });

  it('is an error for them when the reader asked to be strict, where the key decides', () => {
    expect(read(snapshot, 'everyone-has-it', {}, 'strict')).toMatchObject({ code: 'TARGETING_KEY_MISSING' });
    expect(read(snapshot, 'dark', {}, 'strict')).toMatchObject({ kind: 'value', value: false });
  });
});
