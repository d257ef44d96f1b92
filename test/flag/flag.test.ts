import { describe, expect, it } from 'vitest';
import { Audience, Condition } from '../../src/flag/audience.ts';
import { Flag } from '../../src/flag/flag.ts';
import { flag, where } from './support/builders.ts';

const variant = { name: 'on', value: true, description: '', weight: 1 };

describe('a flag', () => {
  it('has variants of one kind, each with a name of its own', () => {
    expect(Flag.safeParse(flag('checkout')).success).toBe(true);
    expect(Flag.safeParse(flag('checkout', { variants: [variant, variant] })).success).toBe(false);
    expect(Flag.safeParse(flag('checkout', { variants: [{ ...variant, name: 'off' }] })).success).toBe(false);
    expect(Flag.safeParse(flag('checkout', { variants: [{ ...variant, value: 'new' }] })).success).toBe(
      false,
    );
    expect(Flag.safeParse(flag('checkout', { off: { value: 0, description: '' } })).success).toBe(false);
  });

  it('is bucketed by an attribute that a reader can send', () => {
    expect(Flag.safeParse(flag('checkout', { bucketBy: 'accountId' })).success).toBe(true);
    for (const bucketBy of ['account.id', '$flagd', '__proto__', '', 'a b']) {
      expect(Flag.safeParse(flag('checkout', { bucketBy })).success).toBe(false);
    }
  });
});

describe('an audience', () => {
  it('cannot be called everyone, which is built in', () => {
    expect(Audience.safeParse(where('beta')).success).toBe(true);
    expect(Audience.safeParse(where('everyone')).success).toBe(false);
  });

  it('compares versions with a release that flagd can read', () => {
    const at = (value: string) =>
      Condition.safeParse({ op: 'version-at-least', attribute: 'app', value }).success;
    expect(['1.2.3', '0.0.0', '10.20.30'].every(at)).toBe(true);
    expect(['1.2', 'v1.2.3', '01.2.3', '1.2.3-rc.1', '1.2.3.4', '1.2.12345678901'].some(at)).toBe(false);
  });
});
